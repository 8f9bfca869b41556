import type { DataSourceOptions, MixedList, EntitySchema } from 'typeorm';

/** What every connection of an application to its read models has in common. Waits have an end, on the server's side. */
export const dataSourceOptions = (
  url: string,
  entities: MixedList<string | (new () => object) | EntitySchema>,
  poolSize: number,
  applicationName = 'fajiao',
): DataSourceOptions => ({
  type: 'postgres',
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
