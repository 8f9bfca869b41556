import { randomUUID } from 'node:crypto';
import { type Credentials, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { StoreUnavailable } from '../errors';
import type { Connection } from './connection';
import { commitOf } from './event-shape';
import { isWrongExpectedVersion, readFailure } from './failures';
import type { Names } from './names';
import type { Reading } from './reading';

export interface StoreOrigin {
  readonly id: string;
  /** Everything that was ever appended to the store stands after this place of the log. */
  readonly place: bigint;
}

/**
 * Where the store that a prefix on a server makes begins: the first event in a stream of its own, which whoever comes first
 * writes, before anything else. Its id is the store's. Other data on the same address (a new server) are another store.
 */
export class StoreBeginning {
  #origin: StoreOrigin | undefined;
  #finding: Promise<StoreOrigin> | undefined;
  readonly #proposal = randomUUID();

  constructor(
    private readonly connection: Connection,
    private readonly reading: Reading,
    private readonly names: Names,
    /** Who may open streams, where the server checks rights. */
    private readonly credentials: Credentials,
  ) {}

  /** @throws StoreUnavailable */
  async find(): Promise<StoreOrigin> {
    if (this.#origin) return this.#origin;
    this.#finding ??= this.#readOrWrite().finally(() => {
      this.#finding = undefined;
    });
    this.#origin = await this.#finding;
    return this.#origin;
  }

  /** Undefined until it was found once. */
  get known(): StoreOrigin | undefined {
    return this.#origin;
  }

  async #readOrWrite(): Promise<StoreOrigin> {
    try {
      const found = await this.#read();
      if (found) return found;
      await this.#write();
      const written = await this.#read();
      if (written) return written;
    } catch (error) {
      throw readFailure('the beginning of the event store', error);
    }
    throw new StoreUnavailable('the beginning of the event store was written, but cannot be read');
  }

  async #read(): Promise<StoreOrigin | undefined> {
    const [first] = await this.reading.forwards(this.names.storeStream, 0, 1);
    return first && { id: first.id, place: commitOf(first) };
  }

  async #write(): Promise<void> {
    const event = jsonEvent({ id: this.#proposal, type: 'StoreOpened', data: {} });
    try {
      await this.connection.send({
        stream: this.names.storeStream,
        events: [event],
        expectedRevision: NO_STREAM,
        credentials: this.credentials,
      });
    } catch (error) {
      // Another process was first; its id is read.
      if (!isWrongExpectedVersion(error)) throw error;
    }
  }
}
