import { contextAccess, contextAccesses } from '@fajiao/contracts';
import {
  CommandHandler,
  type ContextAccess,
  type EventStore,
  openEventStoreDb,
  openPostgresEventStore,
} from '@fajiao/event-store';
import {
  type HostTables,
  type ProjectionHost,
  projectionMigrations,
  ProjectionMonitor,
  ProjectionRunner,
} from '@fajiao/projections';
import { DataSource, type MixedList } from 'typeorm';
import type { ReadinessCheck } from '../context/ports';
import { assertMigrated, eventStoreMigration } from '../database';
import type { Foundation } from './foundation';

/** A login's view of the stores: its read models and the streams that it may read and write. */
export interface OpenLogin {
  readonly dataSource: DataSource;
  readonly store: EventStore;
  readonly handler: CommandHandler;
  /** Whether both stores answer it. */
  readonly readiness: readonly ReadinessCheck[];
}

export interface LoginChoice {
  /** Name in the table of accesses. */
  readonly login: string;
  readonly databaseUrl: string;
  /** Whose tables it reads or fills. */
  readonly host: HostTables;
  readonly entities: MixedList<new () => object>;
}

/** @throws DatabaseFault when the schema is not that of this release */
export async function openLogin(foundation: Foundation, choice: LoginChoice): Promise<OpenLogin> {
  const { config, closing, codec } = foundation;
  const { login, databaseUrl, host, entities } = choice;
  const dataSource = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities,
    poolSize: config.DATABASE_POOL_SIZE,
    applicationName: `fajiao ${login}`,
  });
  await dataSource.initialize();
  closing.add(() => dataSource.destroy());
  const migrations = [eventStoreMigration(contextAccesses), ...projectionMigrations([host])];
  await assertMigrated(dataSource, { logins: [], migrations });
  const store = await openStore(foundation, contextAccess(login), databaseUrl);
  closing.add(() => store.close());
  return {
    dataSource,
    store,
    handler: new CommandHandler(store, codec),
    readiness: readinessOf(login, dataSource, store),
  };
}

/** Keeps a login's projections and policies going until the process closes. */
export async function runHost(
  { codec, closing, log }: Foundation,
  { dataSource, store }: OpenLogin,
  host: ProjectionHost,
): Promise<ProjectionMonitor> {
  const runner = new ProjectionRunner({
    ...{ host, dataSource, store, codec },
    onFault: (name, reason) => log.say('warn', `${name} does not get on: ${reason}`),
  });
  await runner.start();
  closing.add(() => runner.stop());
  return new ProjectionMonitor({ host, dataSource, store, codec });
}

function openStore({ config }: Foundation, access: ContextAccess, databaseUrl: string): Promise<EventStore> {
  const { EVENTSTORE_URL: url, EVENTSTORE_PREFIX: prefix, DATABASE_POOL_SIZE: connections } = config;
  return url === undefined
    ? Promise.resolve(openPostgresEventStore({ url: databaseUrl, login: access.login, connections }))
    : openEventStoreDb({ url, access, ...(prefix !== undefined && { prefix }) });
}

function readinessOf(login: string, dataSource: DataSource, store: EventStore): readonly ReadinessCheck[] {
  const answers = (name: string, ask: () => Promise<unknown>): ReadinessCheck => ({
    name: `${name} of ${login}`,
    check: () => ask().then(() => ({ status: 'ok' })),
  });
  return [
    answers('database', () => dataSource.query('SELECT 1')),
    answers('event store', () => store.readAll(undefined, 1)),
  ];
}
