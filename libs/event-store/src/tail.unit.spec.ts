import { randomUUID } from 'node:crypto';
import { ForeignPosition, StoreUnavailable } from './errors';
import { MemoryEventStore, memoryEventStore } from './memory/memory-event-store';
import { MemoryLog } from './memory/memory-log';
import type { EventStore, NewEvent, Page, Position } from './port';
import { tail, type TailItem } from './tail';

const event = (): NewEvent => ({ id: randomUUID(), type: 'CaseFiled', data: '{}', metadata: '{}' });
const fill = async (store: EventStore, streams: number, category = 'case') => {
  for (let i = 0; i < streams; i++) await store.append(`${category}-${randomUUID()}`, [event()], 'none');
};

/** Takes items until the condition holds, then aborts. */
async function take(
  store: EventStore,
  until: (items: readonly TailItem[]) => boolean,
  options: { after?: Position; pageSize?: number; onItem?: (item: TailItem) => void | Promise<void> } = {},
): Promise<TailItem[]> {
  const abort = new AbortController();
  const items: TailItem[] = [];
  const pageSize = options.pageSize ?? 10;
  for await (const item of tail(store, options.after, { signal: abort.signal, pageSize })) {
    items.push(item);
    await options.onItem?.(item);
    if (until(items)) abort.abort();
  }
  return items;
}

const kinds = (items: readonly TailItem[]) => items.map(({ kind }) => kind);
const caughtUp = (times: number) => (items: readonly TailItem[]) =>
  items.filter(({ kind }) => kind === 'caught-up').length >= times;

/** Forwards to another store and counts; methods can be replaced. */
class Watched implements EventStore {
  reads = 0;
  constructor(
    private readonly store: EventStore,
    private readonly change: Partial<Pick<EventStore, 'readAll' | 'woken'>> = {},
  ) {}
  append: EventStore['append'] = (...call) => this.store.append(...call);
  read: EventStore['read'] = (...call) => this.store.read(...call);
  last: EventStore['last'] = (...call) => this.store.last(...call);
  readAll: EventStore['readAll'] = (...call) => {
    this.reads += 1;
    return (this.change.readAll ?? ((...args) => this.store.readAll(...args)))(...call);
  };
  woken: EventStore['woken'] = (...call) => (this.change.woken ?? ((...args) => this.store.woken(...args)))(...call);
  close: EventStore['close'] = () => this.store.close();
}

describe('tail', () => {
  it('gives the events page by page, then says once that it has caught up', async () => {
    const store = memoryEventStore();
    await fill(store, 7);
    const items = await take(store, caughtUp(1), { pageSize: 3 });
    expect(kinds(items)).toEqual([...Array<string>(7).fill('event'), 'caught-up']);
    expect(items.at(-1)).toEqual({ kind: 'caught-up', position: (await store.readAll(undefined, 9)).next });
  });

  it('goes on after a position, and gives what is appended later', async () => {
    const store = memoryEventStore();
    await fill(store, 3);
    const { next } = await store.readAll(undefined, 2);
    let added = 0;
    const onItem = async ({ kind }: TailItem) => {
      if (kind === 'caught-up' && added++ < 2) await fill(store, 1);
    };
    const items = await take(store, caughtUp(3), { after: next, onItem });
    expect(kinds(items)).toEqual(['event', 'caught-up', 'event', 'caught-up', 'event', 'caught-up']);
  });

  it('tells where it stands when the last events of a page were not ours', async () => {
    const log = new MemoryLog();
    const access = { context: 'decision', login: 'decision', appends: [], reads: ['case'], readsTypes: [] } as const;
    await fill(new MemoryEventStore(log), 1);
    await fill(new MemoryEventStore(log), 2, 'fine');
    const items = await take(memoryEventStore({ log, access }), caughtUp(1));
    expect(kinds(items)).toEqual(['event', 'passed', 'caught-up']);
    expect(items[1]).toMatchObject({ position: `${log.id}:00000000000000000003` });
  });

  it('reads the next page only when it is asked for more', async () => {
    const inner = memoryEventStore();
    await fill(inner, 10);
    const store = new Watched(inner);
    const items = tail(store, undefined, { signal: new AbortController().signal, pageSize: 2 });
    for (let i = 0; i < 3; i++) await items.next();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(store.reads).toBe(2);
    await items.return();
  });

  it('polls when no hint comes: soon at first, ever more rarely while nothing happens', async () => {
    const inner = memoryEventStore();
    const deaf = () => new Promise<void>(() => undefined);
    const store = new Watched(inner, { woken: deaf });
    let readsWhenQuiet = 0;
    const onItem = ({ kind }: TailItem) => {
      if (kind !== 'caught-up' || readsWhenQuiet > 0) return;
      setTimeout(() => {
        readsWhenQuiet = store.reads;
        void fill(inner, 1);
      }, 400);
    };
    await take(store, caughtUp(2), { onItem });
    expect(readsWhenQuiet).toBeGreaterThanOrEqual(3);
    expect(readsWhenQuiet).toBeLessThanOrEqual(9);
  });

  it('a hint cuts the pause short', async () => {
    const store = memoryEventStore();
    let appendedAt = 0;
    const onItem = ({ kind }: TailItem) => {
      if (kind !== 'caught-up' || appendedAt > 0) return;
      setTimeout(() => {
        appendedAt = Date.now();
        void fill(store, 1);
      }, 700);
    };
    await take(store, caughtUp(2), { onItem });
    expect(Date.now() - appendedAt).toBeLessThan(400); // of a pause of 640
  });

  it('does not spin on a hint that is right while the event cannot be read yet', async () => {
    const inner = memoryEventStore();
    const store = new Watched(inner, { woken: () => Promise.resolve() });
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 300);
    for await (const item of tail(store, undefined, { signal: abort.signal })) expect(item.kind).not.toBe('event');
    expect(store.reads).toBeLessThan(25);
  });

  it('a hint that fails is no hint', async () => {
    const inner = memoryEventStore();
    await fill(inner, 1);
    const store = new Watched(inner, { woken: () => Promise.reject(new StoreUnavailable()) });
    let filled = 0;
    const onItem = async ({ kind }: TailItem) => {
      if (kind === 'caught-up' && filled++ === 0) await fill(inner, 1);
    };
    const items = await take(store, caughtUp(2), { onItem });
    expect(kinds(items)).toEqual(['event', 'caught-up', 'event', 'caught-up']);
  });

  it('waits while the store is unavailable, and goes on where it was', async () => {
    const inner = memoryEventStore();
    await fill(inner, 5);
    let calls = 0;
    const readAll = (after: Position | undefined, limit: number): Promise<Page> =>
      ++calls % 3 === 0 ? inner.readAll(after, limit) : Promise.reject(new StoreUnavailable('down'));
    const items = await take(new Watched(inner, { readAll }), caughtUp(1), { pageSize: 2 });
    const events = items.flatMap((item) => (item.kind === 'event' ? [item.event.position] : []));
    expect(events).toEqual(inner.log.events.map((stored) => stored.position));
  });

  it('ends with any other error', async () => {
    const position = 'elsewhere:00000000000000000001' as Position;
    await expect(take(memoryEventStore(), () => false, { after: position })).rejects.toBeInstanceOf(ForeignPosition);
  });

  it('ends at once when it is aborted while it waits, and gives nothing when it was before', async () => {
    const store = memoryEventStore();
    await fill(store, 1);
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 50);
    const items: TailItem[] = [];
    for await (const item of tail(store, undefined, { signal: abort.signal })) items.push(item);
    expect(kinds(items)).toEqual(['event', 'caught-up']);
    for await (const item of tail(store, undefined, { signal: AbortSignal.abort() })) throw new Error(item.kind);
  });
});
