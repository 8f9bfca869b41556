import * as pg from 'pg';
import type { DataSourceOptions, MixedList, EntitySchema } from 'typeorm';

/**
 * Between the pool's handing out a connection and TypeORM's taking it nobody listens to it: one that breaks in that moment
 * would end the process. Whoever uses it is told by its query.
 */
class ListeningPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super(config);
    this.on('connect', (client) => client.on('error', () => undefined));
  }
}

/** What every connection of an application to its read models has in common. Waits have an end, on the server's side. */
export const dataSourceOptions = (
  url: string,
  entities: MixedList<string | (new () => object) | EntitySchema>,
  poolSize: number,
  applicationName = 'fajiao',
): DataSourceOptions => ({
  type: 'postgres',
  driver: { ...pg, Pool: ListeningPool },
  url,
  entities,
  poolSize,
  applicationName,
  connectTimeoutMS: 5_000,
  // whoever uses a broken connection is told by its query; an idle one the pool drops by itself
  poolErrorHandler: () => undefined,
  extra: {
    keepAlive: true,
    statement_timeout: 30_000,
    // a policy's turn waits for its command, which has an end of its own
    idle_in_transaction_session_timeout: 120_000,
    // no query_timeout: pg then gives up on a ROLLBACK and hands on a connection that is still in its transaction
  },
});
