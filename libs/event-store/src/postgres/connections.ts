import { Pool, type PoolClient, type QueryResultRow } from 'pg';
import { StoreUnavailable } from '../errors';
import { isConnectionLost } from './failures';

const CONNECT_MS = 5_000;
const STATEMENT_MS = 10_000;
/** The server gives up first, so that its answer is known. */
const ANSWER_MS = 15_000;

export interface Statement {
  /** Prepared once on each connection under this name. */
  readonly name: string;
  readonly text: string;
}

/** A pool of connections whose every wait has an end. */
export class Connections {
  private readonly pool: Pool;
  private ending: Promise<void> | undefined;

  constructor(url: string, size: number, applicationName: string) {
    this.pool = new Pool({
      connectionString: url,
      max: size,
      application_name: applicationName,
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: STATEMENT_MS,
      idle_in_transaction_session_timeout: STATEMENT_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    });
    // Without listeners a broken connection ends the process. Whoever waits for an answer is told by its query; idle
    // connections the pool drops itself.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** @throws StoreUnavailable when no connection is had (nothing was sent), else what pg throws */
  async query<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    const client = await this.connect();
    let failure: unknown;
    try {
      const { rows } = await client.query<Row>({ ...statement, values: [...values] });
      return rows;
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      client.release(failure !== undefined && isConnectionLost(failure));
    }
  }

  async close(): Promise<void> {
    this.ending ??= this.pool.end();
    await this.ending;
  }

  private async connect(): Promise<PoolClient> {
    try {
      return await this.pool.connect();
    } catch (error) {
      throw new StoreUnavailable('no connection to the event store', { cause: error });
    }
  }
}
