import type { Position } from '@fajiao/event-store';
import type { EntityManager } from 'typeorm';

/** `live` tables answer queries; `next` ones are being rebuilt beside them. */
export type Slot = 'live' | 'next';

export interface Checkpoint {
  /** Undefined: before the first event. */
  readonly position: Position | undefined;
  readonly version: string;
  /** Why it stands still. */
  readonly fault: string | null;
}

/** A stream that is set aside, from `revision` on. */
export interface ParkedStream {
  readonly name: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  /** What failed, without the data of the event. */
  readonly reason: string;
  /** Codes of a refused command. */
  readonly codes: readonly string[];
  /** How often it was tried. */
  readonly attempts: number;
}

type Queries = Pick<EntityManager, 'query'>;
type Row = Omit<Checkpoint, 'position'> & { position: Position | null };

const COLUMNS = 'name, stream, revision::int, position, reason, codes, attempts';

/** The checkpoint, or undefined when there is none: the schema was not migrated, or nothing is being rebuilt. */
export async function readCheckpoint(queries: Queries, name: string, slot: Slot): Promise<Checkpoint | undefined> {
  return first(
    await queries.query<Row[]>(
      'SELECT position, version, fault FROM projection.checkpoint WHERE name = $1 AND slot = $2',
      [name, slot],
    ),
  );
}

/**
 * Locks the checkpoint until the transaction ends and puts `search_path` on its tables. Undefined when somebody else has
 * it, unless told to wait for them.
 */
export async function lockCheckpoint(
  manager: Queries,
  name: string,
  slot: Slot,
  others: 'skip' | 'wait' = 'skip',
): Promise<Checkpoint | undefined> {
  return first(
    await manager.query<Row[]>(
      `SELECT position, version, fault, set_config('search_path', quote_ident($3), true)
       FROM projection.checkpoint WHERE name = $1 AND slot = $2 FOR UPDATE ${others === 'skip' ? 'SKIP LOCKED' : ''}`,
      [name, slot, schemaOf(name, slot)],
    ),
  );
}

/** @param fault why it goes no further */
export async function saveCheckpoint(
  manager: Queries,
  name: string,
  slot: Slot,
  position: Position | undefined,
  fault: string | null,
): Promise<void> {
  await manager.query(
    'UPDATE projection.checkpoint SET position = $3, fault = $4, updated_at = now() WHERE name = $1 AND slot = $2',
    [name, slot, position, fault],
  );
}

/** Parked streams of a projection; those of the given streams only where they are given. */
export async function readParked(
  queries: Queries,
  name: string,
  slot: Slot,
  streams?: readonly string[],
): Promise<ParkedStream[]> {
  return queries.query<ParkedStream[]>(
    `SELECT ${COLUMNS} FROM projection.parked WHERE name = $1 AND slot = $2 AND ($3::text[] IS NULL OR stream = ANY ($3))
     ORDER BY position`,
    [name, slot, streams ?? null],
  );
}

export async function park(
  manager: Queries,
  slot: Slot,
  { name, stream, revision, position, reason, codes, attempts }: ParkedStream,
): Promise<void> {
  await manager.query(
    `INSERT INTO projection.parked (name, slot, stream, revision, position, reason, codes, attempts)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (name, slot, stream) DO UPDATE SET revision = excluded.revision, position = excluded.position,
       reason = excluded.reason, codes = excluded.codes, attempts = excluded.attempts`,
    [name, slot, stream, revision, position, reason, codes, attempts],
  );
}

export async function unpark(manager: Queries, name: string, slot: Slot, stream: string): Promise<void> {
  await manager.query('DELETE FROM projection.parked WHERE name = $1 AND slot = $2 AND stream = $3', [
    name,
    slot,
    stream,
  ]);
}

export const schemaOf = (name: string, slot: Slot): string => (slot === 'live' ? name : `${name}_next`);

function first([row]: Row[]): Checkpoint | undefined {
  return row && { position: row.position ?? undefined, version: row.version, fault: row.fault };
}
