import { migrate } from '@fajiao/platform';
import { Client } from 'pg';
import { databaseSchema } from '../../apps/standalone/src/database-schema';

const PASSWORD = 'only-on-loopback-for-one-run';

/** The URL of an application's login in a database; the migration sets its password. */
export function loginUrl(databaseUrl: string, login: string): string {
  const url = new URL(databaseUrl);
  url.username = `${url.pathname.slice(1)}_${login}`;
  url.password = PASSWORD;
  return url.href;
}

/** By login, for the migration. */
export const loginUrls = (databaseUrl: string): Record<string, string> =>
  Object.fromEntries(databaseSchema.logins.map((login) => [login, loginUrl(databaseUrl, login)]));

/**
 * A database on the server of another one, with the schema of all contexts and nothing in it. One of that name is dropped.
 * @returns the URL of its owner
 */
export async function migratedDatabase(adminUrl: string, name: string): Promise<string> {
  await rowsOf(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await rowsOf(adminUrl, `CREATE DATABASE ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await migrate(url.href, databaseSchema, loginUrls(url.href));
  return url.href;
}

/** One query on a connection of its own. */
export async function rowsOf<Row extends object>(url: string, query: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}
