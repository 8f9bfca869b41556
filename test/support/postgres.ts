import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { ensureServer, prepareServerFiles, superuserUrl } from '../../libs/platform/src/database';
import { postmasterOf, removeServer, serverFolder, TEST_SERVER_FOLDER } from './test-server';

/** A database of one test. */
export interface TestDatabase {
  readonly name: string;
  /** A login that may create roles and owns the database; no superuser. */
  readonly adminUrl: string;
  /** Drops the database and the roles that carry its name. */
  drop(): Promise<void>;
}

const PASSWORD = 'only-on-loopback-for-one-test-run';
const ADMIN = 'fajiao_test';
const SPEED = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '400',
  shared_buffers: '64MB',
};

/** A new, empty database on the server of this run, or on the one of TEST_DATABASE_URL (a login that may create databases and roles). */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = await sharedServer();
  const name = `t_${randomBytes(5).toString('hex')}`;
  await withClient(server, (client) => client.query(`CREATE DATABASE ${name}`));
  return { name, adminUrl: inDatabase(server, name), drop: () => dropDatabase(server, name) };
}

/** A database on a server of its own, durable, for tests that kill it. Dropping it removes the server. */
export interface PrivateServer extends TestDatabase {
  readonly port: number;
  /** SIGKILL to the postmaster, as a crash would. */
  kill(): void;
  /** Starts it again on its port. */
  restart(): Promise<void>;
}

export async function privateServer(): Promise<PrivateServer> {
  const folder = serverFolder();
  const files = prepareServerFiles(folder, () => undefined);
  const { port } = await ensureServer(files, { password: PASSWORD });
  await makeAdmin(superuserUrl(port, PASSWORD));
  const server = adminUrl(port);
  await withClient(server, (client) => client.query('CREATE DATABASE fajiao'));
  return {
    name: 'fajiao',
    adminUrl: inDatabase(server, 'fajiao'),
    port,
    kill: () => {
      const pid = postmasterOf(folder);
      if (pid === undefined) throw new Error('the server does not run');
      process.kill(pid, 'SIGKILL');
    },
    restart: async () => void (await ensureServer(files, { password: PASSWORD, port })),
    drop: () => removeServer(folder),
  };
}

let shared: Promise<string> | undefined;
const sharedServer = (): Promise<string> => (shared ??= findServer());

async function findServer(): Promise<string> {
  const own = process.env.TEST_DATABASE_URL;
  if (own) return own;
  const folder = process.env[TEST_SERVER_FOLDER];
  if (!folder) throw new Error('jest runs without its global setup (test/support/jest-global-setup.ts)');
  const { port } = await ensureServer(
    prepareServerFiles(folder, () => undefined),
    { password: PASSWORD, settings: SPEED },
  );
  await makeAdmin(superuserUrl(port, PASSWORD));
  return adminUrl(port);
}

const adminUrl = (port: number): string => `postgresql://${ADMIN}:${PASSWORD}@127.0.0.1:${port}/postgres`;

/** Jest's workers come at the same time. */
async function makeAdmin(superuser: string): Promise<void> {
  await withClient(superuser, async (client) => {
    await client.query('SELECT pg_advisory_lock(1)');
    const { rows } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [ADMIN]);
    if (rows.length === 0) await client.query(`CREATE ROLE ${ADMIN} LOGIN CREATEDB CREATEROLE PASSWORD '${PASSWORD}'`);
  });
}

async function dropDatabase(server: string, name: string): Promise<void> {
  await withClient(server, async (client) => {
    await dropWhenLeft(client, name);
    const { rows } = await client.query<{ rolname: string }>(
      'SELECT rolname FROM pg_roles WHERE starts_with(rolname, $1)',
      [`${name}_`],
    );
    for (const { rolname } of rows) await client.query(`DROP ROLE ${client.escapeIdentifier(rolname)}`);
  });
}

/** The server may still be taking leave of connections that were closed a moment ago. */
async function dropWhenLeft(client: Client, name: string): Promise<void> {
  for (let tries = 0; tries < 40; tries++)
    try {
      await client.query(`DROP DATABASE IF EXISTS ${name}`);
      return;
    } catch (fault) {
      if ((fault as { code?: string }).code !== '55006') throw fault;
      await sleep(50);
    }
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

const inDatabase = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
};

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
