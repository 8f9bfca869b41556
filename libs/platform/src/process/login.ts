import {
  CommandHandler,
  type ContextAccess,
  type EventStore,
  openEventStoreDb,
  openPostgresEventStore,
} from '@fajiao/event-store';
import { type ProjectionHost, ProjectionMonitor, ProjectionRunner } from '@fajiao/projections';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { assertMigrated, type Schema } from '../database';
import type { Foundation } from './foundation';

/** A login's view of the stores: its read models and the streams that it may read and write. */
export interface OpenLogin {
  readonly dataSource: DataSource;
  readonly store: EventStore;
  readonly handler: CommandHandler;
}

export interface LoginChoice {
  readonly access: ContextAccess;
  readonly databaseUrl: string;
  /** What the database must have been migrated to. */
  readonly schema: Schema;
  readonly entities: MixedList<(new () => object) | EntitySchema>;
}

/** @throws DatabaseFault when the schema is not that of this release */
export async function openLogin(foundation: Foundation, choice: LoginChoice): Promise<OpenLogin> {
  const { config, closing } = foundation;
  const { access, databaseUrl, entities } = choice;
  const dataSource = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities,
    poolSize: config.DATABASE_POOL_SIZE,
    applicationName: `fajiao ${access.login}`,
  });
  await dataSource.initialize();
  closing.add(() => dataSource.destroy());
  await assertMigrated(dataSource, choice.schema);
  const store = await openStore(foundation, access, databaseUrl);
  closing.add(() => store.close());
  return { dataSource, store, handler: new CommandHandler(store, foundation.codec) };
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
  return watchHost({ codec }, { dataSource, store }, host);
}

/** Says how far projections are that another process keeps going. */
export const watchHost = (
  { codec }: Pick<Foundation, 'codec'>,
  { dataSource, store }: Pick<OpenLogin, 'dataSource' | 'store'>,
  host: ProjectionHost,
): ProjectionMonitor => new ProjectionMonitor({ host, dataSource, store, codec });

function openStore({ config }: Foundation, access: ContextAccess, databaseUrl: string): Promise<EventStore> {
  const { EVENTSTORE_URL: url, EVENTSTORE_PREFIX: prefix, DATABASE_POOL_SIZE: connections } = config;
  return url === undefined
    ? Promise.resolve(openPostgresEventStore({ url: databaseUrl, login: access.login, connections }))
    : openEventStoreDb({ url, access, ...(prefix !== undefined && { prefix }) });
}
