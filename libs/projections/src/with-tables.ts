import type { Position } from '@fajiao/event-store';
import type { DataSource, EntityManager } from 'typeorm';

export interface Answer<Result> {
  readonly result: Result;
  /** How far the projection was when this was read. Null: before its first turn. */
  readonly position: Position | null;
}

/**
 * Reads a projection's tables: entities name no schema. Everything that `work` reads, and the position, are of one moment,
 * also while rebuilt tables take the place of these.
 */
export async function withTables<Result>(
  dataSource: DataSource,
  projection: { readonly name: string },
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Answer<Result>> {
  const query = dataSource.createQueryRunner();
  await query.connect();
  try {
    // one round trip; the lock comes before the first statement that takes the snapshot (see projection.swap)
    await query.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
       SET LOCAL search_path TO "${projection.name}";
       LOCK TABLE projection.checkpoint IN ACCESS SHARE MODE`,
    );
    const [checkpoint] = await query.manager.query<{ position: Position | null }[]>(
      `SELECT position FROM projection.checkpoint WHERE name = $1 AND slot = 'live'`,
      [projection.name],
    );
    const result = await work(query.manager);
    return { result, position: checkpoint?.position ?? null };
  } finally {
    await query.query('ROLLBACK').catch(() => undefined); // a broken connection is dropped by the pool
    await query.release();
  }
}
