import type { Position } from '@fajiao/event-store';
import { type CivilDate, fen, type Fen } from '@fajiao/kernel';
import { type Answer, withTables } from '@fajiao/projections';
import type { DataSource } from 'typeorm';
import type { BucketSum } from '../domain/statement/statement';
import { collectionBankDays } from './collection-bank-days.projection';

export const TOTALS_BY = ['day', 'month', 'bank'] as const;
export type TotalsBy = (typeof TOTALS_BY)[number];

export interface Total {
  /** Null where totals are of all banks, or of all days. */
  readonly bank: string | null;
  /** `2024-04-12` or `2024-04`. */
  readonly period: string | null;
  readonly payments: number;
  readonly paidFen: Fen;
  readonly reversals: number;
  /** Negative. */
  readonly reversedFen: Fen;
  /** As far as a statement lists it. */
  readonly listedFen: Fen;
}

/** A file of a day in a month's statement. */
export interface MonthDay {
  readonly day: CivilDate;
  readonly lines: number;
  readonly linesFen: Fen;
  readonly isReconciled: boolean;
  readonly buckets: readonly BucketSum[];
}

interface Row {
  readonly bank: string | null;
  readonly period: string | null;
  readonly payments: string;
  readonly paid: string;
  readonly reversals: string;
  readonly reversed: string;
  readonly listed: string;
}

const amount = (text: string): Fen => fen(Number(text));

const PERIOD: Readonly<Record<TotalsBy, string>> = {
  day: `to_char(day, 'YYYY-MM-DD')`,
  month: `to_char(day, 'YYYY-MM')`,
  bank: 'NULL::text',
};

/** What banks reported, summed by the day of its value time: never by officer (APL-74). */
export class Totals {
  constructor(private readonly dataSource: DataSource) {}

  async by(by: TotalsBy, from: CivilDate, through: CivilDate, bank?: string): Promise<Answer<readonly Total[]>> {
    const bankColumn = by === 'bank' || bank !== undefined ? 'bank' : 'NULL::text';
    const answer = await withTables(this.dataSource, collectionBankDays, (manager) =>
      manager.query<Row[]>(
        `SELECT ${bankColumn} AS bank, ${PERIOD[by]} AS period,
           count(*) FILTER (WHERE kind = 'payment') AS payments,
           coalesce(sum(fen) FILTER (WHERE kind = 'payment'), 0) AS paid,
           count(*) FILTER (WHERE kind = 'reversal') AS reversals,
           coalesce(sum(fen) FILTER (WHERE kind = 'reversal'), 0) AS reversed,
           coalesce(sum(fen) FILTER (WHERE listed_on IS NOT NULL), 0) AS listed
         FROM bank_message WHERE day BETWEEN $1 AND $2 AND ($3::text IS NULL OR bank = $3)
         GROUP BY 1, 2 ORDER BY 2, 1`,
        [from, through, bank ?? null],
      ),
    );
    return {
      ...answer,
      result: answer.result.map(({ bank: of, period, payments, paid, reversals, reversed, listed }) => ({
        ...{ bank: of, period, payments: Number(payments), paidFen: amount(paid), reversals: Number(reversals) },
        ...{ reversedFen: amount(reversed), listedFen: amount(listed) },
      })),
    };
  }

  /** The files of a month of one bank, a row each. */
  async month(
    bank: string,
    from: CivilDate,
    through: CivilDate,
  ): Promise<{ readonly days: readonly MonthDay[]; readonly position: Position | null }> {
    interface Day {
      readonly day: CivilDate;
      readonly lines: number;
      readonly lines_fen: string;
      readonly reconciled: boolean;
      readonly buckets: readonly BucketSum[] | null;
    }
    const { result, position } = await withTables(this.dataSource, collectionBankDays, (manager) =>
      manager.query<Day[]>(
        `SELECT to_char(day, 'YYYY-MM-DD') AS day, lines, lines_fen, reconciled_at IS NOT NULL AS reconciled, buckets
         FROM bank_day WHERE bank = $1 AND day BETWEEN $2 AND $3 AND kind = 'statement' ORDER BY day`,
        [bank, from, through],
      ),
    );
    const days = result.map(({ day, lines, lines_fen, reconciled, buckets }) => ({
      ...{ day, lines, linesFen: amount(lines_fen), isReconciled: reconciled, buckets: buckets ?? [] },
    }));
    return { days, position };
  }
}
