import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { DatabaseFault } from './database-fault';
import { dismissServer, ensureServer, stopServer, superuserUrl } from './embedded-server';
import { passwordsIn } from './password-file';
import { prepareServerFiles } from './server-files';

declare module 'pg' {
  // there, and missing from its types
  interface Client {
    ref(): void;
    unref(): void;
  }
}

/** A database and the ways into it. */
export interface OpenDatabase {
  /** The login that owns the schema and makes the others; on the embedded server no superuser. */
  readonly adminUrl: string;
  /** URLs of the applications' logins; the migration makes those logins. */
  readonly urls: Readonly<Record<string, string>>;
  /** Stops an embedded server, unless another process still uses it (a backup). */
  close(): Promise<void>;
}

export interface EmbeddedDatabaseOptions {
  /** Ends of the logins' names (`fajiao_<end>`). */
  readonly logins: readonly string[];
  /** One process at a time may say so: the app. Commands such as a backup share the server with it. */
  readonly sole: boolean;
  /** Hears what is out of the ordinary, one sentence at a time. */
  readonly say: (line: string) => void;
}

const DATABASE = 'fajiao';

/** Session locks on the server's database `postgres`: everybody holds USE in common, the app holds SOLE. */
const USE = 7_013_001;
const SOLE = 7_013_002;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Opens the database whose data and passwords are in `folder` (`var/`), starting the server or adopting the one that an
 * earlier run left behind. A server that dies is started again on its port until `close`.
 * @throws DatabaseFault with what to do: data of another version, no user to run as, another run is using it
 */
export async function openEmbeddedDatabase(folder: string, options: EmbeddedDatabaseOptions): Promise<OpenDatabase> {
  const files = prepareServerFiles(folder, options.say);
  const database = DATABASE;
  const logins = options.logins.map((login) => `${database}_${login}`);
  const passwords = passwordsIn(join(folder, 'passwords.json'), ['postgres', database, ...logins]);
  const password = passwords.postgres ?? '';

  const first = await ensureServer(files, { password });
  const { port } = first;
  let closing = false;
  let reviving = Promise.resolve();
  let session = await take();
  if (first.adopted && options.sole)
    options.say('The database server of an earlier run was still running: it is used on.');
  try {
    await makeDatabase(session, database, passwords[database] ?? '');
  } catch (fault) {
    await session.end();
    throw fault;
  }

  const onExit = (): void => {
    if (options.sole) dismissServer(files);
  };
  // where nobody else handles the signal, nobody else will call close
  const onSignal = (signal: NodeJS.Signals): void => {
    if (process.listenerCount(signal) > 1) return;
    void close().finally(() => process.kill(process.pid, signal));
  };
  process.once('exit', onExit);
  for (const signal of SIGNALS) process.prependListener(signal, onSignal);
  watch();

  const url = (login: string): string =>
    `postgresql://${login}:${passwords[login]}@127.0.0.1:${port}/${database}?application_name=fajiao`;
  return {
    adminUrl: url(database),
    urls: Object.fromEntries(options.logins.map((login) => [login, url(`${database}_${login}`)])),
    close,
  };

  /** A session that holds our locks for as long as it lives. */
  async function take(): Promise<Client> {
    const client = new Client({ connectionString: superuserUrl(port, password), keepAlive: true });
    client.on('error', () => undefined); // followed by 'end'
    await client.connect();
    try {
      if (!(await locked(client, 'pg_try_advisory_lock_shared', USE)))
        throw new DatabaseFault('The database server is being stopped by another process: try again in a moment.');
      if (options.sole && !(await locked(client, 'pg_try_advisory_lock', SOLE)))
        throw new DatabaseFault(`Another run uses the database in ${files.home}: stop that one first.`);
      return client;
    } catch (fault) {
      await client.end();
      throw fault;
    }
  }

  function watch(): void {
    session.unref(); // a process that fails to start ends, and takes the server along
    session.once('end', () => {
      if (!closing) reviving = revive();
    });
  }

  async function revive(): Promise<void> {
    for (let tries = 0; !closing; tries++)
      try {
        const again = await ensureServer(files, { password, port });
        if (!again.adopted) options.say('The database server was gone: it was started again.');
        session = await take();
        watch();
        return;
      } catch (fault) {
        if (tries === 0) options.say(`The database server is gone and does not start yet: ${(fault as Error).message}`);
        await sleep(1000);
      }
  }

  async function close(): Promise<void> {
    if (closing) return;
    closing = true;
    process.off('exit', onExit);
    for (const signal of SIGNALS) process.off(signal, onSignal);
    await reviving;
    session.ref();
    if (await lastUser()) await stopServer(files);
    await session.end().catch(() => undefined);
  }

  async function lastUser(): Promise<boolean> {
    try {
      await session.query('SELECT pg_advisory_unlock_shared($1)', [USE]);
      const { rows } = await session.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [USE]);
      return rows[0]?.last === true;
    } catch {
      return true; // the server does not answer: nobody can be using it
    }
  }
}

/** Tries for a second: the session of a process that was killed a moment ago may not be gone yet. */
async function locked(client: Client, take: string, key: number): Promise<boolean> {
  for (let tries = 0; tries < 5; tries++) {
    if (tries > 0) await sleep(250);
    const { rows } = await client.query<{ taken: boolean }>(`SELECT ${take}($1) AS taken`, [key]);
    if (rows[0]?.taken) return true;
  }
  return false;
}

/** The owner of everything of ours is no superuser, so that here holds what holds on a server of the user's own. */
async function makeDatabase(superuser: Client, name: string, password: string): Promise<void> {
  const { rows } = await superuser.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rows.length > 0) return;
  const exists = await superuser.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  const verb = exists.rows.length > 0 ? 'ALTER' : 'CREATE';
  await superuser.query(`${verb} ROLE ${name} LOGIN CREATEROLE PASSWORD ${superuser.escapeLiteral(password)}`);
  await superuser.query(`CREATE DATABASE ${name} OWNER ${name}`);
  await superuser.query('REVOKE CONNECT ON DATABASE postgres FROM PUBLIC');
}
