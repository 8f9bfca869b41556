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
import type { Config } from '../config/config';
import type { ReadinessCheck } from '../context/ports';
import { assertMigrated, dataSourceOptions, eventStoreMigration } from '../database';
import { databaseCheck, eventStoreCheck } from '../health/store-checks';
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
  const { config, closing, codec, metrics } = foundation;
  const { login, databaseUrl, host, entities } = choice;
  const options = dataSourceOptions(databaseUrl, entities, config.DATABASE_POOL_SIZE, `fajiao ${login}`);
  const dataSource = new DataSource(options);
  await dataSource.initialize();
  closing.add(() => dataSource.destroy());
  const migrations = [eventStoreMigration(contextAccesses), ...projectionMigrations([host])];
  await assertMigrated(dataSource, { logins: [], migrations });
  const store = metrics.counting(await openStore(config, contextAccess(login), databaseUrl), login);
  closing.add(() => store.close());
  const readiness = [
    databaseCheck(dataSource, `database of ${login}`),
    eventStoreCheck(store, `event store of ${login}`),
  ];
  return { dataSource, store, handler: new CommandHandler(store, codec), readiness };
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

function openStore(config: Config, access: ContextAccess, databaseUrl: string): Promise<EventStore> {
  const { EVENTSTORE_URL: url, EVENTSTORE_PREFIX: prefix, DATABASE_POOL_SIZE: connections } = config;
  return url === undefined
    ? Promise.resolve(openPostgresEventStore({ url: databaseUrl, login: access.login, connections }))
    : openEventStoreDb({ url, access, ...(prefix !== undefined && { prefix }) });
}
