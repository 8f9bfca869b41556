import { type MemoryLog, StoreUnavailable } from '@fajiao/event-store';
import {
  append,
  type Counted,
  counted,
  countedSchemas,
  memoryStore,
  plainCodec,
  poison,
  projectionStage,
  type ProjectionStage,
  tallies,
} from '../../../test/support/projections';
import { privateServer } from '../../../test/support/postgres';
import { ForeignCheckpoint } from './faults';
import { ProjectionMonitor } from './monitor';
import { type Policy, PolicyRefused, type Projection, type ProjectionHost, type StreamFact } from './projection';
import { ProjectionRunner } from './runner';

/** Applies poisoned facts too, once it is repaired. */
const fragile = { repaired: false };
const repairable: Projection<Counted> = {
  ...tallies,
  apply: async (fact, manager) =>
    tallies.apply(fragile.repaired ? { ...fact, data: { n: fact.data.n } } : fact, manager),
};
const reacted: { fact: StreamFact<Counted>; times: number }[] = [];
const refusing = { stream: 'case-refused' };
/** The event at which the store is away, once. */
const unavailable: { at: number | undefined } = { at: undefined };
const policy = (name: string, startsAt: Policy['startsAt']): Policy<Counted> => ({
  name,
  startsAt,
  schemas: countedSchemas,
  react: (fact) => {
    const known = reacted.find((its) => its.fact.position === fact.position);
    if (known) known.times++;
    else reacted.push({ fact, times: 1 });
    if (fact.data.n === unavailable.at) {
      unavailable.at = undefined;
      return Promise.reject(new StoreUnavailable('away'));
    }
    if (fact.stream === refusing.stream)
      return Promise.reject(new PolicyRefused([{ code: 'case.closed', source: 'APL-57' }]));
    return Promise.resolve();
  },
});
const tallyHost: ProjectionHost = { login: 'decision', projections: [repairable] };
const sumHost: ProjectionHost = { login: 'decision', projections: [{ ...repairable, sums: true }] };
const policyHost: ProjectionHost = { login: 'decision', projections: [], policies: [policy('react', 'beginning')] };

jest.setTimeout(60_000);
let stage: ProjectionStage;
let store: ReturnType<typeof memoryStore>;
const running: ProjectionRunner[] = [];

async function prepare(host: ProjectionHost): Promise<void> {
  stage = await projectionStage(host);
  store = memoryStore();
  fragile.repaired = false;
  refusing.stream = 'case-refused';
  reacted.length = 0;
}

async function start(
  host: ProjectionHost,
  log: MemoryLog = store.log,
  faults: string[] = [],
): Promise<ProjectionRunner> {
  const runner = new ProjectionRunner({
    ...{ host, dataSource: stage.dataSource, store: memoryStore(log), codec: plainCodec },
    onFault: (_name, reason) => faults.push(reason),
  });
  await runner.start();
  running.push(runner);
  return runner;
}

const monitor = (host: ProjectionHost): ProjectionMonitor =>
  new ProjectionMonitor({ host, dataSource: stage.dataSource, store, codec: plainCodec });

async function settle(host: ProjectionHost): Promise<void> {
  const its = monitor(host);
  for (const end = Date.now() + 15_000; Date.now() < end;) if (await its.settled().catch(() => false)) return;
  throw new Error('does not settle');
}

async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await reached()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('does not come to it');
}

const rows = (): Promise<unknown> => stage.owner.query('SELECT * FROM tallies.tally ORDER BY stream');

afterEach(async () => {
  for (const runner of running.splice(0)) await runner.stop();
  await stage.close();
});

describe('runners', () => {
  it('apply every event once, however many of them there are', async () => {
    await prepare(tallyHost);
    await start(tallyHost);
    await start(tallyHost);
    const third = await start(tallyHost);
    for (let i = 0; i < 40; i++) {
      await append(store, `case-${i % 4}`, [counted(1), counted(i)]);
      if (i === 20) await third.stop();
    }
    await settle(tallyHost);
    const sums = [0, 1, 2, 3].map((k) => [...Array(10).keys()].reduce((sum, j) => sum + 1 + 4 * j + k, 0));
    await expect(rows()).resolves.toEqual(sums.map((total, k) => ({ stream: `case-${k}`, total, seen: 20 })));
  });

  it('show a parked stream and go on with it once it can be applied', async () => {
    await prepare(tallyHost);
    await start(tallyHost);
    await append(store, 'case-1', [counted(1), poison, counted(2)]);
    await append(store, 'case-2', [counted(7)]);
    await settle(tallyHost);
    const its = monitor(tallyHost);
    await expect(its.status()).resolves.toMatchObject([{ name: 'tallies', parked: 1, lag: 0 }]);
    await expect(its.parked()).resolves.toMatchObject([
      { name: 'tallies', stream: 'case-1', revision: 1, attempts: 1 },
    ]);

    await expect(its.retry('tallies', 'case-1')).resolves.toBe(false);
    await expect(its.parked()).resolves.toMatchObject([{ stream: 'case-1', revision: 1, attempts: 2 }]);
    fragile.repaired = true;
    await expect(its.retry('tallies', 'case-1')).resolves.toBe(true);
    await append(store, 'case-1', [counted(4)]);
    await settle(tallyHost);
    await expect(its.parked()).resolves.toEqual([]);
    await expect(rows()).resolves.toEqual([
      { stream: 'case-1', total: 1007, seen: 4 },
      { stream: 'case-2', total: 7, seen: 1 },
    ]);
  });

  it('stop a projection that sums across streams, and get on without a restart', async () => {
    await prepare(sumHost);
    const faults: string[] = [];
    await start(sumHost, store.log, faults);
    await append(store, 'case-1', [counted(1), poison, counted(2)]);
    await append(store, 'case-2', [counted(7)]);
    await until(() => faults.length > 0);
    await expect(rows()).resolves.toEqual([{ stream: 'case-1', total: 1, seen: 1 }]);
    await expect(monitor(sumHost).status()).resolves.toMatchObject([
      { parked: 0, fault: 'case-1@1: TypeError: not to be applied' },
    ]);
    fragile.repaired = true;
    await settle(sumHost);
    await expect(rows()).resolves.toMatchObject([{ total: 1003 }, { total: 7 }]);
    await expect(monitor(sumHost).status()).resolves.toMatchObject([{ fault: null }]);
  });

  it('refuse to start with the checkpoint of another store', async () => {
    await prepare(tallyHost);
    const first = await start(tallyHost);
    await append(store, 'case-1', [counted(1)]);
    await settle(tallyHost);
    await first.stop();
    await expect(start(tallyHost, memoryStore().log)).rejects.toThrow(ForeignCheckpoint);
  });

  it('refuse to start without a checkpoint', async () => {
    await prepare(tallyHost);
    await expect(start(policyHost)).rejects.toThrow('react has no checkpoint');
  });

  it('outlive a database that breaks their connections', async () => {
    await prepare(tallyHost);
    await start(tallyHost);
    const breaker = await stage.connect('decision');
    for (let i = 0; i < 10; i++) {
      await append(store, 'case-1', [counted(1)]);
      await breaker.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = current_user AND pid <> pg_backend_pid()',
      );
    }
    await settle(tallyHost);
    await expect(rows()).resolves.toEqual([{ stream: 'case-1', total: 10, seen: 10 }]);
    await expect(monitor(tallyHost).parked()).resolves.toEqual([]);
  });
});

it('runners go on by themselves when the server was killed', async () => {
  const server = await privateServer();
  stage = await projectionStage(tallyHost, server);
  store = memoryStore();
  fragile.repaired = false;
  await start(tallyHost);
  for (let round = 0; round < 2; round++) {
    await append(store, 'case-1', [counted(1), counted(1)]);
    server.kill();
    await append(store, 'case-1', [counted(1)]);
    await server.restart();
  }
  await settle(tallyHost);
  await expect(rows()).resolves.toEqual([{ stream: 'case-1', total: 6, seen: 6 }]);
  await expect(monitor(tallyHost).parked()).resolves.toEqual([]);
});

describe('a policy', () => {
  it('reacts to each event once, in order, though several processes run it', async () => {
    await prepare(policyHost);
    await append(store, 'case-1', [counted(1), counted(2)]);
    await start(policyHost);
    await start(policyHost);
    await append(store, 'case-2', [counted(3), counted(4)]);
    await settle(policyHost);
    expect(reacted.map(({ fact, times }) => [fact.data.n, times])).toEqual([1, 2, 3, 4].map((n) => [n, 1]));
  });

  it('reacts to the events of a turn again when it was cut off', async () => {
    await prepare(policyHost);
    await append(store, 'case-1', [counted(1), counted(2), counted(3)]);
    unavailable.at = 2;
    await start(policyHost);
    await settle(policyHost);
    expect(reacted.map(({ fact, times }) => [fact.data.n, times])).toEqual([
      [1, 2],
      [2, 2],
      [3, 1],
    ]);
    await expect(monitor(policyHost).parked()).resolves.toEqual([]);
  });

  it('parks the stream whose command was refused, with the codes', async () => {
    await prepare(policyHost);
    await start(policyHost);
    await append(store, 'case-refused', [counted(1), counted(2)]);
    await append(store, 'case-2', [counted(3)]);
    await settle(policyHost);
    const its = monitor(policyHost);
    await expect(its.parked()).resolves.toMatchObject([
      { name: 'react', stream: 'case-refused', revision: 0, codes: ['case.closed'] },
    ]);
    expect(reacted.map(({ fact }) => fact.data.n)).toEqual([1, 3]);
    refusing.stream = 'none';
    await expect(its.retry('react', 'case-refused')).resolves.toBe(true);
    expect(reacted.map(({ fact, times }) => [fact.data.n, times])).toEqual([
      [1, 2],
      [3, 1],
      [2, 1],
    ]);
  });

  it('that starts now leaves the past alone, and nothing after it out', async () => {
    const host: ProjectionHost = { ...policyHost, policies: [policy('react', 'now')] };
    await prepare(host);
    await append(store, 'case-1', [counted(1), counted(2)]);
    const first = await start(host);
    await settle(host);
    await first.stop();
    await append(store, 'case-1', [counted(3)]);
    await start(host);
    await settle(host);
    expect(reacted.map(({ fact }) => fact.data.n)).toEqual([3]);
  });
});
