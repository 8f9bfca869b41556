import { checkBatch, isStreamName } from '../batch-rules';
import { ContentDiffers, VersionConflict } from '../errors';
import type { Appended, EventStore, Expected, NewEvent, Page, Position, StoredEvent } from '../port';
import { placeIn, positionOf } from '../position';
import type { Wake } from '../wake';
import { Connections, type Statement } from './connections';
import { readFailure } from './failures';
import { Settling } from './settling';
import { type EventRow, type PageRow, type Statements, statementsOf } from './statements';
import { StreamAppends } from './stream-appends';
import { StreamReads } from './stream-reads';
import { wakeOf } from './wakes';

export interface PostgresOptions {
  /** Of a migrated database (see eventStoreSql), with the login's role as user. */
  readonly url: string;
  /** The login's name in the table of accesses: whose functions are called. */
  readonly login: string;
  /** Connections at most; 16 unless told. */
  readonly connections?: number;
}

/** Connects when first used, and again whenever it must. */
export const openPostgresEventStore = (options: PostgresOptions): PostgresEventStore => new PostgresEventStore(options);

/** The event store in PostgreSQL 15 or newer. The server itself keeps the rules: see sql/. */
export class PostgresEventStore implements EventStore {
  private readonly connections: Connections;
  private readonly statements: Statements;
  private readonly appends: StreamAppends;
  private readonly reads: StreamReads;
  private readonly settling = new Settling();
  private self: { readonly id: string; readonly wake: Wake } | undefined;
  private closed = false;

  constructor({ url, login, connections = 16 }: PostgresOptions) {
    this.connections = new Connections(url, connections, `fajiao events ${login}`);
    this.statements = statementsOf(login);
    this.appends = new StreamAppends((statement, values) => this.connections.query(statement, values), this.statements);
    this.reads = new StreamReads((statement, values) => this.rows(statement, values), this.statements);
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    checkBatch(stream, events, expected);
    const { id, wake } = this.self ?? (await this.identify());
    const {
      outcome,
      last_revision: revision,
      last_number: number,
    } = await this.appends.append({ stream, events, expected });
    if (outcome === 'content-differs') throw new ContentDiffers(stream);
    if (outcome === 'conflict') throw new VersionConflict(stream, expected, revision ?? 'none');
    wake.announce(BigInt(number));
    return { revision: revision ?? 0, position: positionOf(id, BigInt(number)), isNew: outcome === 'appended' };
  }

  async *read(stream: string, from = 0): AsyncGenerator<StoredEvent> {
    if (!isStreamName(stream)) return;
    const { id } = this.self ?? (await this.identify());
    for (let next = from; ;) {
      const { rows, isEnd } = await this.reads.page(stream, next);
      for (const row of rows) yield eventOf(id, stream, row);
      const last = rows.at(-1);
      if (!last || isEnd) return;
      next = last.revision + 1;
    }
  }

  async last(stream: string): Promise<StoredEvent | undefined> {
    if (!isStreamName(stream)) return undefined;
    const { id } = this.self ?? (await this.identify());
    const [row] = await this.rows<EventRow>(this.statements.readLast, [stream]);
    return row && eventOf(id, stream, row);
  }

  async readAll(after: Position | undefined, limit: number): Promise<Page> {
    const { id } = this.self ?? (await this.identify());
    const start = after === undefined ? 0n : placeIn(id, after);
    const rows = await this.rows<PageRow>(this.statements.readPage, [
      start.toString(),
      limit,
      ...this.settling.question(),
    ]);
    const events: StoredEvent[] = [];
    for (const row of rows) {
      if (row.id !== null) {
        events.push(eventOf(id, row.stream, row));
        continue;
      }
      this.settling.answer(row.now_settled, row.now_waits_until, row.now_waits_for);
      const end = positionOf(id, BigInt(row.number));
      // A full page may stop short of what was scanned for it.
      const next = events.length < limit ? end : (events.at(-1)?.position ?? end);
      return { events, next, atEnd: row.is_end && next === end };
    }
    throw new Error('a page without an end');
  }

  async woken(after: Position | undefined, signal: AbortSignal): Promise<void> {
    const { id, wake } = this.self ?? (await this.identify());
    const place = after === undefined ? 0n : placeIn(id, after);
    if (!this.closed) await wake.after(place, signal);
  }

  /** Process of the server whose open transaction keeps readers waiting, if there is one. */
  health(): { readonly waitingFor?: number } {
    const waitingFor = this.settling.waitingFor();
    return waitingFor === undefined ? {} : { waitingFor };
  }

  async close(): Promise<void> {
    this.closed = true;
    this.self?.wake.stir();
    await this.connections.close();
  }

  private async identify(): Promise<{ readonly id: string; readonly wake: Wake }> {
    const [row] = await this.rows<{ readonly store_id: string }>(this.statements.storeId, []);
    if (!row) throw new Error('an event store without an id');
    this.self = { id: row.store_id, wake: wakeOf(row.store_id) };
    return this.self;
  }

  private async rows<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    try {
      return await this.connections.query<Row>(statement, values);
    } catch (error) {
      throw readFailure(error);
    }
  }
}

const eventOf = (storeId: string, stream: string, row: EventRow): StoredEvent => ({
  id: row.id,
  type: row.type,
  data: row.data,
  metadata: row.metadata,
  stream,
  revision: row.revision,
  position: positionOf(storeId, BigInt(row.number)),
});
