import type { Position } from '@fajiao/event-store';
import type { DataSource } from 'typeorm';
import type { ProjectionTables } from './projection';
import type { Answer } from './with-tables';

/**
 * Runs one query on a projection's tables, which it names with their schema, in one round trip. Rows come as JSON has them:
 * days and instants are text.
 */
export async function readRows<Row>(
  dataSource: DataSource,
  { name }: Pick<ProjectionTables, 'name'>,
  query: { readonly text: string; readonly values: unknown[] },
): Promise<Answer<readonly Row[]>> {
  // The checkpoint stands first: its lock is taken before the other names are looked up (see projection.swap).
  const [found] = await dataSource.query<{ position: Position | null; rows: readonly Row[] }[]>(
    `WITH checkpoint AS MATERIALIZED (
       SELECT position FROM projection.checkpoint WHERE name = '${name}' AND slot = 'live'
     )
     SELECT (SELECT position FROM checkpoint) AS position,
       (SELECT coalesce(json_agg(its), '[]') FROM (${query.text}) AS its) AS rows`,
    query.values,
  );
  return { result: found?.rows ?? [], position: found?.position ?? null };
}
