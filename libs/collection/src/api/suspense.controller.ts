import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { parseCivilDate } from '@fajiao/kernel';
import { Act, type ActRequest, answered, Operation, PEOPLE, type People, UuidParam } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { WorklistActs } from '../application/worklist-acts';
import { clerkOf } from './clerk-of';
import { collectionProblem } from './collection.messages';
import { suspenseAnswer, suspenseOf } from './worklist-answers';
import {
  ApplyMoneyDto,
  AssignWorkDto,
  AuthoriseResolutionDto,
  CancelWorkDto,
  KeepWorkDto,
  ReturnMoneyDto,
  SuspenseDto,
  WorkAnswerDto,
} from './worklist.dto';

/** Money that no fine takes. Where it moves, a second person authorises what the first asked for. */
@ApiTags('Worklist (差异和挂账处理)')
@Controller('collection/v1/suspense/:id')
export class SuspenseController {
  constructor(
    @Inject(WorklistActs) private readonly acts: WorklistActs,
    @Inject(PEOPLE) private readonly people: People,
  ) {}

  /** Held money (暂收款), folded from its stream */
  @Get()
  @Operation('collection.readSuspense')
  async read(@Param('id', UuidParam) id: string): Promise<SuspenseDto> {
    const known = await this.acts.readSuspense(id);
    const found = known && suspenseOf(id, known.state);
    if (!found) throw collectionProblem('suspense.not-found');
    return answered(found, { etag: known.etag });
  }

  /** Say whose work it is */
  @Post('assignment')
  @Operation('collection.assignSuspense')
  async assign(
    @Param('id', UuidParam) id: string,
    @Body() { owner }: AssignWorkDto,
    @Act() act: ActRequest,
  ): Promise<WorkAnswerDto> {
    return suspenseAnswer(await this.acts.assign(id, clerkOf(this.people, owner), act));
  }

  /** Leave it where it is until a day */
  @Post('hold')
  @Operation('collection.holdSuspense')
  async hold(
    @Param('id', UuidParam) id: string,
    @Body() { until, reason }: KeepWorkDto,
    @Act() act: ActRequest,
  ): Promise<WorkAnswerDto> {
    return suspenseAnswer(await this.acts.keep(id, { until: parseCivilDate(until), reason }, act));
  }

  /** Ask that it go to a fine */
  @Post('application')
  @Operation('collection.requestApplication')
  async apply(
    @Param('id', UuidParam) id: string,
    @Body() { fineId, reason }: ApplyMoneyDto,
    @Act() act: ActRequest,
  ): Promise<WorkAnswerDto> {
    return suspenseAnswer(await this.acts.request(id, { kind: 'apply', fineId, reason }, act));
  }

  /** Ask that it go back to whoever paid it (退付) */
  @Post('return')
  @Operation('collection.requestReturn')
  async giveBack(
    @Param('id', UuidParam) id: string,
    @Body() { reason }: ReturnMoneyDto,
    @Act() act: ActRequest,
  ): Promise<WorkAnswerDto> {
    return suspenseAnswer(await this.acts.request(id, { kind: 'return', fineId: null, reason }, act));
  }

  /** Authorise it as the second person; a return under the finance authority's approval */
  @Post('resolutions/:resolutionId/authorisation')
  @Operation('collection.authoriseResolution')
  async authorise(
    @Param('id', UuidParam) id: string,
    @Param('resolutionId', UuidParam) resolutionId: string,
    @Body() body: AuthoriseResolutionDto,
    @Act() act: ActRequest,
  ): Promise<WorkAnswerDto> {
    return suspenseAnswer(await this.acts.authorise(id, { ...body, resolutionId }, act));
  }

  /** Withdraw or refuse it, as long as no money has moved */
  @Post('resolutions/:resolutionId/cancellation')
  @Operation('collection.cancelResolution')
  async cancel(
    @Param('id', UuidParam) id: string,
    @Param('resolutionId', UuidParam) resolutionId: string,
    @Body() { reason }: CancelWorkDto,
    @Act() act: ActRequest,
  ): Promise<WorkAnswerDto> {
    return suspenseAnswer(await this.acts.cancel(id, { resolutionId, reason }, act));
  }
}
