import {
  type EventStore,
  type Expected,
  type NewEvent,
  type Position,
  type StoredEvent,
  tail,
  VersionConflict,
} from '@fajiao/event-store';
import { appendUntilKnown, idsOf, newBatch, newStream } from './sample-events';
import type { HeldAppend, StoreUnderTest, Topic } from './store-under-test';

const WRITERS = 12;
const END = 'EndOfTest';

/** Readers of the global order, while appenders race, lose, hold back and give up. */
export function globalOrder({ under, decision, events, holds }: Topic): void {
  it(
    `readers of ${events} events under racing and rolled-back appenders: nothing lost, nothing twice, in order`,
    async () => {
      const audit = await under().open('audit');
      const start = (await audit.readAll(undefined, 1)).next;
      const readers = [
        readToTheEnd(audit, start, 500),
        readToTheEnd(await under().open('audit'), start, 3),
        readToTheEnd(await under().open('decision'), start, 50),
        readWithRestarts(under(), start),
      ];

      const budget = { left: events };
      const stores = [decision(), await under().open('decision'), await under().open('decision')] as const;
      const contested = newStream();
      const written = await Promise.all(
        Array.from({ length: WRITERS }, (_, i) => write(under(), stores[i % 3] ?? decision(), contested, budget)),
      );
      const [end] = newBatch(1);
      await decision().append(newStream(), [{ ...end, type: END }], 'none');

      const acked = idsOf([...written.flat(), end]).sort();
      for (const seen of await Promise.all(readers)) {
        expect(idsOf(seen).sort()).toEqual(acked);
        expectInOrder(seen);
      }
    },
    120_000 + 20 * events,
  );

  if (holds) heldAppenders(under, decision);
}

function heldAppenders(under: Topic['under'], decision: Topic['decision']): void {
  const hold = async (stream: string, batch: readonly NewEvent[]): Promise<HeldAppend> => {
    const held = await under().hold?.(stream, batch, 'none');
    if (!held) throw new Error('this store cannot hold appenders');
    return held;
  };
  const headOf = async (store: EventStore): Promise<Position> => {
    let page = await store.readAll(undefined, 10_000);
    while (!page.atEnd) page = await store.readAll(page.next, 10_000);
    return page.next;
  };

  it.each([
    ['commits', 'commit'],
    ['rolls back', 'rollback'],
  ] as const)('an appender that %s late is waited for, and its events are not passed by', async (_, end) => {
    const audit = await under().open('audit');
    const start = await headOf(audit);
    const [late, early] = [newBatch(2), newBatch(1)];
    const held = await hold(newStream(), late);
    await decision().append(newStream(), early, 'none');

    for (let i = 0; i < 3; i++) expect((await audit.readAll(start, 100)).events).toEqual([]);
    await held[end]();
    expect(await readSoon(audit, start)).toEqual(idsOf(end === 'commit' ? [...late, ...early] : early));
  });

  it('nobody waits for appenders that began after the hole was met', async () => {
    const audit = await under().open('audit');
    const start = await headOf(audit);
    const [early, later, last] = [newBatch(1), newBatch(1), newBatch(1)];
    const first = await hold(newStream(), newBatch(1));
    await decision().append(newStream(), early, 'none');
    expect((await audit.readAll(start, 100)).events).toEqual([]);

    const second = await hold(newStream(), later);
    await first.rollback();
    expect(await readSoon(audit, start)).toEqual(idsOf(early));
    await decision().append(newStream(), last, 'none');
    expect(idsOf((await audit.readAll(start, 100)).events)).toEqual(idsOf(early));
    await second.commit();
    expect(await readSoon(audit, start, 3)).toEqual(idsOf([...early, ...later, ...last]));
  });
}

/** What comes after a position, once there are as many events. */
async function readSoon(store: EventStore, after: Position, atLeast = 1): Promise<string[]> {
  for (let attempt = 0; ; attempt++) {
    const { events } = await store.readAll(after, 100);
    if (events.length >= atLeast || attempt >= 200) return idsOf(events);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Appends until the common budget is used up; returns what stands in the store for certain. */
async function write(
  under: StoreUnderTest,
  store: EventStore,
  contested: string,
  budget: { left: number },
): Promise<NewEvent[]> {
  const written: NewEvent[] = [];
  const own = newStream();
  let revision = -1;
  while (budget.left > 0) {
    const batch = newBatch(1 + Math.floor(Math.random() * 4));
    const chance = Math.random();
    if (chance < 0.2) {
      const last = await store.last(contested);
      if (!(await appendOrLose(store, contested, batch, last?.revision ?? 'none'))) continue;
    } else if (chance < 0.25) {
      const held = await under.hold?.(newStream(), batch, 'none');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
      if (Math.random() < 0.5) {
        await held?.rollback();
        continue;
      }
      if (!held) continue;
      await held.commit();
    } else {
      await appendUntilKnown(store, own, batch, revision < 0 ? 'none' : revision);
      revision += batch.length;
    }
    written.push(...batch);
    budget.left -= batch.length;
  }
  return written;
}

async function appendOrLose(
  store: EventStore,
  stream: string,
  batch: readonly NewEvent[],
  expected: Expected,
): Promise<boolean> {
  try {
    await appendUntilKnown(store, stream, batch, expected);
    return true;
  } catch (error) {
    if (error instanceof VersionConflict) return false;
    throw error;
  }
}

async function readToTheEnd(store: EventStore, after: Position, pageSize: number): Promise<StoredEvent[]> {
  const seen: StoredEvent[] = [];
  const abort = new AbortController();
  for await (const item of tail(store, after, { signal: abort.signal, pageSize })) {
    if (item.kind !== 'event') continue;
    seen.push(item.event);
    if (item.event.type === END) abort.abort();
  }
  return seen;
}

/** Reads 100 events, forgets the store, and goes on in a new one after the last position. */
async function readWithRestarts(under: StoreUnderTest, start: Position): Promise<StoredEvent[]> {
  const seen: StoredEvent[] = [];
  while (seen.at(-1)?.type !== END) {
    const store = await under.open('audit');
    const stopAt = seen.length + 100;
    const signal = new AbortController().signal;
    for await (const item of tail(store, seen.at(-1)?.position ?? start, { signal, pageSize: 17 })) {
      if (item.kind !== 'event') continue;
      seen.push(item.event);
      if (seen.length === stopAt || item.event.type === END) break;
    }
    await store.close();
  }
  return seen;
}

function expectInOrder(seen: readonly StoredEvent[]): void {
  const positions = seen.map((event) => event.position);
  expect([...positions].sort()).toEqual(positions);
  expect(new Set(positions).size).toBe(positions.length);
  const revisions = new Map<string, number>();
  for (const { stream, revision } of seen) {
    expect(revision).toBe((revisions.get(stream) ?? -1) + 1);
    revisions.set(stream, revision);
  }
}
