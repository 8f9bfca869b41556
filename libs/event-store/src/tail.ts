import { StoreUnavailable } from './errors';
import type { EventStore, Page, Position, StoredEvent } from './port';
import { sleep } from './sleep';

const SHORTEST_PAUSE = 5;
const LONGEST_PAUSE = 1_000;

export type TailItem =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  /** Everything up to here has been seen, though the last of it was not ours to read. */
  | { readonly kind: 'passed'; readonly position: Position }
  /** Nothing newer was readable a moment ago. */
  | { readonly kind: 'caught-up'; readonly position: Position };

export interface TailOptions {
  readonly signal: AbortSignal;
  /** Events a page; 500 unless told. */
  readonly pageSize?: number;
}

/** What a tail needs of a store. */
export type Followed = Pick<EventStore, 'readAll' | 'woken'>;

/**
 * Everything after a position, in order, without end: it stops on abort only. The next page is read when the consumer asks
 * for it. While the store is unavailable it waits.
 * @throws ForeignPosition
 */
export async function* tail(
  store: Followed,
  after: Position | undefined,
  { signal, pageSize = 500 }: TailOptions,
): AsyncGenerator<TailItem, void, undefined> {
  let position = after;
  let caughtUpAt: Position | undefined;
  let pause = SHORTEST_PAUSE;
  let hintWasEmpty = false;

  while (!signal.aborted) {
    const page = await pageAfter(store, position, pageSize);
    if (page) {
      for (const event of page.events) {
        yield { kind: 'event', event };
        if (signal.aborted) return;
      }
      const moved = page.next !== position;
      if (moved && page.next !== page.events.at(-1)?.position) yield { kind: 'passed', position: page.next };
      position = page.next;
      if (moved) {
        pause = SHORTEST_PAUSE;
        hintWasEmpty = false;
      }
      if (!page.atEnd) continue;
      if (caughtUpAt !== position) yield { kind: 'caught-up', position };
      caughtUpAt = position;
    }
    // A hint may be right and the event not readable yet: then only time helps.
    if (page && !hintWasEmpty) hintWasEmpty = await pauseOrHint(store, position, pause, signal);
    else {
      await sleep(pause, signal);
      hintWasEmpty = false;
    }
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
}

async function pageAfter(store: Followed, position: Position | undefined, limit: number): Promise<Page | undefined> {
  try {
    return await store.readAll(position, limit);
  } catch (error) {
    if (error instanceof StoreUnavailable) return undefined;
    throw error;
  }
}

const never = new Promise<boolean>(() => undefined);

/** Whether it was a hint that ended the pause. */
async function pauseOrHint(
  store: Followed,
  position: Position | undefined,
  pause: number,
  signal: AbortSignal,
): Promise<boolean> {
  const over = new AbortController();
  const stop = () => over.abort('over'); // a reason of its own: without one every abort makes an error with a stack
  signal.addEventListener('abort', stop);
  try {
    const hint = store.woken(position, over.signal).then(
      () => true,
      () => never,
    );
    return await Promise.race([hint, sleep(pause, over.signal).then(() => false)]);
  } finally {
    stop();
    signal.removeEventListener('abort', stop);
  }
}
