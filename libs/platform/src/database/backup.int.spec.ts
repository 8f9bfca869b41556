import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type ContextAccess, type EventStore, openPostgresEventStore, type StoredEvent } from '@fajiao/event-store';
import {
  databaseRole,
  type Policy,
  type ProjectionHost,
  projectionMigrations,
  ProjectionMonitor,
  PolicyRefused,
  ProjectionRunner,
} from '@fajiao/projections';
import { DataSource } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres';
import {
  append,
  type Counted,
  countedSchemas,
  counted,
  plainCodec,
  tallies,
} from '../../../../test/support/projections';
import { backUp } from './backup';
import { eventStoreMigration } from './event-store-migration';
import { migrate } from './migrate';
import { restore } from './restore';

const access: ContextAccess = {
  context: 'decision',
  login: 'decision',
  appends: ['case'],
  reads: ['case'],
  readsTypes: [],
};
const reacted: number[] = [];
const policy: Policy<Counted> = {
  name: 'react',
  startsAt: 'beginning',
  schemas: countedSchemas,
  react: ({ stream, data }) => {
    reacted.push(data.n);
    if (stream !== 'case-refused') return Promise.resolve();
    return Promise.reject(new PolicyRefused([{ code: 'case.closed', source: 'APL-57' }]));
  },
};
const host: ProjectionHost = { login: 'decision', projections: [tallies], policies: [policy] };

/** A migrated database in which the host runs. */
class Installation {
  private constructor(
    readonly database: TestDatabase,
    readonly store: EventStore,
    readonly dataSource: DataSource,
  ) {}

  static async make(): Promise<Installation> {
    const database = await freshDatabase();
    const url = new URL(database.adminUrl);
    [url.username, url.password] = [databaseRole(database.name, 'decision'), 'of-a-test'];
    const migrations = [eventStoreMigration([access]), ...projectionMigrations([host])];
    await migrate(database.adminUrl, { logins: ['decision'], migrations }, { decision: url.toString() });
    const dataSource = await new DataSource({ type: 'postgres', url: url.toString() }).initialize();
    return new Installation(database, openPostgresEventStore({ url: url.toString(), login: 'decision' }), dataSource);
  }

  async run(): Promise<void> {
    const options = { host, dataSource: this.dataSource, store: this.store, codec: plainCodec };
    const [runner, monitor] = [new ProjectionRunner(options), new ProjectionMonitor(options)];
    await runner.start();
    while (!(await monitor.settled()));
    await runner.stop();
  }

  async events(): Promise<readonly StoredEvent[]> {
    return (await this.store.readAll(undefined, 5000)).events;
  }

  query(sql: string): Promise<unknown> {
    return this.dataSource.query(sql);
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.dataSource.destroy();
    await this.database.drop();
  }
}

jest.setTimeout(60_000);
let original: Installation;
let copy: Installation;
let folder: string;
const file = (): string => join(folder, 'fajiao.backup');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fajiao-backup-'));
  [original, copy] = [await Installation.make(), await Installation.make()];
  reacted.length = 0;
  await append(original.store, 'case-1', [counted(1), counted(2)]);
  await append(original.store, 'case-refused', [counted(3)]);
  // a line separator within a text, and what is longer than a page
  await append(original.store, 'case-行\u2028政', [counted(4)]);
  await append(
    original.store,
    'case-long',
    Array.from({ length: 520 }, () => counted(1)),
  );
  await original.run();
});
afterEach(async () => {
  await original.close();
  await copy.close();
  rmSync(folder, { recursive: true });
});

describe('a backup', () => {
  it('restored elsewhere is the same history, and replays to the same tables', async () => {
    await expect(backUp(original.database.adminUrl, file())).resolves.toBe(524);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    reacted.length = 0;
    await expect(restore(copy.database.adminUrl, file())).resolves.toBe(524);
    const events = await copy.events();
    expect(events).toEqual(await original.events());
    expect(events.every((event) => plainCodec.verify(event))).toBe(true);

    await copy.run();
    const rows = 'SELECT * FROM tallies.tally ORDER BY stream';
    await expect(copy.query(rows)).resolves.toEqual(await original.query(rows));
    const parked = 'SELECT name, stream, revision, codes FROM projection.parked';
    await expect(copy.query(parked)).resolves.toEqual([
      { name: 'react', stream: 'case-refused', revision: '0', codes: ['case.closed'] },
    ]);
    expect(reacted).toEqual([]);

    await append(copy.store, 'case-1', [counted(9)]);
    await copy.run();
    expect(reacted).toEqual([9]);
    expect((await copy.events()).at(-1)).toMatchObject({ stream: 'case-1', revision: 2 });
  });

  it('is not put over a history', async () => {
    await backUp(original.database.adminUrl, file());
    await append(copy.store, 'case-1', [counted(5)]);
    await expect(restore(copy.database.adminUrl, file())).rejects.toThrow('into an empty one only');
    await expect(backUp(original.database.adminUrl, file())).rejects.toThrow('exists already');
  });

  it.each([
    ['is cut short', (text: string) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)],
    ['was altered', (text: string) => text.replace('{\\"n\\":4}', '{\\"n\\":5}')],
    ['is no whole backup', (text: string) => text.slice(text.indexOf('\n') + 1)],
  ])('that %s restores nothing', async (reason, change) => {
    await backUp(original.database.adminUrl, file());
    writeFileSync(file(), gzipSync(change(gunzipSync(readFileSync(file())).toString())));
    await expect(restore(copy.database.adminUrl, file())).rejects.toThrow(reason);
    await expect(copy.events()).resolves.toEqual([]);
  });

  it('whose compression is broken restores nothing', async () => {
    await backUp(original.database.adminUrl, file());
    writeFileSync(file(), readFileSync(file()).subarray(0, -100));
    await expect(restore(copy.database.adminUrl, file())).rejects.toThrow('is no whole backup');
    await expect(copy.events()).resolves.toEqual([]);
  });
});
