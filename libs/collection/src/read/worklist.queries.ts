import type { Position } from '@fajiao/event-store';
import { type CivilDate, fen, type Fen, type Instant, parseInstant } from '@fajiao/kernel';
import { decodeCursor, encodeCursor, platformProblem } from '@fajiao/platform';
import { withTables } from '@fajiao/projections';
import type { DataSource } from 'typeorm';
import type { Because, Bucket } from '../domain/statement/bucket';
import type { DiscrepancyFacts } from '../domain/statement/discrepancy.events';
import { collectionBankDays } from './collection-bank-days.projection';

export const WORK_KINDS = ['suspense', 'line', 'missing'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export interface WorklistQuery {
  readonly kind?: WorkKind | undefined;
  readonly bank?: string | undefined;
  readonly owner?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** What somebody has asked for. `authorised`: a return that the treasury has still to make. */
export interface WorkRequest {
  readonly id: string;
  readonly what: 'apply' | 'return' | 'correct';
  readonly by: string;
  readonly authorised: boolean;
}

export interface WorkItem {
  /** `suspense:<id>`, `line:<statement>:<line>` or `missing:<statement>:<reference>`. */
  readonly id: string;
  readonly kind: WorkKind;
  readonly bank: string;
  readonly day: CivilDate;
  readonly reference: string | null;
  readonly fen: Fen;
  readonly reason: Bucket | 'unknown-to-bank' | 'unknown-code' | 'fine-cancelled';
  readonly fineId: string | null;
  readonly because: Because | null;
  readonly since: Instant;
  readonly owner: string | null;
  readonly keptUntil: CivilDate | null;
  readonly request: WorkRequest | null;
}

export interface Work {
  readonly items: readonly WorkItem[];
  readonly next: string | null;
  readonly position: Position | null;
}

interface Row extends Omit<WorkItem, 'fen' | 'since'> {
  readonly fen: string;
  readonly since: string;
}

const COLUMNS = `id, kind, bank, to_char(day, 'YYYY-MM-DD') AS day, reference, fen::text AS fen, reason, fine_id AS "fineId",
  because, to_char(since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS since, owner,
  to_char(kept_until, 'YYYY-MM-DD') AS "keptUntil", request`;

/** What a bank reported for a day and its statement of that day lacks; as long as no later one lists it. */
const MISSING = `SELECT 'missing:' || d.bank || '-' || d.day || ':' || m.reference AS id, 'missing' AS kind, m.bank, m.day,
    m.reference, m.fen, 'unknown-to-bank' AS reason, NULL::uuid AS fine_id, NULL::jsonb AS because,
    d.reconciled_at AS since, w.owner, w.kept_until, w.request
  FROM bank_day d JOIN bank_message m ON m.bank = d.bank AND m.day = d.day AND m.by_callback AND m.listed_on IS NULL
  LEFT JOIN work_item w ON w.id = 'missing:' || d.bank || '-' || d.day || ':' || m.reference
  WHERE d.kind = 'statement' AND d.reconciled_at IS NOT NULL AND w.closed_at IS NULL`;

const OPEN = `SELECT id, kind, bank, day, reference, fen, reason, fine_id, because, since, owner, kept_until, request
  FROM work_item WHERE closed_at IS NULL AND kind <> 'missing'`;

/** What waits for a finance clerk, the oldest first. */
export class Worklist {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws Problem `cursor.invalid` */
  async list({ kind, bank, owner, cursor, limit }: WorklistQuery): Promise<Work> {
    const [since, id] = cursor === undefined ? [null, null] : keyOf(cursor);
    const { result, position } = await withTables(this.dataSource, collectionBankDays, (manager) =>
      manager.query<Row[]>(
        `SELECT ${COLUMNS} FROM (${OPEN} UNION ALL ${MISSING}) AS work
         WHERE ($1::text IS NULL OR kind = $1) AND ($2::text IS NULL OR bank = $2) AND ($3::text IS NULL OR owner = $3)
           AND ($4::timestamptz IS NULL OR (work.since, id) > ($4, $5))
         ORDER BY work.since, id LIMIT $6`,
        [kind ?? null, bank ?? null, owner ?? null, since, id, limit + 1],
      ),
    );
    const items = result.slice(0, limit).map(itemOf);
    const last = result.length > limit ? items.at(-1) : undefined;
    return { items, next: last ? encodeCursor([last.since, last.id]) : null, position };
  }

  /** What is known of a discrepancy of a file; undefined: it is none. */
  async facts(statement: string, key: string): Promise<DiscrepancyFacts | undefined> {
    const [kind, name] = [key.slice(0, key.indexOf('-')), key.slice(key.indexOf('-') + 1)];
    const { result } = await withTables(this.dataSource, collectionBankDays, (manager) =>
      manager.query<{ reference: string | null; fen: string; reason: DiscrepancyFacts['bucket'] }[]>(
        `SELECT reference, fen::text AS fen, reason FROM (${OPEN} UNION ALL ${MISSING}) AS work WHERE id = $1
         UNION ALL SELECT reference, fen::text, reason FROM work_item WHERE id = $1 AND closed_at IS NOT NULL`,
        [`${kind}:${statement}:${name}`],
      ),
    );
    const [row] = result;
    return row && { reference: row.reference, fen: fen(Number(row.fen)), bucket: row.reason };
  }
}

const itemOf = (row: Row): WorkItem => ({ ...row, fen: fen(Number(row.fen)), since: parseInstant(row.since) });

/** Where a page ended. @throws Problem `cursor.invalid` */
function keyOf(cursor: string): readonly [string, string] {
  const [since, id] = decodeCursor(cursor, 2);
  if (typeof since === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(since) && typeof id === 'string')
    return [since, id];
  throw platformProblem('cursor.invalid');
}
