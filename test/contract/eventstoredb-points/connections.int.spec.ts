import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { type EventStore, OutcomeUnknown, StoreUnavailable } from '@fajiao/event-store';
import { startEventStoreProcess, startEventStoreServer, startNetwork } from '../../support/eventstore-server';
import { all, idsOf, newBatch, newEvent, newStream } from '../sample-events';
import { serverInTest, SHORT, SOON, until } from './server-in-test';

// Without its own time-outs the adapter would hang, not fail.
jest.setTimeout(10_000);

const context = serverInTest();
const subscriptionsOf = () => context().server.calls.filter((call) => call.options?.hasSubscription());

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

describe('point 02: what must be fresh asks for the leader', () => {
  /** A store that knows only a follower, which shows what is 10 s old. */
  async function onFollower() {
    const { server, open, after } = context();
    const follower = await startEventStoreServer({ follows: server });
    after(() => follower.stop());
    follower.faults.stale(10_000);
    return { follower, store: await open({ url: follower.url }) };
  }

  it('appends, reads and the hint carry requires-leader', async () => {
    const { server } = context();
    const store = await context().open();
    const stream = newStream();
    await store.append(stream, newBatch(1), 'none');
    await all(store.read(stream));
    await store.last(stream);
    const { next } = await store.readAll(undefined, 10);
    await store.woken(next, AbortSignal.timeout(SOON));

    expect(subscriptionsOf()).toHaveLength(1);
    expect(server.calls.filter((call) => !call.requiresLeader)).toEqual([]);
  });

  it('a store that reached a follower goes to the leader at once, and reads what it wrote', async () => {
    const { follower, store } = await onFollower();
    const [stream, batch] = [newStream(), newBatch(2)];

    await store.append(stream, batch, 'none');

    expect(idsOf(await all(store.read(stream)))).toEqual(idsOf(batch));
    expect(follower.calls).toHaveLength(1);
  });

  it('follows the leadership when it changes', async () => {
    const { server } = context();
    const { follower, store } = await onFollower();
    const stream = newStream();
    await store.append(stream, newBatch(1), 'none');
    follower.takeOver();

    await store.append(stream, newBatch(1), 0);

    expect(server.calls.at(-1)?.method).toBe('append');
    expect(follower.calls.at(-1)?.method).toBe('read');
  });
});

describe('point 09: every call has a time-out of its own', () => {
  it.each<[string, (store: EventStore) => Promise<unknown>]>([
    ['append', (store) => store.append(newStream(), newBatch(1), 'none')],
    ['read', (store) => all(store.read(newStream()))],
    ['last', (store) => store.last(newStream())],
    ['readAll', (store) => store.readAll(undefined, 10)],
  ])('the first %s on a server that answers nothing', async (_, call) => {
    const { server, open } = context();
    server.faults.freeze();
    const store = await open(SHORT);

    const took = await timed(() => expect(call(store)).rejects.toBeInstanceOf(StoreUnavailable));

    expect(took).toBeLessThan(SOON);
    server.faults.thaw();
  });

  it.each<[string, (store: EventStore) => Promise<unknown>]>([
    ['append', (store) => store.append(newStream(), newBatch(1), 'none')],
    ['read', (store) => all(store.read(newStream()))],
    ['last', (store) => store.last(newStream())],
    ['readAll', (store) => store.readAll(undefined, 10)],
  ])('a later %s', async (_, call) => {
    const { server, open } = context();
    const store = await open(SHORT);
    await store.last(newStream());
    server.faults.freeze();

    const took = await timed(() => expect(call(store)).rejects.toThrow());

    expect(took).toBeLessThan(SOON);
    server.faults.thaw();
  });

  it('closing, while a hint and reads wait for answers', async () => {
    const { server, open } = context();
    const store = await open(SHORT);
    const { next } = await store.readAll(undefined, 10);
    server.faults.freeze();
    const waiting = Promise.allSettled([store.last(newStream()), store.woken(next, AbortSignal.timeout(5_000))]);

    const took = await timed(() => store.close());

    expect(took).toBeLessThan(SOON);
    await waiting;
    server.faults.thaw();
  });

  it('waiting for a turn behind calls that hang', async () => {
    const { server, open } = context();
    const store = await open(SHORT);
    await store.last(newStream());
    server.faults.freeze();

    const took = await timed(() => Promise.allSettled(Array.from({ length: 300 }, () => store.last(newStream()))));

    expect(took).toBeLessThan(SOON);
    server.faults.thaw();
  });
});

describe('point 10: reads never use up the streams of a connection', () => {
  it('110 reads that are given up leave appends free', async () => {
    const { open } = context();
    const store = await open();
    const stream = newStream();
    const facts = JSON.stringify({ facts: 'x'.repeat(700) });
    for (let i = 0; i < 7; i++) {
      const batch = newBatch(20).map((event) => ({ ...event, data: facts }));
      await store.append(stream, batch, i === 0 ? 'none' : i * 20 - 1);
    }
    for (let i = 0; i < 110; i++) {
      for await (const event of store.read(stream)) if (event.revision === 0) break;
    }

    await expect(store.append(stream, newBatch(1), 139)).resolves.toMatchObject({ revision: 140 });
  }, 60_000);

  it('every read is cancelled in the end, also one that failed or was not answered', async () => {
    const { server, open, client } = context();
    const cancels: jest.SpyInstance[] = [];
    for (const method of ['readStream', 'readAll'] as const) {
      const original = EventStoreDBClient.prototype[method];
      const spy = jest.spyOn(EventStoreDBClient.prototype, method).mockImplementation(function (
        this: EventStoreDBClient,
        ...args: unknown[]
      ) {
        const read = Reflect.apply(original, this, args) as ReturnType<EventStoreDBClient['readAll']>;
        cancels.push(jest.spyOn(read, 'cancel'));
        return read;
      });
      context().after(() => spy.mockRestore());
    }
    const store = await open(SHORT);
    const [stream, destroyed] = [newStream(), newStream()];
    await store.append(stream, newBatch(2), 'none');
    await store.append(destroyed, newBatch(1), 'none');
    await client().tombstoneStream(destroyed);
    await store.last(stream);
    await store.readAll(undefined, 1);
    await expect(store.last(destroyed)).rejects.toThrow('destroyed');
    await expect(store.last(newStream())).resolves.toBeUndefined();
    server.faults.freeze();
    await expect(store.last(stream)).rejects.toBeInstanceOf(StoreUnavailable);
    server.faults.thaw();

    expect(cancels).toHaveLength(9);
    for (const cancel of cancels) expect(cancel).toHaveBeenCalledTimes(1);
  });

  it('at most 80 calls are under way on a connection that takes 100', async () => {
    const { server, open } = context();
    const store = await open({ timeout: 1_500 });
    await store.last(newStream());
    server.faults.freeze();
    const before = server.calls.length;

    const hanging = Promise.allSettled(Array.from({ length: 100 }, () => store.last(newStream())));
    await until(() => server.calls.length - before >= 80);
    await new Promise((resolve) => setTimeout(resolve, 100));

    expect(server.calls.length - before).toBe(80);
    await hanging;
    server.faults.thaw();
  });

  it('the hint has a connection of its own, and so has every store', async () => {
    const { server, open } = context();
    const stores = [await open(), await open()];
    for (const store of stores) {
      await store.woken((await store.readAll(undefined, 10)).next, AbortSignal.timeout(SOON));
    }

    expect(new Set(server.calls.map((call) => call.peer)).size).toBe(4);
  });
});

describe('point 11: a client that got no answer is replaced by one on another connection', () => {
  it('a connection that died in a black hole is not used again, and is closed', async () => {
    const { server, open, after } = context();
    const network = await startNetwork(server.url);
    after(() => network.close());
    const store = await open({ url: network.url, ...SHORT });
    const [stream, batch] = [newStream(), newBatch(1)];
    await store.last(stream);
    network.blackHole();
    await expect(store.append(stream, batch, 'none')).rejects.toBeInstanceOf(OutcomeUnknown);
    network.heal();

    const took = await timed(() => store.append(stream, batch, 'none'));

    expect(took).toBeLessThan(SOON);
    await until(() => network.connections() === 1);
  });

  it('reads too', async () => {
    const { server, open, after } = context();
    const network = await startNetwork(server.url);
    after(() => network.close());
    const store = await open({ url: network.url, ...SHORT });
    await store.last(newStream());
    network.blackHole();
    await Promise.allSettled(Array.from({ length: 20 }, () => store.last(newStream())));
    network.heal();

    await expect(store.last(newStream())).resolves.toBeUndefined();
    await until(() => network.connections() === 1);
  });
});

describe('point 18: a store that is closed leaves nothing open', () => {
  it('not even after its client was replaced', async () => {
    const { server, open } = context();
    const store = await open(SHORT);
    const { next } = await store.readAll(undefined, 10);
    await store.woken(next, AbortSignal.timeout(SOON));
    server.faults.freeze();
    await expect(store.last(newStream())).rejects.toBeInstanceOf(StoreUnavailable);
    server.faults.thaw();
    await store.last(newStream());
    expect(server.connections()).toBeGreaterThan(1);

    await store.close();

    await until(() => server.connections() === 0);
  });
});

describe('point 19: nothing is rejected without a listener, and nobody else is kept from hearing of such', () => {
  const unheard: unknown[] = [];
  const listener = (reason: unknown): void => void unheard.push(reason);

  it('not by any fault, on any call', async () => {
    const { server, open } = context();
    const listeners = process.listenerCount('unhandledRejection');
    process.on('unhandledRejection', listener);
    const store = await open({ timeout: 100 });
    const stream = newStream();
    const { next } = await store.readAll(undefined, 10);
    const waiting = store.woken(next, AbortSignal.timeout(2_000));
    const provoke = async (): Promise<void> => {
      const calls = [
        store.append(stream, newBatch(2), 'none'),
        store.append(stream, [newEvent({ data: '1n' })], 'none'),
        store.last(stream),
        store.readAll(undefined, 5),
      ];
      await Promise.allSettled(calls);
    };
    server.faults.resetAfterCommit(2);
    await provoke();
    server.faults.freeze();
    await provoke();
    server.faults.thaw();
    server.faults.notReady(true);
    await provoke();
    server.faults.notReady(false);
    await server.faults.refuse();
    await provoke();
    await server.faults.accept();
    await provoke();
    await store.close();
    await waiting;
    await new Promise((resolve) => setTimeout(resolve, 100));

    process.off('unhandledRejection', listener);
    expect(unheard).toEqual([]);
    expect(process.listenerCount('unhandledRejection')).toBe(listeners);
  });
});

describe('point 21: a node that leaves is started again, and used again without a restart of ours', () => {
  it('killed: what it acknowledged is there, what it did not is sent again', async () => {
    const { open, after } = context();
    const folder = mkdtempSync(join(tmpdir(), 'fajiao-node-'));
    after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'log');
    const first = await startEventStoreProcess(file);
    const store = await open({ url: first.url });
    const [stream, one, two] = [newStream(), newBatch(2), newBatch(1)];
    const answer = await store.append(stream, one, 'none');
    await first.signal('SIGKILL');
    await expect(store.append(stream, two, 1)).rejects.toBeInstanceOf(OutcomeUnknown);
    await expect(store.last(stream)).rejects.toBeInstanceOf(StoreUnavailable);
    const second = await startEventStoreProcess(file, first.port);
    after(() => second.signal('SIGKILL'));

    await expect(store.append(stream, one, 'none')).resolves.toEqual(answer);
    await expect(store.append(stream, two, 1)).resolves.toMatchObject({ revision: 2 });
    expect(idsOf(await all(store.read(stream)))).toEqual(idsOf([...one, ...two]));
  });

  it('stopped for a while: calls give up, and go on when it does', async () => {
    const { open, after } = context();
    const folder = mkdtempSync(join(tmpdir(), 'fajiao-node-'));
    after(() => rmSync(folder, { recursive: true }));
    const node = await startEventStoreProcess(join(folder, 'log'));
    after(() => node.signal('SIGKILL'));
    const store = await open({ url: node.url, ...SHORT });
    const [stream, batch] = [newStream(), newBatch(1)];
    await store.last(stream);
    await node.signal('SIGSTOP');
    await expect(store.append(stream, batch, 'none')).rejects.toBeInstanceOf(OutcomeUnknown);
    await expect(store.last(stream)).rejects.toBeInstanceOf(StoreUnavailable);
    await node.signal('SIGCONT');

    await expect(store.append(stream, batch, 'none')).resolves.toMatchObject({ revision: 0 });
    expect(idsOf(await all(store.read(stream)))).toEqual(idsOf(batch));
  });

  it('the compose file starts it whatever its exit code was', () => {
    const compose = readFileSync(join(__dirname, '../../../docker/compose.yaml'), 'utf8');

    expect(compose).toMatch(/image: eventstore\/eventstore\S*\n\s+restart: always\n/);
  });
});
