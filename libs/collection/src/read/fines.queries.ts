import type { Position } from '@fajiao/event-store';
import { isUuid } from '@fajiao/kernel';
import { decodeCursor, encodeCursor, platformProblem } from '@fajiao/platform';
import { withTables } from '@fajiao/projections';
import type { DataSource } from 'typeorm';
import type { FineCondition, FineStage } from '../domain/fine/fine-view';
import { collectionFines } from './collection-fines.projection';
import { FineRow } from './fine.entity';

export interface FinesQuery {
  readonly caseId?: string | undefined;
  readonly documentNumber?: string | undefined;
  /** Payment code, of the whole or of an instalment. */
  readonly code?: string | undefined;
  readonly state?: FineStage | undefined;
  readonly condition?: FineCondition | undefined;
  /** Part of the party's name. */
  readonly party?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface ListedFines {
  readonly items: readonly FineRow[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
  readonly position: Position | null;
}

/** What holds of a row besides its state. */
const CONDITIONS: Readonly<Record<FineCondition, string>> = {
  deferred: `fine.termKind = 'deferral'`,
  instalments: `fine.termKind = 'instalments'`,
  paused: `jsonb_path_exists(fine.remedies, '$.* ? (@.through == null)')`,
  reduced: 'fine.changedOn IS NOT NULL',
  'surcharge-reduced': 'fine.waivedFen > 0',
  'spot-money-held': `fine.spotMoney <> '{}'`,
  overpaid: 'fine.heldFen > 0',
  'refund-pending': `fine.pendingRefunds <> '{}'`,
};

/** The finance clerk's list: what was served last comes first. */
export class FineList {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws Problem `cursor.invalid` */
  async list({
    caseId,
    documentNumber,
    code,
    state,
    condition,
    party,
    cursor,
    limit,
  }: FinesQuery): Promise<ListedFines> {
    const after = cursor === undefined ? undefined : keyOf(cursor);
    const { result: rows, position } = await withTables(this.dataSource, collectionFines, (manager) => {
      const query = manager
        .createQueryBuilder(FineRow, 'fine')
        .orderBy({ 'fine.servedOn': 'DESC', 'fine.fineId': 'DESC' })
        .take(limit + 1);
      if (caseId !== undefined) query.andWhere('fine.caseId = :caseId', { caseId });
      if (documentNumber !== undefined) query.andWhere('fine.documentNumber = :documentNumber', { documentNumber });
      if (code !== undefined) query.andWhere('fine.codes @> ARRAY[:code]::text[]', { code });
      if (state !== undefined) query.andWhere('fine.state = :state', { state });
      if (condition !== undefined) query.andWhere(CONDITIONS[condition]);
      if (party !== undefined) query.andWhere('strpos(fine.partyName, :party) > 0', { party });
      if (after) query.andWhere('(fine.servedOn, fine.fineId) < (:servedOn, :fineId)', after);
      return query.getMany();
    });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, next: last ? encodeCursor([last.servedOn, last.fineId]) : null, position };
  }
}

/** Where a page ended. @throws Problem `cursor.invalid` */
export function keyOf(cursor: string): { servedOn: string; fineId: string } {
  const [servedOn, fineId] = decodeCursor(cursor, 2);
  if (
    typeof servedOn === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(servedOn) &&
    typeof fineId === 'string' &&
    isUuid(fineId)
  )
    return { servedOn, fineId };
  throw platformProblem('cursor.invalid');
}
