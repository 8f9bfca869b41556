import { migrate } from '@fajiao/platform';
import { databaseRole, prepareRebuild } from '@fajiao/projections';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { databaseSchema, hosts } from '../../apps/standalone/src/database-schema';
import { freshDatabase } from '../support/postgres';

/** A database as an installation has it, with a login for each context, and its owner. */
export interface MigratedDatabase {
  readonly name: string;
  readonly adminUrl: string;
  readonly owner: Client;
  roleOf(login: string): string;
  urlOf(login: string): string;
  /** The one session of a login. */
  as(login: string): Client;
  close(): Promise<void>;
}

const PASSWORD = 'of-a-test';

export async function migratedDatabase(): Promise<MigratedDatabase> {
  const { name, adminUrl, drop } = await freshDatabase();
  const roleOf = (login: string): string => databaseRole(name, login);
  const urlOf = (login: string): string => urlIn(adminUrl, name, roleOf(login));
  const { logins } = databaseSchema;
  await migrate(adminUrl, databaseSchema, Object.fromEntries(logins.map((login) => [login, urlOf(login)])));

  const owner = await connect(adminUrl);
  const sessions = new Map<string, Client>();
  for (const login of logins) sessions.set(login, await connect(urlOf(login)));
  return {
    ...{ name, adminUrl, owner, roleOf, urlOf },
    as(login) {
      const session = sessions.get(login);
      if (!session) throw new Error(`there is no login ${login}`);
      return session;
    },
    async close() {
      for (const session of [...sessions.values(), owner]) await session.end();
      await drop();
    },
  };
}

/** Empty tables beside those of every projection, as when all of them are built anew. */
export async function rebuildEverything(adminUrl: string): Promise<void> {
  const owner = await new DataSource({ type: 'postgres', url: adminUrl, poolSize: 1 }).initialize();
  for (const host of hosts) for (const projection of host.projections) await prepareRebuild(owner, host, projection);
  await owner.destroy();
}

/** A login's way into a database, which need not be its own. */
export function urlIn(adminUrl: string, database: string, role: string): string {
  const url = new URL(adminUrl);
  [url.pathname, url.username, url.password] = [`/${database}`, role, PASSWORD];
  return url.href;
}

export async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}
