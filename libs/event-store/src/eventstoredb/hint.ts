import {
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type Credentials,
  END,
  excludeSystemEvents,
  type Filter,
  type Position,
  streamNameFilter,
  UnknownError,
} from '@eventstore/db-client';
import { sleep } from '../sleep';
import type { Wake } from '../wake';
import { newClient } from './client';
import type { ServerAddress } from './connection-string';
import { within } from './time-limit';

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 5_000;

/**
 * A live subscription, for nothing but to say that something newer may be there. It is read at once and forgotten, on a
 * client of its own, so that appends and reads never wait behind it. The server drops a live subscription whose client has
 * 32 events to take; then it is resumed after the last event seen, at once the first time, and later and later after that.
 */
export class Hint {
  readonly #stopped = new AbortController();
  #running: Promise<void> | undefined;
  #last: Position | undefined;

  constructor(
    private readonly address: ServerAddress,
    private readonly credentials: Credentials,
    private readonly prefix: string,
    private readonly timeout: number,
    private readonly wake: Wake,
  ) {}

  /** Listens from now on, if it does not already. */
  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#stopped.signal.aborted) {
      const listened = await this.#listen();
      failures = listened ? 1 : failures + 1;
      // Whatever happened meanwhile was not heard.
      this.wake.stir();
      if (failures > 1) await sleep(Math.min(FIRST_PAUSE * 2 ** (failures - 2), LONGEST_PAUSE), this.#stopped.signal);
    }
  }

  /** Until the subscription ends, as it may at any time. @returns whether it ever began */
  async #listen(): Promise<boolean> {
    const own = newClient(this.address.nextString());
    const subscription = own.client.subscribeToAll({
      fromPosition: this.#last ?? END,
      filter: this.#filter(),
      requiresLeader: true,
      credentials: this.credentials,
    });
    let began = false;
    subscription.on('data', (resolved: AllStreamResolvedEvent) => this.#heard(resolved));
    subscription.on('confirmation', () => {
      began = true;
      this.wake.stir();
    });
    const fault = await this.#end(subscription, () => began);
    // No record begins where the last event was: the server holds other data now.
    if (fault instanceof UnknownError) this.#last = undefined;
    await within(this.timeout, () => subscription.unsubscribe()).catch(() => undefined);
    subscription.destroy();
    await own.end(this.timeout);
    return began;
  }

  /** Resolves with the fault, if it is one that ended the subscription. A subscription never ends in any other way. */
  async #end(subscription: AllStreamSubscription, began: () => boolean): Promise<unknown> {
    const stopped = this.#stopped.signal;
    return new Promise((resolve) => {
      const end = (fault?: unknown): void => {
        clearTimeout(timer);
        stopped.removeEventListener('abort', stop);
        resolve(fault);
      };
      const stop = (): void => end();
      const timer = setTimeout(() => began() || end(), this.timeout);
      stopped.addEventListener('abort', stop);
      // Heard for ever: an error that nobody hears would end the process.
      subscription.on('error', end);
    });
  }

  #heard({ commitPosition, event, link }: AllStreamResolvedEvent): void {
    const position = link?.position ?? event?.position;
    if (!position) return;
    this.#last = position;
    this.wake.announce(commitPosition ?? position.commit);
  }

  #filter(): Filter {
    return this.prefix === '' ? excludeSystemEvents() : streamNameFilter({ prefixes: [this.prefix] });
  }
}
