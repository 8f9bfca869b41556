import { Controller, Get, Inject, Param, Query, UseInterceptors } from '@nestjs/common';
import { Caller, type CallerRequest, Operation, PEOPLE, People, platformProblem } from '@fajiao/platform';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Histories } from '../application/histories';
import { eventNameOf } from '../replay/event-names';
import {
  ActorsDto,
  ChangesDto,
  ChangesQueryDto,
  CheckQueryDto,
  ReplayCheckDto,
  StandingOfStreamDto,
  StandingQueryDto,
} from './histories.dto';
import { momentOf } from './moment';
import { NotKept } from './not-kept.interceptor';

const Kind = ApiParam({ name: 'kind', description: 'Kind of history.', example: 'cases' });
const Id = ApiParam({ name: 'id', example: '0d4f3a52-6f6e-5d0e-9f1a-2f6f3f1f0c2a' });

@ApiTags('Histories (案件与罚款的全过程记录)')
@Controller('audit/v1/:kind/:id')
@UseInterceptors(NotKept)
export class HistoriesController {
  constructor(
    @Inject(Histories) private readonly histories: Histories,
    @Inject(PEOPLE) private readonly people: People,
  ) {}

  /** A case, fine or publication as it stood at an instant or revision */
  @Get()
  @Kind
  @Id
  @Operation('audit.readHistory')
  standing(
    @Param('kind') kind: string,
    @Param('id') id: string,
    @Query() { at, revision }: StandingQueryDto,
    @Caller() { now }: CallerRequest,
  ): Promise<StandingOfStreamDto> {
    if (at !== undefined && revision !== undefined)
      throw platformProblem('input.invalid', { errors: [{ parameter: 'revision', code: 'field.unknown' }] });
    return this.histories.standing(kind, id, revision === undefined ? momentOf('at', at) : { revision }, now);
  }

  /** What changed between two moments */
  @Get('changes')
  @Kind
  @Id
  @Operation('audit.readChanges')
  changes(
    @Param('kind') kind: string,
    @Param('id') id: string,
    @Query() query: ChangesQueryDto,
    @Caller() { now }: CallerRequest,
  ): Promise<ChangesDto> {
    const from = query.from === undefined ? 'nothing' : momentOf('from', query.from);
    return this.histories.changes(kind, id, { from, to: momentOf('to', query.to), now });
  }

  /** Who did what in which role */
  @Get('actors')
  @Kind
  @Id
  @Operation('audit.readActors')
  async actors(@Param('kind') kind: string, @Param('id') id: string): Promise<ActorsDto> {
    const accounts = await this.histories.actors(kind, id);
    return {
      actors: accounts.map((account) => ({
        ...account,
        name: this.people.find(account.id)?.name ?? null,
        acts: account.acts.map((act) => ({ ...act, name: eventNameOf(act.type) })),
      })),
    };
  }

  /** Replay from zero: is the record complete, unaltered and in order */
  @Get('check')
  @Kind
  @Id
  @Operation('audit.check')
  check(
    @Param('kind') kind: string,
    @Param('id') id: string,
    @Query() { shownDigest }: CheckQueryDto,
  ): Promise<ReplayCheckDto> {
    return this.histories.check(kind, id, shownDigest);
  }
}
