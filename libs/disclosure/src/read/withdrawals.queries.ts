import type { Position } from '@fajiao/event-store';
import { type CivilDate, isUuid } from '@fajiao/kernel';
import { decodeCursor, encodeCursor, platformProblem } from '@fajiao/platform';
import { withTables } from '@fajiao/projections';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { Fallen } from '../domain/disclosure';
import { type DisclosureRules, type WithdrawalClock, withdrawalClock } from '../domain/disclosure-clocks';
import { DisclosedDecisionRow } from './disclosed-decision.entity';
import { disclosureDecisions } from './disclosure-decisions.projection';

/** A published decision that fell: what is to be done about it, or was. */
export interface Withdrawal {
  readonly caseId: string;
  readonly documentNumber: string;
  /** `due`: it still stands in public. */
  readonly state: 'due' | 'withdrawn' | 'amended';
  readonly fellOn: CivilDate;
  readonly how: Fallen['how'];
  readonly by: Fallen['by'];
  /** Something holds instead, which may be published. */
  readonly amendable: boolean;
  readonly withdrawnOn: CivilDate | null;
  readonly amendedOn: CivilDate | null;
  readonly reason: string | null;
  readonly withdrawBy: WithdrawalClock;
}

export interface WithdrawalsQuery {
  /** All unless told. */
  readonly state?: 'due' | 'done';
  readonly cursor?: string;
  readonly limit: number;
}

export interface WithdrawalList {
  readonly items: readonly Withdrawal[];
  readonly next: string | null;
  readonly position: Position | null;
}

/** What an editor has to take down, longest waiting first, and what was taken down. */
export class Withdrawals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: DisclosureRules,
  ) {}

  /** @throws Problem `cursor.invalid` */
  async list({ state, cursor, limit }: WithdrawalsQuery, today: CivilDate): Promise<WithdrawalList> {
    const after = cursor === undefined ? undefined : keyOf(cursor);
    const { result: rows, position } = await withTables(this.dataSource, disclosureDecisions, (manager) => {
      const query = manager
        .createQueryBuilder(DisclosedDecisionRow, 'decision')
        .where('decision.fellOn IS NOT NULL')
        .orderBy({ 'decision.fellOn': 'ASC', 'decision.caseId': 'ASC' })
        .take(limit + 1);
      if (state) inState(query, state);
      if (after) query.andWhere('(decision.fellOn, decision.caseId) > (:fellOn, :caseId)', after);
      return query.getMany();
    });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).flatMap((row) => this.shown(row, today)),
      next: last ? encodeCursor([last.fellOn ?? '', last.caseId]) : null,
      position,
    };
  }

  private shown(row: DisclosedDecisionRow, today: CivilDate): Withdrawal[] {
    const { caseId, documentNumber, fellOn, fellHow: how, fellBy: by, amendable } = row;
    const { withdrawnOn, amendedOn, reason } = row;
    if (fellOn === null || how === null || by === null) return [];
    const done = amendedOn === null ? 'withdrawn' : 'amended';
    return [
      {
        ...{ caseId, documentNumber, fellOn, how, by, amendable, withdrawnOn, amendedOn, reason },
        state: withdrawnOn === null ? 'due' : done,
        withdrawBy: withdrawalClock(this.rules, fellOn, today, withdrawnOn),
      },
    ];
  }
}

function inState(query: SelectQueryBuilder<DisclosedDecisionRow>, state: 'due' | 'done'): void {
  query.andWhere(`decision.withdrawnOn IS ${state === 'due' ? 'NULL' : 'NOT NULL'}`);
}

/** Where a page ended. @throws Problem `cursor.invalid` */
function keyOf(cursor: string): { fellOn: string; caseId: string } {
  const [fellOn, caseId] = decodeCursor(cursor, 2);
  const days = typeof fellOn === 'string' && /^\d{4}-\d\d-\d\d$/.test(fellOn) ? fellOn : undefined;
  if (days !== undefined && typeof caseId === 'string' && isUuid(caseId)) return { fellOn: days, caseId };
  throw platformProblem('cursor.invalid');
}
