import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { openEmbeddedDatabase, type OpenDatabase } from './embedded-database';
import { ensureServer, stopServer } from './embedded-server';
import { prepareServerFiles } from './server-files';

const folder = mkdtempSync(join(tmpdir(), 'fajiao-embedded-'));
let said: string[];
const opened: OpenDatabase[] = [];
const say = (line: string): void => void said.push(line);
const nobody = (): void => undefined;

jest.setTimeout(120_000);
beforeAll(() => chmodSync(folder, 0o755));
beforeEach(() => {
  said = [];
});
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  await stopServer(prepareServerFiles(folder, nobody));
});
afterAll(() => rmSync(folder, { recursive: true }));

const KEPT = 'DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT 7 AS n';

const data = (...path: string[]): string => join(folder, 'postgres', 'data', ...path);

async function open(sole = true): Promise<OpenDatabase> {
  const database = await openEmbeddedDatabase(folder, { logins: ['decision'], sole, say });
  opened.push(database);
  return database;
}

async function query(url: string, sql: string): Promise<object[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}

const answers = (url: string): Promise<boolean> =>
  query(url, 'SELECT').then(
    () => true,
    () => false,
  );

describe('the embedded database', () => {
  it('keeps its data and passwords between runs, and is stopped in between', async () => {
    const first = await open();
    await query(first.adminUrl, KEPT);
    await first.close();
    expect(await answers(first.adminUrl)).toBe(false);
    const second = await open();
    await expect(query(second.adminUrl, 'SELECT n FROM kept')).resolves.toEqual([{ n: 7 }]);
    expect(said).toEqual([]);
  });

  it('listens on the loopback interface only, and its owner is no superuser', async () => {
    const { adminUrl } = await open();
    await expect(query(adminUrl, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).resolves.toEqual([
      { rolsuper: false },
    ]);
    await expect(query(adminUrl, 'SHOW listen_addresses')).resolves.toEqual([{ listen_addresses: '127.0.0.1' }]);
  });

  it('has random passwords in a file that only its owner reads', async () => {
    const { adminUrl, urls } = await open();
    const file = join(folder, 'passwords.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const passwords = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
    expect(new Set(passwords).size).toBe(3);
    expect(passwords).toContain(new URL(adminUrl).password);
    expect(urls.decision).toContain('fajiao_decision:');
    const wrong = new URL(adminUrl);
    wrong.password = 'wrong';
    await expect(query(wrong.toString(), 'SELECT')).rejects.toThrow('password authentication failed');
  });

  it('adopts the server that a killed run left behind', async () => {
    const first = await open();
    await query(first.adminUrl, KEPT);
    const files = prepareServerFiles(folder, nobody);
    await first.close();
    const { postgres } = JSON.parse(readFileSync(join(folder, 'passwords.json'), 'utf8')) as { postgres: string };
    const left = await ensureServer(files, { password: postgres });
    const second = await open();
    expect(new URL(second.adminUrl).port).toBe(String(left.port));
    expect(said).toEqual([expect.stringContaining('earlier run')]);
    await expect(query(second.adminUrl, 'SELECT n FROM kept')).resolves.toEqual([{ n: 7 }]);
    await second.close();
    expect(await answers(second.adminUrl)).toBe(false);
  });

  it('is not misled by a process id that now belongs to another process', async () => {
    await (await open()).close();
    writeFileSync(data('postmaster.pid'), `${process.pid}\n${data()}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`);
    const { adminUrl } = await open();
    expect(await answers(adminUrl)).toBe(true);
  });

  it('comes back on its port when its server is killed', async () => {
    const { adminUrl } = await open();
    await query(adminUrl, KEPT);
    process.kill(Number(readFileSync(data('postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    for (let tries = 0; tries < 100 && !said.some((line) => line.includes('started again')); tries++) await delay(100);
    await expect(query(adminUrl, 'SELECT n FROM kept')).resolves.toEqual([{ n: 7 }]);
  });

  it('refuses a second app, and shares the server with a command until the last of them ends', async () => {
    const app = await open();
    await expect(open()).rejects.toThrow('Another run uses the database');
    const command = await open(false);
    await app.close();
    expect(await answers(command.adminUrl)).toBe(true);
    await command.close();
    expect(await answers(command.adminUrl)).toBe(false);
  });

  it('leaves data of another major version alone and says what to do', async () => {
    await (await open()).close();
    writeFileSync(data('PG_VERSION'), '17\n');
    const before = statSync(data('global', 'pg_control')).mtimeMs;
    await expect(open()).rejects.toThrow(/made by PostgreSQL 17.*npm run backup.*npm run restore/);
    expect(statSync(data('global', 'pg_control')).mtimeMs).toBe(before);
    expect(existsSync(data('postmaster.pid'))).toBe(false);
    writeFileSync(data('PG_VERSION'), '18\n');
  });

  it('makes no new cluster over a folder that is none', async () => {
    const other = join(folder, 'other');
    mkdirSync(join(other, 'postgres', 'data'), { recursive: true });
    const options = { logins: [], sole: true, say };
    await expect(openEmbeddedDatabase(other, options)).rejects.toThrow('is not a PostgreSQL data folder');
  });

  it('says so when the passwords do not belong to the data', async () => {
    await (await open()).close();
    const file = join(folder, 'passwords.json');
    const passwords = readFileSync(file);
    rmSync(file);
    await expect(open()).rejects.toThrow('does not accept the password');
    expect(existsSync(data('postmaster.pid'))).toBe(false);
    writeFileSync(file, passwords);
  });
});

const asRoot = process.getuid?.() === 0 ? describe : describe.skip;
asRoot('as root, in a folder closed to others', () => {
  it('runs from a copy outside, to which the var folder points, and says so', async () => {
    const closed = join(folder, 'closed');
    const outside = join(folder, 'outside');
    mkdirSync(join(closed, 'var'), { recursive: true });
    chmodSync(closed, 0o700);
    const files = prepareServerFiles(join(closed, 'var'), say, [outside]);
    expect(readlinkSync(join(closed, 'var', 'postgres'))).toContain(outside);
    expect(said).toEqual([expect.stringContaining(`points to its data in ${outside}`)]);
    const { port } = await ensureServer(files, { password: 'for-this-test' });
    expect(port).toBeGreaterThan(0);
    await stopServer(files);

    rmSync(outside, { recursive: true });
    expect(() => prepareServerFiles(join(closed, 'var'), say, [outside])).toThrow(
      'points to a folder that is not there',
    );
  });
});
