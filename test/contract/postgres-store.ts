import { contextAccesses } from '@fajiao/contracts';
import { type EventStore, eventStoreSql, openPostgresEventStore } from '@fajiao/event-store';
import { Client } from 'pg';
import { freshDatabase } from '../support/postgres';
import type { StoreUnderTest } from './store-under-test';

/** An event store in a database of its own, with a role for each login. */
export interface PostgresUnderTest extends StoreUnderTest {
  /** Of the owner of everything. */
  readonly admin: Client;
  urlOf(login: string): string;
}

const PASSWORD = 'for-one-test';

/** On the server that the specs share. */
export async function postgresUnderTest(): Promise<PostgresUnderTest> {
  const database = await freshDatabase();
  return eventStoreIn(database.adminUrl, database.name, () => database.drop());
}

/** Migrates a database, whose name the roles get as a prefix. */
export async function eventStoreIn(
  adminUrl: string,
  database: string,
  drop: () => Promise<void>,
): Promise<PostgresUnderTest> {
  const admin = new Client({ connectionString: adminUrl });
  admin.on('error', () => undefined);
  await admin.connect();
  await migrate(admin, (login) => `${database}_${login}`);

  const urlOf = (login: string): string => {
    const url = new URL(adminUrl);
    url.username = `${database}_${login}`;
    url.password = PASSWORD;
    return url.toString();
  };
  const opened: EventStore[] = [];
  return {
    admin,
    urlOf,
    open(login) {
      const store = openPostgresEventStore({ url: urlOf(login), login });
      opened.push(store);
      return Promise.resolve(store);
    },
    async disconnect() {
      await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name LIKE 'fajiao events %'`,
      );
    },
    async hold(stream, events, expected) {
      const client = new Client({ connectionString: urlOf('decision') });
      await client.connect();
      const end = async (statement: string) => {
        await client.query(statement);
        await client.end();
      };
      await client.query('BEGIN');
      const batch = (['id', 'type', 'data', 'metadata'] as const).map((field) => events.map((event) => event[field]));
      const revision = expected === 'none' ? -1 : expected;
      await client.query('SELECT events.append_as_decision($1, $2, $3, $4, $5, $6)', [stream, revision, ...batch]);
      return { commit: () => end('COMMIT'), rollback: () => end('ROLLBACK') };
    },
    async close() {
      await Promise.all(opened.map((store) => store.close()));
      await admin.end();
      await drop();
    },
  };
}

/** Makes the roles where they are missing, and the event store. */
export async function migrate(admin: Client, roleName: (login: string) => string): Promise<void> {
  for (const { login } of contextAccesses) {
    const role = admin.escapeIdentifier(roleName(login));
    const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [roleName(login)]);
    if (rowCount === 0) await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD '${PASSWORD}'`);
    // To be allowed to end its sessions.
    await admin.query(`GRANT ${role} TO CURRENT_USER`);
  }
  await admin.query('BEGIN');
  for (const sql of eventStoreSql(contextAccesses, roleName)) await admin.query(sql);
  await admin.query('COMMIT');
}
