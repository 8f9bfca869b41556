import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { DatabaseFault } from './database-fault';
import type { ServerFiles } from './server-files';

/** A server that answers on the loopback interface. */
export interface RunningServer {
  readonly port: number;
  /** It was running already: an earlier run was killed, or another process shares it. */
  readonly adopted: boolean;
}

export interface ServerOptions {
  /** The password of the superuser `postgres`. */
  readonly password: string;
  /** The port to use; a free one unless told. */
  readonly port?: number;
  /** Server settings beside our own; no quotes or spaces in the values. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Loopback only and no socket file (its path may be too long, and /tmp is everybody's). */
const OWN_SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
const ANSWERS_WITHIN_MS = 60_000;
const STARTS_WITHIN_MS = 20_000;

/** Adopts the server of these files where it runs, otherwise starts it; makes the cluster when there is none. */
export async function ensureServer(files: ServerFiles, options: ServerOptions): Promise<RunningServer> {
  const data = join(files.home, 'data');
  if (existsSync(data)) await refuseOtherVersion(files, data);
  else await initialise(files, data, options.password);
  const adopted = await adopt(files, data, options.password);
  return adopted ? { port: adopted, adopted: true } : start(files, data, options);
}

/** Stops the server of these files, where it runs: first letting it finish, then at once. */
export async function stopServer(files: ServerFiles): Promise<void> {
  const data = join(files.home, 'data');
  const postmaster = readPostmaster(data);
  if (!postmaster || !isPostmasterOf(postmaster.pid, data)) return;
  const fast = await run(files, 'pg_ctl', 'stop', '-s', '-D', data, '-m', 'fast', '-t', '30');
  if (fast.code !== 0) await run(files, 'pg_ctl', 'stop', '-s', '-D', data, '-m', 'immediate');
}

/** Tells the server to stop without waiting: for a process that is ending. */
export const dismissServer = (files: ServerFiles): void => {
  const args = ['stop', '-s', '-D', join(files.home, 'data'), '-m', 'fast', '-W'];
  spawnSync(join(files.binaries, 'pg_ctl'), args, { ...surroundings(files), stdio: 'ignore' });
};

export const superuserUrl = (port: number, password: string): string =>
  `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;

async function refuseOtherVersion(files: ServerFiles, data: string): Promise<void> {
  const versionFile = join(data, 'PG_VERSION');
  if (!existsSync(versionFile))
    throw new DatabaseFault(
      `${data} is not a PostgreSQL data folder. Nothing was changed. Restore it, or move it away to begin with an empty database.`,
    );
  const found = readFileSync(versionFile, 'utf8').trim();
  const brought = /\d+/.exec((await run(files, 'postgres', '--version')).output)?.[0];
  if (found !== brought)
    throw new DatabaseFault(
      `${data} was made by PostgreSQL ${found}, and this release brings PostgreSQL ${brought}. Nothing was changed. ` +
        'With the release that made it run "npm run backup"; then move the folder away and run "npm run restore" with this one.',
    );
}

/** The cluster appears whole or not at all: an interrupted initdb leaves a folder that nobody takes for data. */
async function initialise(files: ServerFiles, data: string, password: string): Promise<void> {
  const half = `${data}.new-${process.pid}`;
  const passwordFile = join(files.home, `initdb-${process.pid}`);
  rmSync(half, { recursive: true, force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (files.user) chownSync(passwordFile, files.user.uid, files.user.gid);
  try {
    // C.UTF-8 of the server itself: sorts the same on every operating system
    const { code, output } = await run(
      files,
      'initdb',
      ...['-D', half, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
      ...['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
    );
    if (code !== 0) throw new DatabaseFault(`The database could not be made: ${output}`);
    renameSync(half, data);
  } catch (fault) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(data)) throw fault; // otherwise another process was faster
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The port of the server that runs on this data folder, once it answers. One that does not answer is stopped. */
async function adopt(files: ServerFiles, data: string, password: string): Promise<number | undefined> {
  const deadline = Date.now() + ANSWERS_WITHIN_MS;
  for (;;) {
    const postmaster = readPostmaster(data);
    if (!postmaster) return undefined;
    if (!isPostmasterOf(postmaster.pid, data)) {
      // PostgreSQL would take any living process of its user for the owner of the file
      rmSync(join(data, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (postmaster.port && (await answers(postmaster.port, data, password))) return postmaster.port;
    if (Date.now() > deadline) break;
    await sleep(100); // starting, recovering, or stopping
  }
  await stopServer(files);
  return undefined;
}

async function start(files: ServerFiles, data: string, options: ServerOptions): Promise<RunningServer> {
  const deadline = Date.now() + STARTS_WITHIN_MS;
  for (;;) {
    const port = options.port ?? (await freePort());
    const settings = { ...OWN_SETTINGS, ...options.settings, port: String(port) };
    const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
    const log = join(data, 'server.log');
    // pg_ctl gives the server a session of its own: Ctrl-C in a terminal reaches the app, which ends before its database
    const args = ['start', '-s', '-D', data, '-l', log, '-t', '60', '-o', flags.join(' ')];
    const { code } = await run(files, 'pg_ctl', ...args);
    const running = readPostmaster(data)?.port;
    try {
      if (running && (await answers(running, data, options.password))) return { port: running, adopted: code !== 0 };
    } catch (fault) {
      if (code === 0) await stopServer(files);
      throw fault;
    }
    // the port was taken in between, or processes of a killed server have not gone yet
    if (Date.now() > deadline)
      throw new DatabaseFault(`The database server does not start. The end of ${log}:\n${lastLines(log)}`);
    await sleep(300);
  }
}

/** Whether the server behind the port is the one of this data folder. */
async function answers(port: number, data: string, password: string): Promise<boolean> {
  const client = new Client({ connectionString: superuserUrl(port, password), connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return realpathSync(rows[0]?.data_directory ?? '') === realpathSync(data);
  } catch (fault) {
    if ((fault as { code?: string }).code === '28P01')
      throw new DatabaseFault(
        `The database in ${data} does not accept the password of this folder. Nothing was changed. Restore passwords.json beside it, or move the data away to begin with an empty database.`,
      );
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Lines of postmaster.pid: process id, data folder, start time, port (missing while it starts). */
function readPostmaster(data: string): { pid: number; port: number } | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3] ?? 0) } : undefined;
  } catch {
    return undefined;
  }
}

/** A process id is given again: the file may outlive its server and name a stranger. A postmaster works in its data folder. */
function isPostmasterOf(pid: number, data: string): boolean {
  try {
    process.kill(pid, 0);
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return false;
  }
  if (process.platform === 'win32') return true;
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.includes('postgres') && stdout.includes(data);
}

const surroundings = (files: ServerFiles) => {
  const { PATH, SystemRoot, TMPDIR } = process.env;
  // nothing of PGPORT, PGDATA, LANG … of whoever calls
  return { ...files.user, cwd: files.home, env: { PATH, SystemRoot, TMPDIR, LC_ALL: 'C' } };
};

function run(files: ServerFiles, program: 'initdb' | 'pg_ctl' | 'postgres', ...args: string[]) {
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    // a server started by pg_ctl keeps its outputs for life: it must not hold a pipe to us
    const stdio = program === 'pg_ctl' ? 'ignore' : 'pipe';
    const child = spawn(join(files.binaries, program), args, { ...surroundings(files), stdio });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

const lastLines = (file: string): string =>
  (existsSync(file) ? readFileSync(file, 'utf8') : '').trim().split('\n').slice(-8).join('\n');

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
