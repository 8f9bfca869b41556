import type { Credentials } from '@eventstore/db-client';
import { checkBatch, isStreamName } from '../batch-rules';
import { type ContextAccess, mayAppend, mayRead } from '../context-access';
import { BatchRefused, StoreUnavailable } from '../errors';
import type { Appended, EventStore, Expected, NewEvent, Page, Position, StoredEvent } from '../port';
import { placeIn, positionOf } from '../position';
import { Wake } from '../wake';
import { Appending } from './appending';
import { newClient } from './client';
import { Connection } from './connection';
import { parseServerAddress } from './connection-string';
import { commitOf, type Recorded, storedEvent } from './event-shape';
import { readFailure } from './failures';
import { Hint } from './hint';
import { Names } from './names';
import { type Opener, takeStream } from './opening';
import { Reading } from './reading';
import { StoreBeginning } from './store-beginning';

export interface EventStoreDbOptions {
  /** `esdb://host:port?tls=false`, several hosts for a cluster; `user:password@` in front of them where it is secure. */
  readonly url: string;
  /** In front of every stream name, to set runs on one server apart. None unless given. */
  readonly prefix?: string;
  /** Rights of a login; all rights unless given. */
  readonly access?: ContextAccess;
  /** Instead of those in the url. */
  readonly credentials?: Credentials;
  /** Only for a server whose rights were prepared (see `prepareRights`). */
  readonly opener?: Opener;
  /** How long one call may take, in milliseconds; 5 s unless given. */
  readonly timeout?: number;
}

/** An insecure server ignores them, but that they are there decides how the client appends. */
const DUMMY: Credentials = { username: 'nobody', password: 'insecure' };
const STREAM_PAGE = 128;
/** Records of the whole log that are looked through at once for a small page of ours. */
const LOG_PAGE = 500;

/**
 * Nothing is sent before the first call. @throws Error when url or prefix are none, or credentials are missing
 */
export const openEventStoreDb = (options: EventStoreDbOptions): Promise<EventStore> =>
  new Promise((resolve) => resolve(new EventStoreDbEventStore(options)));

/** EventStoreDB 23.10 and newer, by the rules in the README next to this file. */
class EventStoreDbEventStore implements EventStore {
  readonly #access: ContextAccess | undefined;
  readonly #opener: Opener | undefined;
  readonly #names: Names;
  readonly #connection: Connection;
  readonly #reading: Reading;
  readonly #appending: Appending;
  readonly #beginning: StoreBeginning;
  readonly #wake = new Wake();
  readonly #hint: Hint;
  #closed = false;

  constructor({ url, prefix = '', access, credentials, opener, timeout = 5_000 }: EventStoreDbOptions) {
    const address = parseServerAddress(url);
    newClient(address.nextString()); // only to hear now of what it would not take later
    const login = credentials ?? address.credentials ?? (address.secure ? undefined : DUMMY);
    if (!login) throw new Error('a secure EventStoreDB needs credentials');
    this.#access = access;
    this.#opener = opener;
    this.#names = new Names(prefix);
    this.#connection = new Connection(address, timeout);
    this.#reading = new Reading(this.#connection, login);
    this.#appending = new Appending(this.#connection, this.#reading, this.#names, login);
    this.#beginning = new StoreBeginning(this.#connection, this.#reading, this.#names, opener?.credentials ?? login);
    this.#hint = new Hint(address, login, prefix, timeout, this.#wake);
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    checkBatch(stream, events, expected);
    if (this.#access && !mayAppend(this.#access, stream)) {
      throw new BatchRefused(`${this.#access.login} may not append to ${stream}`);
    }
    const { id } = await this.#beginning.find();
    if (this.#opener && expected === 'none') {
      await takeStream(this.#connection, this.#names.onServer(stream), this.#opener);
    }
    const last = await this.#appending.append(stream, events, expected);
    this.#wake.announce(commitOf(last));
    return { revision: Number(last.revision), position: positionOf(id, commitOf(last)) };
  }

  async *read(stream: string, from = 0): AsyncGenerator<StoredEvent> {
    if (!isStreamName(stream)) return;
    const { id } = await this.#beginning.find();
    const name = this.#names.onServer(stream);
    for (let next = from; ;) {
      const page = await this.#try(stream, () => this.#reading.forwards(name, next, STREAM_PAGE));
      for (const recorded of page) {
        if (this.#isReadable(stream, recorded)) yield storedEvent(recorded, stream, id);
      }
      const last = page.at(-1);
      if (!last || page.length < STREAM_PAGE) return;
      next = Number(last.revision) + 1;
    }
  }

  async last(stream: string): Promise<StoredEvent | undefined> {
    if (!isStreamName(stream)) return undefined;
    const { id } = await this.#beginning.find();
    const name = this.#names.onServer(stream);
    // One is enough, except for a context that may read only some of the stream.
    let page = await this.#try(stream, () => this.#reading.backwards(name, 'end', 1));
    for (;;) {
      const found = page.find((recorded) => this.#isReadable(stream, recorded));
      if (found) return storedEvent(found, stream, id);
      const oldest = page.at(-1);
      if (!oldest || oldest.revision === 0n) return undefined;
      page = await this.#try(stream, () => this.#reading.backwards(name, Number(oldest.revision) - 1, STREAM_PAGE));
    }
  }

  async readAll(after: Position | undefined, limit: number): Promise<Page> {
    const { id, place: beginning } = await this.#beginning.find();
    let place = after === undefined ? beginning : placeIn(id, after);
    // Where little is ours, a small page looks further and further ahead.
    for (let wanted = limit; ; wanted = Math.min(wanted * 4, LOG_PAGE)) {
      const { newer, atEnd } = await this.#logAfter(place, wanted);
      const events = newer.flatMap((recorded) => this.#readable(recorded, id));
      const last = newer.at(-1);
      if (last) place = commitOf(last);
      if (events.length > limit) {
        const page = events.slice(0, limit);
        return { events: page, next: page.at(-1)?.position ?? positionOf(id, place), atEnd: false };
      }
      if (events.length > 0 || atEnd || wanted >= LOG_PAGE) return { events, next: positionOf(id, place), atEnd };
    }
  }

  async woken(after: Position | undefined, signal: AbortSignal): Promise<void> {
    if (this.#closed) return;
    this.#hint.start();
    const id = this.#beginning.known?.id;
    const place = after === undefined || id === undefined ? 0n : placeIn(id, after);
    await this.#wake.after(place, signal);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#wake.stir();
    await Promise.all([this.#hint.stop(), this.#connection.close()]);
  }

  /** Reading from a place gives the record there again, so one more is asked for, and it is dropped. */
  async #logAfter(place: bigint, wanted: number): Promise<{ newer: Recorded[]; atEnd: boolean }> {
    const from = { commit: place, prepare: place };
    const records = await this.#try('the log', () => this.#reading.all(from, wanted + 1));
    const newer = records.filter((recorded) => commitOf(recorded) > place).slice(0, wanted);
    return { newer, atEnd: records.length <= wanted };
  }

  #readable(recorded: Recorded, id: string): StoredEvent[] {
    const stream = this.#names.ours(recorded.streamId);
    if (stream === undefined || !this.#isReadable(stream, recorded)) return [];
    return [storedEvent(recorded, stream, id)];
  }

  /** Links and what else the server writes into a stream are nobody's events. */
  #isReadable(stream: string, { type }: Recorded): boolean {
    return !type.startsWith('$') && (!this.#access || mayRead(this.#access, stream, type));
  }

  async #try<T>(what: string, read: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreUnavailable('closed');
    try {
      return await read();
    } catch (error) {
      throw readFailure(what, error);
    }
  }
}
