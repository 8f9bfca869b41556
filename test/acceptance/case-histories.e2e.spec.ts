import { join } from 'node:path';
import { freshDatabase, type TestDatabase } from '../support/postgres';
import { type EventStoreServer, startEventStoreServer } from '../support/eventstore-server';
import { startApartSystem } from '../support/case-history/apart-system';
import { Client, type RunningSystem } from '../support/case-history/client';
import { readHistoryFile } from '../support/case-history/format';
import { type HistoryResult, runHistory } from '../support/case-history/run';
import { startStandaloneSystem } from '../support/case-history/standalone-system';

const CASES = join(__dirname, 'cases');
const STAFF = join(CASES, 'staff.json');
const BANKS = ['bank-a', 'bank-b'];

const faultsOf = ({ steps, expect: expectations }: HistoryResult) => ({
  steps: steps.filter((step) => !step.ok),
  expect: Object.fromEntries(Object.entries(expectations).filter(([, result]) => !result.ok)),
});

describe.each([
  { events: 'PostgreSQL', processes: 'one process' },
  { events: 'PostgreSQL', processes: 'five processes' },
  { events: 'EventStoreDB', processes: 'one process' },
  { events: 'EventStoreDB', processes: 'five processes' },
] as const)('the main job with its events in $events, in $processes', ({ events, processes }) => {
  const [history] = readHistoryFile(join(CASES, '01-internet-cafe-paid-in-time.json')).histories;
  let database: TestDatabase;
  let server: EventStoreServer | undefined;
  let system: RunningSystem;
  let result: HistoryResult;

  beforeAll(async () => {
    database = await freshDatabase();
    if (events === 'EventStoreDB') server = await startEventStoreServer();
    const options = {
      staffFile: STAFF,
      banks: BANKS,
      databaseUrl: database.adminUrl,
      ...(server && { eventStoreUrl: server.url }),
    };
    system = await (processes === 'one process' ? startStandaloneSystem(options) : startApartSystem(options));
    result = await runHistory('01', history!, system);
  }, 120_000);
  afterAll(async () => {
    await system.stop();
    await server?.stop();
    await database.drop();
  });

  it('is done act by act, with every value that is expected of it', () => {
    expect(faultsOf(result)).toEqual({ steps: [], expect: {} });
    expect(result.steps).toHaveLength(13);
    expect(Object.keys(result.expect)).toHaveLength(14);
  });

  it('is replayed to the state that the case shows', async () => {
    const client = new Client(system);
    const caseId = result.caseIds['1'];
    const at = '2023-10-10T09:00+08:00';
    const read = (side: 'decision' | 'audit', path: string) => client.read({ side, path, by: 'auditor-1', at });
    const { stateDigest } = await read('decision', `/decision/v1/cases/${caseId}`);
    const check = await read('audit', `/audit/v1/cases/${caseId}/check?shownDigest=${stateDigest as string}`);
    expect(check).toMatchObject({ ok: true, matchesShown: true, revisionsContiguous: true, contentHashesRight: true });
  });
});

/** Cases that go other ways than the main job, with how many steps and expectations each has. */
const OTHER_WAYS = [
  ['02-unlicensed-agency-hearing-late.json', 13, 12],
  ['03-karaoke-suspension-changed-on-reconsideration.json', 17, 9],
  ['04-citizen-masked-deferred.json', 9, 9],
  ['05-spot-fine.json', 5, 3],
  ['06-transfer-to-justice-and-back.json', 6, 4],
  ['09-after-the-decision.json', 48, 7],
] as const;

describe('a case that goes another way, with its events in PostgreSQL, in one process', () => {
  it.each(OTHER_WAYS)(
    '%s',
    async (file, steps, expectations) => {
      const database = await freshDatabase();
      const system = await startStandaloneSystem({ staffFile: STAFF, banks: BANKS, databaseUrl: database.adminUrl });
      try {
        const [history] = readHistoryFile(join(CASES, file)).histories;
        const result = await runHistory(file, history!, system);
        expect(faultsOf(result)).toEqual({ steps: [], expect: {} });
        expect(result.steps).toHaveLength(steps);
        expect(Object.keys(result.expect)).toHaveLength(expectations);
      } finally {
        await system.stop();
        await database.drop();
      }
    },
    60_000,
  );
});

describe('a bank’s day', () => {
  it('comes out to the fen, step by step and line by line', async () => {
    const [history] = readHistoryFile(join(CASES, '08-bank-day.json')).histories;
    const database = await freshDatabase();
    const system = await startStandaloneSystem({ staffFile: STAFF, banks: BANKS, databaseUrl: database.adminUrl });
    try {
      const result = await runHistory('08', history!, system);
      expect(faultsOf(result)).toEqual({ steps: [], expect: {} });
      expect(result.steps).toHaveLength(12);
    } finally {
      await system.stop();
      await database.drop();
    }
  }, 60_000);
});

describe('what must be refused', () => {
  const { histories } = readHistoryFile(join(CASES, '07-refusals.json'));

  it.each(histories.map((history) => [history.title, history] as const))(
    '%s',
    async (_title, history) => {
      const database = await freshDatabase();
      const system = await startStandaloneSystem({ staffFile: STAFF, banks: BANKS, databaseUrl: database.adminUrl });
      try {
        expect(faultsOf(await runHistory('07', history, system))).toEqual({ steps: [], expect: {} });
      } finally {
        await system.stop();
        await database.drop();
      }
    },
    60_000,
  );
});
