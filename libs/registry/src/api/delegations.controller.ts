import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { type CivilDate, civilDateOf, parseCivilDate } from '@fajiao/kernel';
import {
  Act,
  type ActRequest,
  answered,
  Caller,
  type CallerRequest,
  CivilDateParam,
  Operation,
} from '@fajiao/platform';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { RegisterActs } from '../application/register-acts';
import { RegisterReader } from '../application/register-reader';
import { RegisterLists } from '../read/register.queries';
import { delegationsOf } from './answers';
import { DelegationListDto, DelegationsDto } from './dto/delegation.dto';
import { DelegatePowerDto, EndDelegationDto } from './dto/delegation-forms.dto';
import { ListDelegationsDto } from './dto/register-lists.dto';
import { endOf, powerOf } from './from-body';
import { RegisterIdParam } from './register-id.pipe';

@ApiTags('Delegations (委托与赋权)')
@Controller('registry/v1/delegations')
export class DelegationsController {
  constructor(
    @Inject(RegisterActs) private readonly acts: RegisterActs,
    @Inject(RegisterReader) private readonly reader: RegisterReader,
    @Inject(RegisterLists) private readonly lists: RegisterLists,
  ) {}

  /** Delegate power: entrust it (委托书, APL-20), or take over what the province gave (赋权, APL-24) */
  @Post()
  @Operation('registry.delegatePower')
  async delegate(@Body() body: DelegatePowerDto, @Act() act: ActRequest): Promise<DelegationsDto> {
    return delegationsOf(body.unit.id, await this.acts.delegate(powerOf(body), act));
  }

  /** Delegations by unit and day, by id */
  @Get()
  @Operation('registry.listDelegations')
  async list(
    @Query() { limit = 20, inForceOn, ...query }: ListDelegationsDto,
    @Caller() { now }: CallerRequest,
  ): Promise<DelegationListDto> {
    const day = inForceOn === undefined ? undefined : parseCivilDate(inForceOn);
    const narrowed = { ...query, ...(day && { inForceOn: day }), limit };
    const { items, next, position } = await this.lists.delegations(narrowed, day ?? civilDateOf(now));
    return answered({ items, next }, position ? { position } : {});
  }

  /** All that one unit was given */
  @Get(':unit')
  @Operation('registry.readDelegations')
  @ApiQuery({ name: 'on', required: false, schema: { type: 'string', format: 'date' } })
  async read(
    @Param('unit', RegisterIdParam) unit: string,
    @Query('on', CivilDateParam) on: CivilDate | undefined,
    @Caller() { now }: CallerRequest,
  ): Promise<DelegationsDto> {
    const { description, revision } = await this.reader.delegations(unit, on ?? civilDateOf(now));
    return answered({ unit, revision, ...description }, { etag: revision });
  }

  /** End a delegation before its term (终止委托、收回赋权) */
  @Post(':unit/endings')
  @Operation('registry.endDelegation')
  async end(
    @Param('unit', RegisterIdParam) unit: string,
    @Body() body: EndDelegationDto,
    @Act() act: ActRequest,
  ): Promise<DelegationsDto> {
    return delegationsOf(unit, await this.acts.endDelegation(unit, endOf(body), act));
  }
}
