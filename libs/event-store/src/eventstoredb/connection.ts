import { type EventStoreDBClient, NotLeaderError } from '@eventstore/db-client';
import { StoreUnavailable } from '../errors';
import { newClient, type OwnClient } from './client';
import type { ServerAddress } from './connection-string';
import { isSilence } from './failures';
import { send, type Sending } from './sending';
import { Slots } from './slots';

/** A server takes 100 streams on a connection and lets the next ones hang; some are left for what is being cancelled. */
const CALLS_AT_ONCE = 80;

interface Lease {
  readonly own: OwnClient;
  calls: number;
  /** Set once the client is given up: settles when it is gone. */
  gone: Promise<void> | undefined;
  /** Its last call has ended. */
  ended: () => void;
}

/** A client that is replaced when a call on it gets no answer. */
export class Connection {
  readonly #slots: Slots;
  #lease: Lease | undefined;
  #closed = false;

  constructor(
    private readonly address: ServerAddress,
    /** For one call, in milliseconds. */
    readonly timeout: number,
  ) {
    this.#slots = new Slots(CALLS_AT_ONCE, timeout);
  }

  /**
   * Runs one call, which has to limit its own time, and once more where it reached a node that does not lead: the client
   * knows the leader then.
   * @throws StoreUnavailable, or whatever the call throws
   */
  async call<T>(work: (client: EventStoreDBClient) => Promise<T>): Promise<T> {
    return this.#slots.use(async () => {
      try {
        return await this.#attempt(work);
      } catch (error) {
        if (error instanceof NotLeaderError) return await this.#attempt(work);
        throw error;
      }
    });
  }

  /** @throws StoreUnavailable, or whatever the append throws */
  async send(sending: Sending): Promise<void> {
    await this.call((client) => send(client, sending, this.timeout));
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#lease) await this.#retire(this.#lease);
  }

  async #attempt<T>(work: (client: EventStoreDBClient) => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreUnavailable('closed');
    const lease = (this.#lease ??= this.#newLease());
    lease.calls += 1;
    try {
      return await work(lease.own.client);
    } catch (error) {
      if (isSilence(error)) void this.#retire(lease);
      throw error;
    } finally {
      lease.calls -= 1;
      if (lease.calls === 0) lease.ended();
    }
  }

  #newLease(): Lease {
    return { own: newClient(this.address.nextString()), calls: 0, gone: undefined, ended: () => undefined };
  }

  /** Disposing of a client breaks off its reads without telling them, so it waits for the last of them. */
  #retire(lease: Lease): Promise<void> {
    if (this.#lease === lease) this.#lease = undefined;
    lease.gone ??= new Promise<void>((resolve) => {
      lease.ended = resolve;
      if (lease.calls === 0) resolve();
    }).then(() => lease.own.end(this.timeout));
    return lease.gone;
  }
}
