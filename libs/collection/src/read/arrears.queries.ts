import type { Position } from '@fajiao/event-store';
import { type CivilDate, daysBetween, fen, type Fen, sumFen } from '@fajiao/kernel';
import { withTables } from '@fajiao/projections';
import { clockRule, deadline } from '@fajiao/rulebook';
import type { DataSource } from 'typeorm';
import type { FineRules } from '../domain/fine/fine-terms';
import { collectionFines } from './collection-fines.projection';

/** Days after the term of payment; the last one is open. */
const AGES = [0, 30, 90, 180, 365] as const;

export interface ArrearsOfAge {
  /** Null: the term has not ended, or its year is not loaded. */
  readonly fromDay: number | null;
  readonly throughDay: number | null;
  readonly fines: number;
  /** Fine and confiscated gains that are still owed; surcharge is not in it. */
  readonly owedFen: Fen;
}

interface Row {
  readonly served_on: CivilDate;
  readonly term_until: CivilDate | null;
  readonly fines: string;
  readonly owed: string;
}

/** What is owed and not paid, by how long its term has ended. */
export class Arrears {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: FineRules,
  ) {}

  async byAge(on: CivilDate): Promise<{ readonly ages: readonly ArrearsOfAge[]; readonly position: Position | null }> {
    const { result, position } = await withTables(this.dataSource, collectionFines, (manager) =>
      manager.query<Row[]>(
        `SELECT to_char(served_on, 'YYYY-MM-DD') AS served_on, to_char(term_until, 'YYYY-MM-DD') AS term_until,
           count(*) AS fines, sum(fine_fen + confiscated_gains_fen - (received_fen - refunded_fen + custody_fen)) AS owed
         FROM fine WHERE state = 'open' AND received_fen - refunded_fen + custody_fen < fine_fen + confiscated_gains_fen
         GROUP BY 1, 2`,
      ),
    );
    const ages = [null, ...AGES].map((from, index) => ({
      ...{ fromDay: from === null ? null : from + 1, throughDay: from === null ? null : (AGES[index] ?? null) },
      ...{ fines: 0, owedFen: fen(0) },
    }));
    for (const { served_on, term_until, fines, owed } of result) {
      const age = ages[this.ageOf(served_on, term_until, on)];
      if (!age) continue;
      age.fines += Number(fines);
      age.owedFen = sumFen(age.owedFen, fen(Number(owed)));
    }
    return { ages, position };
  }

  /** Place in the list of ages. */
  private ageOf(servedOn: CivilDate, termUntil: CivilDate | null, on: CivilDate): number {
    const { profile, calendar } = this.rules;
    const due = termUntil ?? deadline(clockRule(profile, 'payment', servedOn), servedOn, calendar).due;
    const days = due === null ? 0 : daysBetween(due, on);
    return AGES.filter((from) => days > from).length;
  }
}
