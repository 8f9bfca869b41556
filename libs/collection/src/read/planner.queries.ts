import type { Position } from '@fajiao/event-store';
import type { CivilDate } from '@fajiao/kernel';
import { encodeCursor } from '@fajiao/platform';
import { withTables } from '@fajiao/projections';
import type { DataSource } from 'typeorm';
import { type EnforcementPlan, planOf, type PlanStanding } from '../domain/fine/enforcement-plan';
import type { FineRules } from '../domain/fine/fine-terms';
import { collectionFines } from './collection-fines.projection';
import { FineRow } from './fine.entity';
import { keyOf } from './fines.queries';

export interface PlannerQuery {
  readonly on: CivilDate;
  readonly standing?: PlanStanding | undefined;
  /** Only what is lost within so many days, or lost already. */
  readonly within?: number | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface PlannedFine {
  readonly row: FineRow;
  readonly plan: EnforcementPlan;
}

export interface PlannedFines {
  readonly items: readonly PlannedFine[];
  readonly next: string | null;
  readonly position: Position | null;
}

/** Rows that one answer looks through at most; a page may be short, and `next` goes on. */
const LOOKED_THROUGH = 2_000;

/** Unpaid fines with their clocks, served first first: whoever was served first is nearest to being lost. */
export class Planner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: FineRules,
  ) {}

  /** @throws Problem `cursor.invalid` */
  async list({ on, standing, within, cursor, limit }: PlannerQuery): Promise<PlannedFines> {
    const after = cursor === undefined ? undefined : keyOf(cursor);
    const { result: rows, position } = await withTables(this.dataSource, collectionFines, (manager) => {
      const query = manager
        .createQueryBuilder(FineRow, 'fine')
        .where(`fine.state = 'open'`)
        .andWhere('fine.receivedFen - fine.refundedFen + fine.custodyFen < fine.fineFen + fine.confiscatedGainsFen')
        .orderBy({ 'fine.servedOn': 'ASC', 'fine.fineId': 'ASC' })
        .take(LOOKED_THROUGH);
      if (after) query.andWhere('(fine.servedOn, fine.fineId) > (:servedOn, :fineId)', after);
      return query.getMany();
    });
    const items: PlannedFine[] = [];
    let seen: FineRow | undefined;
    for (const row of rows) {
      if (items.length === limit) break;
      seen = row;
      const plan = this.planOf(row, on);
      if (standing !== undefined && plan.standing !== standing) continue;
      if (within !== undefined && (plan.daysLeft === null || plan.daysLeft > within)) continue;
      items.push({ row, plan });
    }
    const more = seen !== undefined && (seen !== rows.at(-1) || rows.length === LOOKED_THROUGH);
    return { items, next: more && seen ? encodeCursor([seen.servedOn, seen.fineId]) : null, position };
  }

  private planOf(row: FineRow, on: CivilDate): EnforcementPlan {
    const { servedOn, reconsiderationFirst, termUntil: approvedUntil, demandedOn, atCourtSince } = row;
    const remedies = Object.values(row.remedies);
    return planOf(
      { servedOn, reconsiderationFirst, approvedUntil, remedies, demandedOn, atCourtSince },
      on,
      this.rules,
    );
  }
}
