import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { addDays, addMonths, type CivilDate, civilDateOf, fen, parseCivilDate, sumFen } from '@fajiao/kernel';
import { answered, Caller, type CallerRequest, CivilDateParam, Operation } from '@fajiao/platform';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { CollectionDeps } from '../application/collection-deps';
import { COLLECTION_DEPS } from '../application/tokens';
import { money } from '../domain/fine/fine-view';
import { BUCKETS } from '../domain/statement/bucket';
import { Arrears } from '../read/arrears.queries';
import { type MonthDay, Totals } from '../read/totals.queries';
import { isBankId } from './bank-fields';
import { collectionProblem } from './collection.messages';
import type { BucketDto } from './statement.dto';
import { ArrearsDto, MonthlyStatementDto, TotalsDto, TotalsQueryDto } from './views.dto';

/** Sums over fines and banks. Nothing here tells who imposed a fine (APL-74: no link to appraisal). */
@ApiTags('Views (统计)')
@Controller('collection/v1')
export class ViewsController {
  constructor(
    @Inject(Totals) private readonly totals: Totals,
    @Inject(Arrears) private readonly arrears: Arrears,
    @Inject(COLLECTION_DEPS) private readonly deps: CollectionDeps,
  ) {}

  /** What banks reported, by day, month or bank */
  @Get('totals')
  @Operation('collection.totals')
  async total(@Query() { by, from, through, bank }: TotalsQueryDto): Promise<TotalsDto> {
    const { result, position } = await this.totals.by(by, parseCivilDate(from), parseCivilDate(through), bank);
    const items = result.map(({ paidFen, reversedFen, listedFen, ...rest }) => ({
      ...rest,
      ...{ paid: money(paidFen), reversed: money(reversedFen), listed: money(listedFen) },
    }));
    return answered({ items }, position ? { position } : {});
  }

  /** What is owed and not paid, by how long its term has ended */
  @Get('arrears')
  @Operation('collection.arrears')
  @ApiQuery({ name: 'on', required: false, schema: { type: 'string', format: 'date' } })
  async byAge(
    @Query('on', CivilDateParam) on: CivilDate | undefined,
    @Caller() { now }: CallerRequest,
  ): Promise<ArrearsDto> {
    const day = on ?? civilDateOf(now);
    const { ages, position } = await this.arrears.byAge(day);
    const items = ages.map(({ owedFen, ...age }) => ({ ...age, owed: money(owedFen) }));
    return answered({ on: day, ages: items }, position ? { position } : {});
  }

  /** A month's statement of one bank to the authority (月度对账单) */
  @Get('monthly-statements/:bank/:month')
  @Operation('collection.monthlyStatement')
  async month(@Param('bank') bank: string, @Param('month') month: string): Promise<MonthlyStatementDto> {
    if (!isBankId(bank) || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) throw collectionProblem('statement.not-found');
    const from = parseCivilDate(`${month}-01`);
    const { days, position } = await this.totals.month(bank, from, addDays(addMonths(from, 1), -1));
    const { name, unifiedSocialCreditCode } = this.deps.rulebook.profile.authority;
    const statement: MonthlyStatementDto = {
      authority: { name, unifiedSocialCreditCode },
      ...{ bank, month, lines: days.reduce((sum, { lines }) => sum + lines, 0) },
      sum: money(sumFen(fen(0), ...days.map(({ linesFen }) => linesFen))),
      days: days.map(({ day, lines, linesFen, isReconciled }) => ({
        ...{ day, lines, sum: money(linesFen), reconciled: isReconciled },
      })),
      buckets: bucketsOf(days),
    };
    return answered(statement, position ? { position } : {});
  }
}

function bucketsOf(days: readonly MonthDay[]): BucketDto[] {
  const all = days.flatMap(({ buckets }) => buckets);
  return BUCKETS.flatMap((bucket) => {
    const its = all.filter((sum) => sum.bucket === bucket);
    if (its.length === 0) return [];
    const lines = its.reduce((sum, one) => sum + one.lines, 0);
    return [{ bucket, lines, sum: money(sumFen(fen(0), ...its.map((one) => one.fen))) }];
  });
}
