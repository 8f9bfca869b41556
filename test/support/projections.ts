import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { Codec, type EventSchemas, type EventStore, memoryEventStore, type MemoryLog } from '@fajiao/event-store';
import { type DomainEvent, type FactMeta, systemClock } from '@fajiao/kernel';
import { databaseRole, type Projection, type ProjectionHost, projectionMigrations } from '@fajiao/projections';
import { DataSource, EntitySchema } from 'typeorm';
import { dataSourceOptions, migrate } from '../../libs/platform/src/database';
import { freshDatabase, type TestDatabase } from './postgres';

/** Sums that double when an event is applied twice, and lack one that is left out. */
export type Counted = DomainEvent<'Counted', { readonly n: number; readonly poison?: boolean }>;

export const countedSchemas = { Counted: { version: 1 } };

export interface Tally {
  readonly stream: string;
  readonly total: number;
  readonly seen: number;
}

export const tallyEntity = new EntitySchema<Tally>({
  name: 'tally',
  columns: { stream: { type: 'text', primary: true }, total: { type: 'integer' }, seen: { type: 'integer' } },
});

export const tallies: Projection<Counted> = {
  name: 'tallies',
  version: 1,
  tables:
    'CREATE TABLE tally (stream text PRIMARY KEY, total integer NOT NULL, seen integer NOT NULL CHECK (seen >= 0))',
  schemas: countedSchemas,
  apply: async ({ stream, data }, manager) => {
    if (data.poison) throw new TypeError('not to be applied');
    await manager.query(
      `INSERT INTO tally VALUES ($1, $2, 1)
       ON CONFLICT (stream) DO UPDATE SET total = tally.total + excluded.total, seen = tally.seen + 1`,
      [stream, data.n],
    );
  },
};

/** A database with the tables of a host, and the connections of its login. */
export interface ProjectionStage {
  readonly database: TestDatabase;
  /** Of the host's login. */
  readonly dataSource: DataSource;
  /** Of the owner. */
  readonly owner: DataSource;
  migrate(host: ProjectionHost): Promise<string[]>;
  /** A connection of any login. */
  connect(login: string): Promise<DataSource>;
  close(): Promise<void>;
}

const PASSWORD = 'only-on-loopback';

export async function projectionStage(host: ProjectionHost, given?: TestDatabase): Promise<ProjectionStage> {
  const database = given ?? (await freshDatabase());
  const logins = [host.login, ...(host.readers ?? [])];
  const open: DataSource[] = [];
  const connectTo = async (url: string): Promise<DataSource> => {
    const dataSource = new DataSource(dataSourceOptions(url, [tallyEntity], 10));
    open.push(await dataSource.initialize());
    return dataSource;
  };
  const urlOf = (login: string): string => {
    const url = new URL(database.adminUrl);
    url.username = databaseRole(database.name, login);
    url.password = PASSWORD;
    return url.toString();
  };
  const connect = (login: string): Promise<DataSource> => connectTo(urlOf(login));
  const migrateTo = (its: ProjectionHost): Promise<string[]> =>
    migrate(
      database.adminUrl,
      { logins, migrations: projectionMigrations([its]) },
      Object.fromEntries(logins.map((login) => [login, urlOf(login)])),
    );
  await migrateTo(host);
  return {
    database,
    dataSource: await connect(host.login),
    owner: await connectTo(database.adminUrl),
    migrate: migrateTo,
    connect,
    close: async () => {
      for (const dataSource of open) await dataSource.destroy();
      await database.drop();
    },
  };
}

export const plainCodec = new Codec({
  seal: (_subject, _place, plain) => plain,
  open: (_subject, _place, sealed) => sealed,
});

/** Appends events to a stream, in batches of as many as a store takes. */
export async function append<E extends DomainEvent>(
  store: EventStore,
  stream: string,
  events: readonly E[],
): Promise<void> {
  for (let start = 0; start < events.length; start += 30) {
    const batch = events.slice(start, start + 30);
    const schemas = Object.fromEntries(batch.map(({ type }) => [type, { version: 1 }])) as EventSchemas<E>;
    const last = await store.last(stream);
    await store.append(stream, plainCodec.encode(stream, batch, metaOf(), schemas), last ? last.revision : 'none');
  }
}

export const counted = (n: number): Counted => ({ type: 'Counted', data: { n } });
export const poison: Counted = { type: 'Counted', data: { n: 1000, poison: true } };

export const memoryStore = (log?: MemoryLog): ReturnType<typeof memoryEventStore> =>
  memoryEventStore(log ? { log } : {});

/** Lets the connection break at the n-th statement. @returns whether it came to that */
export async function brokenAt(
  dataSource: DataSource,
  n: number,
  side: 'before' | 'after',
  work: () => Promise<unknown>,
): Promise<boolean> {
  const original = dataSource.createQueryRunner.bind(dataSource);
  let count = 0;
  let hit = false;
  dataSource.createQueryRunner = (mode) => {
    const runner = original(mode);
    const query = runner.query.bind(runner);
    const kill = async (): Promise<never> => {
      const client = (await runner.connect()) as { connection: { stream: Socket } };
      client.connection.stream.destroy();
      throw Object.assign(new Error('killed'), { code: 'ECONNRESET' });
    };
    const breaking = async (...args: Parameters<typeof query>): Promise<unknown> => {
      const mine = count++ === n;
      hit ||= mine;
      if (mine && side === 'before') await kill();
      const result: unknown = await query(...args);
      if (mine) await kill();
      return result;
    };
    runner.query = breaking as typeof query;
    return runner;
  };
  await work().catch((fault: Error) => {
    if (!/killed|Connection terminated/.test(fault.message)) throw fault;
  });
  dataSource.createQueryRunner = original;
  return hit;
}

function metaOf(): FactMeta {
  const now = systemClock.now();
  return {
    context: 'decision',
    actor: { id: 'officer-1', roles: ['officer'] },
    occurredAt: now,
    recordedAt: now,
    commandId: randomUUID(),
    commandHash: '',
    correlationId: 'test',
    causationId: 'test',
    rulebook: { profile: 'test', version: '1' },
  };
}
