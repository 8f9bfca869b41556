import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { civilDateOf, fen, parseInstant } from '@fajiao/kernel';
import { Act, type ActRequest, answered, Caller, type CallerRequest, Operation } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import type { CollectionDeps } from '../application/collection-deps';
import { COLLECTION_DEPS } from '../application/tokens';
import { WorklistActs } from '../application/worklist-acts';
import { Worklist } from '../read/worklist.queries';
import { workAnswer, workItemOf } from './worklist-answers';
import { ReportSuspensePayOutDto, WorkAnswerDto, WorklistDto, WorklistQueryDto } from './worklist.dto';

@ApiTags('Worklist (差异和挂账处理)')
@Controller('collection/v1')
export class WorklistController {
  constructor(
    @Inject(Worklist) private readonly worklist: Worklist,
    @Inject(WorklistActs) private readonly acts: WorklistActs,
    @Inject(COLLECTION_DEPS) private readonly deps: CollectionDeps,
  ) {}

  /** What waits for a finance clerk, the oldest first: whose it is, until when, and what may be done */
  @Get('worklist')
  @Operation('collection.worklist')
  async list(
    @Query() { limit = 20, ...query }: WorklistQueryDto,
    @Caller() { now }: CallerRequest,
  ): Promise<WorklistDto> {
    const { items, next, position } = await this.worklist.list({ ...query, limit });
    const on = civilDateOf(now);
    return answered(
      { items: items.map((item) => workItemOf(item, on, this.deps)), next },
      position ? { position } : {},
    );
  }

  /** Held money was paid back for the treasury (退库) */
  @Post('bank-callbacks/:bank/suspense-payouts')
  @HttpCode(201)
  @Operation('collection.reportSuspensePayOut')
  async paidBack(
    @Param('bank') bank: string,
    @Body() { suspenseId, reference, fen: amount, madeAt }: ReportSuspensePayOutDto,
    @Act() act: ActRequest,
  ): Promise<WorkAnswerDto> {
    const told = { suspenseId, bank, reference, fen: fen(amount), madeAt: parseInstant(madeAt) };
    return workAnswer(await this.acts.paidBack(told, act));
  }
}
