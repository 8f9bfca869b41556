import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { ensureServer, stopServer, superuserUrl } from '../../libs/platform/src/database/embedded-server';
import { prepareServerFiles, type ServerFiles } from '../../libs/platform/src/database/server-files';

/** A database of one test. */
export interface TestDatabase {
  readonly name: string;
  /** A login that may create roles and owns the database; no superuser. */
  readonly adminUrl: string;
  /** Drops the database and the roles that carry its name. */
  drop(): Promise<void>;
}

/** Set by jest's global setup: the folder of the server that this run shares. It starts when first asked for. */
export const TEST_SERVER_FOLDER = 'FAJIAO_TEST_SERVER_FOLDER';
const PREFIX = 'fajiao-test-';
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

/** A server of a test's own, durable, for tests that kill it. */
export interface PrivateServer {
  readonly adminUrl: string;
  readonly port: number;
  /** SIGKILL to the postmaster, as a crash would. */
  kill(): void;
  /** Starts it again on its port. */
  restart(): Promise<void>;
  remove(): Promise<void>;
}

export async function privateServer(): Promise<PrivateServer> {
  const folder = serverFolder();
  const files = prepareServerFiles(folder, () => undefined);
  const { port } = await ensureServer(files, { password: PASSWORD });
  await makeAdmin(superuserUrl(port, PASSWORD));
  const server = adminUrl(port);
  await withClient(server, (client) => client.query('CREATE DATABASE fajiao'));
  return {
    adminUrl: inDatabase(server, 'fajiao'),
    port,
    kill: () =>
      process.kill(Number(readFileSync(join(files.home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL'),
    restart: async () => void (await ensureServer(files, { password: PASSWORD, port })),
    remove: () => removeServer(folder, files),
  };
}

/** A folder for a server, named after this process so that a later run finds what a killed one left. */
export function serverFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o755); // as root the server has a user of its own
  return folder;
}

export async function removeServer(folder: string, files: ServerFiles = quietFiles(folder)): Promise<void> {
  await stopServer(files);
  rmSync(files.home, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

/** Servers of runs that were killed. */
export async function removeOrphans(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^fajiao-test-(\d+)-/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) await removeServer(join(tmpdir(), name)).catch(() => undefined);
  }
}

const quietFiles = (folder: string): ServerFiles => prepareServerFiles(folder, () => undefined);
let shared: Promise<string> | undefined;
const sharedServer = (): Promise<string> => (shared ??= findServer());

async function findServer(): Promise<string> {
  const own = process.env.TEST_DATABASE_URL;
  if (own) return own;
  const folder = process.env[TEST_SERVER_FOLDER];
  if (!folder) throw new Error('jest runs without its global setup (test/support/jest-global-setup.ts)');
  const { port } = await ensureServer(quietFiles(folder), { password: PASSWORD, settings: SPEED });
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
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    const { rows } = await client.query<{ rolname: string }>(
      'SELECT rolname FROM pg_roles WHERE starts_with(rolname, $1)',
      [`${name}_`],
    );
    for (const { rolname } of rows) await client.query(`DROP ROLE ${client.escapeIdentifier(rolname)}`);
  });
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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}
