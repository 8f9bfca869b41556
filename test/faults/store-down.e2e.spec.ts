import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { contextAccess } from '@fajiao/contracts';
import { openEventStoreDb } from '@fajiao/event-store';
import { Client } from '../support/case-history/client';
import { type EventStoreServer, startEventStoreServer } from '../support/eventstore-server';
import { freshDatabase, privateServer, type PrivateServer, type TestDatabase } from '../support/postgres';
import { type KillableSystem, startKillableSystem } from '../support/killable-system';
import { inTheMiddle } from './load';
import { PersistentCaller, type Unavailable } from './persistent-caller';
import { brokenPromises } from './promises';
import { everythingIn, recorded, type RecordedEvent, wholeHistory } from './whole-history';
import { WholeCase } from './whole-case';

/** Where the events are, and how it goes down. */
interface Outage {
  readonly system: KillableSystem;
  down(): Promise<void>;
  up(): Promise<void>;
  history(): Promise<RecordedEvent[]>;
}

const AT = '2023-10-08T10:12+08:00';
const ENOUGH = 4;

/**
 * While the store is down, an act, a bank's callback and a reader come again and again; then it is back, and everything goes
 * on in the same process.
 */
async function throughAnOutage({ system, down, up, history }: Outage): Promise<readonly Unavailable[]> {
  const caller = new PersistentCaller(system);
  const [deciding, paying] = [new WholeCase(caller, 1), new WholeCase(caller, 2)];
  await Promise.all([deciding.playUntil('decide'), paying.playUntil('report-payment')]);
  const before = system.process;

  await down();
  const during = Promise.all([
    deciding.playNext(),
    paying.playNext(),
    caller.read({ side: 'decision', path: `/decision/v1/cases/${paying.id}`, by: 'auditor-1', at: AT }),
  ]);
  await inTheMiddle(during, () => [/decision$/, /payments$/, /cases\/[^/]+$/].every((path) => timesOf(path) >= ENOUGH));
  expect((await fetch(`${system.urls.decision}/health/live`)).status).toBe(200);
  expect((await fetch(`${system.urls.decision}/health/ready`)).status).toBe(503);
  await up();
  await during;

  await Promise.all([deciding.play(), paying.play()]);
  await new Client(system).settled();
  expect((await fetch(`${system.urls.decision}/health/ready`)).status).toBe(200);
  expect([system.process, system.process.child.exitCode]).toEqual([before, null]);
  expect(caller.unanswered).toBe(0);
  expect(brokenPromises(await history(), caller.acknowledged)).toEqual([]);
  return caller.unavailable;

  function timesOf(path: RegExp): number {
    return caller.unavailable.filter((answer) => path.test(answer.path)).length;
  }
}

function expectToComeAgain(answers: readonly Unavailable[]): void {
  expect(answers.length).toBeGreaterThanOrEqual(3 * ENOUGH);
  for (const { contentType, code, retryAfter } of answers) {
    expect(contentType).toContain('application/problem+json');
    expect(code).toBe('store.unavailable');
    expect(Number(retryAfter)).toBeGreaterThan(0);
  }
}

describe('while PostgreSQL is down', () => {
  let database: PrivateServer;
  let system: KillableSystem;
  beforeAll(async () => {
    database = await privateServer();
    system = await startKillableSystem({ databaseUrl: database.adminUrl });
  }, 120_000);
  afterAll(async () => {
    await system.stop();
    await database.drop();
  });

  it('everything is answered 503 with Retry-After, and goes on by itself when it is back', async () => {
    const answers = await throughAnOutage({
      system,
      down: () => Promise.resolve(database.kill()),
      up: () => database.restart(),
      history: async () => recorded(await wholeHistory(database.adminUrl)),
    });

    expectToComeAgain(answers);
  }, 120_000);
});

describe('while the event store is down', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fajiao-outage-'));
  let server: EventStoreServer;
  let database: TestDatabase;
  let system: KillableSystem;
  beforeAll(async () => {
    server = await startEventStoreServer({ file: join(folder, 'events.log') });
    database = await freshDatabase();
    system = await startKillableSystem({ databaseUrl: database.adminUrl, eventStoreUrl: server.url });
  }, 120_000);
  afterAll(async () => {
    await system.stop();
    await server.stop();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  async function history(): Promise<RecordedEvent[]> {
    const { EVENTSTORE_PREFIX: prefix } = system.environment;
    const store = await openEventStoreDb({ url: server.url, prefix, access: contextAccess('audit') });
    const events = await everythingIn(store);
    await store.close();
    return recorded(events);
  }

  it('everything is answered 503 with Retry-After, and goes on by itself when it is back', async () => {
    const answers = await throughAnOutage({
      system,
      history,
      down: () => server.stop(),
      up: async () => {
        server = await startEventStoreServer({ file: join(folder, 'events.log'), port: server.port });
      },
    });

    expectToComeAgain(answers);
  }, 120_000);

  it('for a moment, as in a long pause of its own, a request waits for it and is carried out once', async () => {
    const caller = new PersistentCaller(system);
    const its = new WholeCase(caller, 3);
    await its.playUntil('decide');

    server.faults.freeze();
    const deciding = its.playNext();
    await sleep(1_000);
    server.faults.thaw();
    await deciding;

    await its.play();
    await new Client(system).settled();
    expect(brokenPromises(await history(), caller.acknowledged)).toEqual([]);
  }, 120_000);
});
