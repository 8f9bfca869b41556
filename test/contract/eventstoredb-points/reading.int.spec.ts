import { ANY, binaryEvent, jsonEvent } from '@eventstore/db-client';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { contextAccess } from '@fajiao/contracts';
import { type EventStore, type Position, type StoredEvent, tail } from '@fajiao/event-store';
import { everything, idsOf, newBatch, newEvent, newStream } from '../sample-events';
import { serverInTest, SOON, UNARY, until } from './server-in-test';

const context = serverInTest();
const readsOf = () => context().server.calls.flatMap(({ options }) => (options ? [options] : []));
const subscriptions = () => readsOf().filter((options) => options.hasSubscription());
const commitOf = (position: Position): bigint => BigInt(position.slice(-20));

/** Waits as a reader would; the waiting ends when the hint begins to listen. */
async function listen(store: EventStore): Promise<void> {
  const { next } = await store.readAll(undefined, 1_000);
  await store.woken(next, AbortSignal.timeout(SOON));
}

describe('point 12: pages overlap by one event, which is dropped', () => {
  it.each([1, 2, 7, 300])('pages of %i hold every event once, in order', async (limit) => {
    const { open } = context();
    const store = await open();
    const batches = Array.from({ length: 8 }, () => newBatch(15));
    for (const batch of batches) await store.append(newStream(), batch, 'none');

    expect(idsOf(await everything(store, limit))).toEqual(idsOf(batches.flat()));
  });

  it('no read asks for nothing, or forwards from the end', async () => {
    const { open } = context();
    const store = await open();
    const stream = newStream();
    await store.append(stream, newBatch(3), 'none');
    const { next } = await store.readAll(undefined, 1);
    await store.readAll(next, 1);
    await store.last(stream);
    for await (const event of store.read(stream, 99)) expect(event).toBeUndefined();

    for (const options of readsOf()) {
      const forwards = options.getReadDirection() === ReadReq.Options.ReadDirection.FORWARDS;
      expect(options.getCount()).not.toBe('0');
      expect(forwards && (options.getStream()?.hasEnd() || options.getAll()?.hasEnd())).toBeFalsy();
    }
  });

  it('a position at the end, and one that nothing follows, are good for going on', async () => {
    const { open } = context();
    const store = await open();
    const { next } = await store.readAll(undefined, 10);
    expect(await store.readAll(next, 10)).toEqual({ events: [], next, atEnd: true });
    const batch = newBatch(1);

    await store.append(newStream(), batch, 'none');

    expect(idsOf((await store.readAll(next, 10)).events)).toEqual(idsOf(batch));
  });
});

describe('point 13: positions are those of delivered records', () => {
  it('twenty digits after the id of the store, the same as the records have in the log', async () => {
    const { server, open } = context();
    const store = await open();
    await store.append(newStream(), newBatch(5), 'none');

    for (const event of await everything(store)) {
      const record = server.cluster.log.stream(event.stream)[event.revision];
      expect(event.position).toMatch(/^[0-9a-f-]{36}:\d{20}$/);
      expect(commitOf(event.position)).toBe(record?.position);
    }
  });

  it('links and events of the server are passed over, not resolved, and never given', async () => {
    const { server, client, open } = context();
    const store = await open();
    const [stream, batch] = [newStream(), newBatch(2)];
    await store.append(stream, batch, 'none');
    const link = binaryEvent({ type: '$>', data: Buffer.from(`0@${stream}`) });
    await client().appendToStream('case-links', link, { expectedRevision: ANY, ...UNARY });
    await client().appendToStream('$stats', jsonEvent({ type: '$statsCollected', data: {} }), UNARY);
    await client().appendToStream(newStream(), jsonEvent({ type: '$other', data: {} }), UNARY);

    const page = await store.readAll(undefined, 100);

    expect(idsOf(page.events)).toEqual(idsOf(batch));
    expect(commitOf(page.next)).toBe(server.cluster.log.records.at(-1)?.position);
  });

  it('two prefixes on one server are two stores', async () => {
    const { open } = context();
    const [one, other] = [await open({ prefix: 'one.' }), await open({ prefix: 'other.' })];
    const [stream, batch] = [newStream(), newBatch(1)];
    await one.append(stream, batch, 'none');
    await other.append(stream, newBatch(2), 'none');

    expect(idsOf(await everything(one))).toEqual(idsOf(batch));
    expect((await one.last(stream))?.position.slice(0, 36)).not.toBe((await other.last(stream))?.position.slice(0, 36));
  });

  it('stores that open at the same moment agree on the id', async () => {
    const { open } = context();
    const stores = await Promise.all(Array.from({ length: 8 }, () => open()));

    const pages = await Promise.all(stores.map((store) => store.readAll(undefined, 10)));

    expect(new Set(pages.map((page) => page.next)).size).toBe(1);
  });
});

describe('point 14: a subscription that is dropped is resumed after the last event it gave', () => {
  it('at once, and the next event is heard', async () => {
    const { server, open, client } = context();
    const store = await open();
    await listen(store);
    const raw = client();
    const burst = Array.from({ length: 200 }, () => jsonEvent({ type: 'CaseFiled', data: {} }));
    const stream = newStream();
    const { next: before } = await store.readAll(undefined, 1_000);
    await raw.appendToStream(stream, burst.slice(0, 1), UNARY);
    await store.woken(before, AbortSignal.timeout(SOON));
    const start = performance.now();
    await raw.appendToStream(stream, burst.slice(1), UNARY);
    await until(() => subscriptions().length === 2);

    const first = server.cluster.log.stream(stream)[0]?.position;
    expect(subscriptions()[1]?.getAll()?.getPosition()?.getCommitPosition()).toBe(String(first));
    expect(performance.now() - start).toBeLessThan(SOON);
    const { next } = await store.readAll(undefined, 1_000);
    const signal = AbortSignal.timeout(2_000);
    const woken = store.woken(next, signal);
    await raw.appendToStream(newStream(), burst.slice(0, 1), UNARY);
    await woken;
    expect(signal.aborted).toBe(false);
  });

  it('later and later while it does not begin', async () => {
    const { server, open } = context();
    const store = await open();
    await listen(store);
    const before = subscriptions().length;
    server.faults.notReady(true);
    await server.faults.refuse();
    await server.faults.accept();

    await new Promise((resolve) => setTimeout(resolve, 800));

    const tries = subscriptions().length - before;
    expect(tries).toBeGreaterThan(2);
    expect(tries).toBeLessThan(9);
    server.faults.notReady(false);
  });

  it('"caught up" comes after every event before it', async () => {
    const { open } = context();
    const store = await open();
    const batches = Array.from({ length: 10 }, () => newBatch(30));
    for (const batch of batches) await store.append(newStream(), batch, 'none');
    const abort = new AbortController();
    let events = 0;

    for await (const item of tail(store, undefined, { signal: abort.signal, pageSize: 40 })) {
      if (item.kind === 'event') events += 1;
      if (item.kind !== 'caught-up') continue;
      expect(events).toBe(300);
      abort.abort();
    }
  });
});

it('point 15: whoever stops at any event goes on with the next one, whatever was filtered out around it', async () => {
  const { open } = context();
  const [decision, collection] = [
    await open({ access: contextAccess('decision') }),
    await open({ access: contextAccess('collection') }),
  ];
  for (let i = 0; i < 40; i++) {
    await collection.append(`payment-${i}`, newBatch(3), 'none');
    await decision.append(newStream(), [newEvent(), newEvent({ type: 'FineHandedOver' })], 'none');
  }
  const whole = await everything(decision);

  const seen: StoredEvent[] = [];
  while (seen.length < whole.length) {
    const signal = new AbortController().signal;
    let taken = 0;
    for await (const item of tail(decision, seen.at(-1)?.position, { signal, pageSize: 50 })) {
      if (item.kind !== 'event') continue;
      seen.push(item.event);
      if (++taken === 7 || seen.length === whole.length) break;
    }
  }

  expect(idsOf(seen)).toEqual(idsOf(whole));
  expect(subscriptions().every((options) => !options.hasFilter() || options.getFilter()?.hasEventType())).toBe(true);
});

it('point 16: a tail under load has every event once and in order, though its hint is dropped', async () => {
  const { open, client } = context();
  const store = await open();
  await listen(store);
  const [raw, abort] = [client(), new AbortController()];
  const total = 6_000;
  const seen: StoredEvent[] = [];
  const reading = (async () => {
    for await (const item of tail(store, undefined, { signal: abort.signal })) {
      if (item.kind === 'event' && seen.push(item.event) === total) abort.abort();
    }
  })();

  const written: string[] = [];
  for (let i = 0; i < total / 100; i++) {
    const burst = Array.from({ length: 100 }, () => jsonEvent({ type: 'CaseFiled', data: {} }));
    written.push(...idsOf(burst));
    await raw.appendToStream(newStream(), burst, UNARY);
  }
  await reading;

  expect(idsOf(seen)).toEqual(written);
  expect(subscriptions().length).toBeGreaterThan(1);
}, 60_000);

it('point 17: an append of 30 events does not drop a live reader', async () => {
  const { open } = context();
  const store = await open();
  await listen(store);

  for (let i = 0; i < 20; i++) await store.append(newStream(), newBatch(30), 'none');
  await new Promise((resolve) => setTimeout(resolve, 50));

  expect(subscriptions()).toHaveLength(1);
});
