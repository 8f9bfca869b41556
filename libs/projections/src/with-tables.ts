import type { Position } from '@fajiao/event-store';
import type { DataSource, EntityManager } from 'typeorm';
import { quoted } from './schema/migration';

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
  const connection = (await query.connect()) as Connection;
  try {
    const position = await beginReading(connection, projection.name);
    const result = await work(query.manager);
    return { result, position };
  } finally {
    await query.query('ROLLBACK').catch(() => undefined); // a broken connection is dropped by the pool
    await query.release();
  }
}

/** Several statements in one message have several results, which TypeORM does not pass on. */
interface Connection {
  query(statements: string): Promise<readonly { readonly rows: readonly { readonly position?: Position | null }[] }[]>;
}

/** One round trip. The lock comes before the first statement that takes the snapshot (see projection.swap). */
async function beginReading(connection: Connection, name: string): Promise<Position | null> {
  const results = await connection.query(
    `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
     SET LOCAL search_path TO ${quoted(name)};
     LOCK TABLE projection.checkpoint IN ACCESS SHARE MODE;
     SELECT position FROM projection.checkpoint WHERE name = '${name}' AND slot = 'live'`,
  );
  return results.at(-1)?.rows[0]?.position ?? null;
}
