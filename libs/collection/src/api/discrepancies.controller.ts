import { Body, Controller, Inject, Param, Post, Query } from '@nestjs/common';
import { type CivilDate, fen, parseCivilDate } from '@fajiao/kernel';
import { Act, type ActRequest, CivilDateParam, Operation, PEOPLE, type People, UuidParam } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { type DiscrepancyPlace, WorklistActs } from '../application/worklist-acts';
import { isBankReference } from '../domain/bank-reference';
import type { DiscrepancyFacts, DiscrepancyKey } from '../domain/statement/discrepancy.events';
import { statementIdOf } from '../domain/statement/statement';
import { Worklist } from '../read/worklist.queries';
import { isBankId } from './bank-fields';
import { clerkOf } from './clerk-of';
import { collectionProblem } from './collection.messages';
import { StatementQueryDto } from './statement.dto';
import { workAnswer } from './worklist-answers';
import {
  AssignWorkDto,
  CancelWorkDto,
  CloseDiscrepancyDto,
  KeepWorkDto,
  RequestCorrectionDto,
  WorkAnswerDto,
} from './worklist.dto';

/** What a statement leaves open: `line-3` is its third line, `missing-A9` a callback that it does not list. */
@ApiTags('Worklist (差异和挂账处理)')
@Controller('collection/v1/statements/:bank/:date/discrepancies/:key')
export class DiscrepanciesController {
  constructor(
    @Inject(WorklistActs) private readonly acts: WorklistActs,
    @Inject(Worklist) private readonly worklist: Worklist,
    @Inject(PEOPLE) private readonly people: People,
  ) {}

  /** Say whose work it is */
  @Post('assignment')
  @Operation('collection.assignDiscrepancy')
  async assign(
    @Param('bank') bank: string,
    @Param('date', CivilDateParam) date: CivilDate,
    @Param('key') key: string,
    @Query() query: StatementQueryDto,
    @Body() { owner }: AssignWorkDto,
    @Act() act: ActRequest,
  ): Promise<WorkAnswerDto> {
    const { place } = await this.found(bank, date, key, query);
    return workAnswer(await this.acts.assignDiscrepancy(place, clerkOf(this.people, owner), act));
  }

  /** Leave it open until a day */
  @Post('hold')
  @Operation('collection.holdDiscrepancy')
  async hold(
    @Param('bank') bank: string,
    @Param('date', CivilDateParam) date: CivilDate,
    @Param('key') key: string,
    @Query() query: StatementQueryDto,
    @Body() { until, reason }: KeepWorkDto,
    @Act() act: ActRequest,
  ): Promise<WorkAnswerDto> {
    const { place } = await this.found(bank, date, key, query);
    return workAnswer(await this.acts.keepDiscrepancy(place, { until: parseCivilDate(until), reason }, act));
  }

  /** Close it: no money moves by it */
  @Post('closing')
  @Operation('collection.closeDiscrepancy')
  async close(
    @Param('bank') bank: string,
    @Param('date', CivilDateParam) date: CivilDate,
    @Param('key') key: string,
    @Query() query: StatementQueryDto,
    @Body() body: CloseDiscrepancyDto,
    @Act() act: ActRequest,
  ): Promise<WorkAnswerDto> {
    const { place, facts } = await this.found(bank, date, key, query);
    return workAnswer(await this.acts.close(place, { ...body, facts }, act));
  }

  /** Ask that the line count with the amount of the callback, as the bank has confirmed in writing */
  @Post('corrections')
  @Operation('collection.requestCorrection')
  async correct(
    @Param('bank') bank: string,
    @Param('date', CivilDateParam) date: CivilDate,
    @Param('key') key: string,
    @Query() query: StatementQueryDto,
    @Body() { fen: amount, document, reason }: RequestCorrectionDto,
    @Act() act: ActRequest,
  ): Promise<WorkAnswerDto> {
    const { place, facts } = await this.found(bank, date, key, query);
    return workAnswer(await this.acts.requestCorrection(place, { facts, fen: fen(amount), document, reason }, act));
  }

  /** Authorise the correction as the second person */
  @Post('corrections/:correctionId/authorisation')
  @Operation('collection.authoriseCorrection')
  async authorise(
    @Param('bank') bank: string,
    @Param('date', CivilDateParam) date: CivilDate,
    @Param('key') key: string,
    @Param('correctionId', UuidParam) correctionId: string,
    @Query() query: StatementQueryDto,
    @Act() act: ActRequest,
  ): Promise<WorkAnswerDto> {
    const { place } = await this.found(bank, date, key, query);
    return workAnswer(await this.acts.authoriseCorrection(place, correctionId, act));
  }

  /** Withdraw or refuse the correction */
  @Post('corrections/:correctionId/cancellation')
  @Operation('collection.cancelCorrection')
  async cancel(
    @Param('bank') bank: string,
    @Param('date', CivilDateParam) date: CivilDate,
    @Param('key') key: string,
    @Param('correctionId', UuidParam) correctionId: string,
    @Query() query: StatementQueryDto,
    @Body() { reason }: CancelWorkDto,
    @Act() act: ActRequest,
  ): Promise<WorkAnswerDto> {
    const { place } = await this.found(bank, date, key, query);
    return workAnswer(await this.acts.cancelCorrection(place, { correctionId, reason }, act));
  }

  /** @throws Problem 404 `discrepancy.not-found` */
  private async found(
    bank: string,
    date: CivilDate,
    key: string,
    { kind = 'statement' }: StatementQueryDto,
  ): Promise<{ readonly place: DiscrepancyPlace; readonly facts: DiscrepancyFacts }> {
    const isKey = isBankId(bank) && isDiscrepancyKey(key);
    const facts = isKey ? await this.worklist.facts(statementIdOf(bank, date, kind), key) : undefined;
    if (!isDiscrepancyKey(key) || !facts) throw collectionProblem('discrepancy.not-found');
    return { place: { bank, date, kind, key }, facts };
  }
}

const MISSING = 'missing-';

const isDiscrepancyKey = (key: string): key is DiscrepancyKey =>
  key.startsWith(MISSING) ? isBankReference(key.slice(MISSING.length)) : /^line-[1-9]\d{0,8}$/.test(key);
