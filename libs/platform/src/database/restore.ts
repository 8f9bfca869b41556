import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Client } from 'pg';
import { BACKUP_FORMAT, type BackupLine, type CheckpointLine, type EventLine, type ParkedLine } from './backup-format';
import { DatabaseFault } from './database-fault';

const PAGE = 500;

/**
 * Fills the empty event store of a migrated database from a file of `backUp`, whole or not at all. The projections start
 * anew from the first event; policies go on where they stood.
 * @returns how many events it holds
 * @throws DatabaseFault when the database holds events already, or the file is cut short, altered or no backup
 */
export async function restore(adminUrl: string, file: string): Promise<number> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    // nobody appends in between
    await client.query('LOCK TABLE events.store, events.stream, events.event IN EXCLUSIVE MODE');
    const { rowCount } = await client.query('SELECT FROM events.event LIMIT 1');
    if (rowCount)
      throw new DatabaseFault('This database holds events already: a backup is restored into an empty one only.');
    await client.query('UPDATE projection.checkpoint SET position = NULL, fault = NULL');
    const events = await load(client, file);
    await client.query(
      `INSERT INTO events.stream (name, revision) SELECT stream, max(revision) FROM events.event GROUP BY stream`,
    );
    await client.query(
      `SELECT setval(pg_get_serial_sequence('events.event', 'number'), max(number)) FROM events.event HAVING count(*) > 0`,
    );
    await client.query('COMMIT');
    return events;
  } finally {
    await client.end(); // and with it whatever was not committed
  }
}

async function load(client: Client, file: string): Promise<number> {
  const hash = createHash('sha256');
  let events = 0;
  const page: EventLine[] = [];
  let finished = false;
  let first = true;
  for await (const text of linesOf(file)) {
    const line = parse(file, text);
    if (first !== 'format' in line || finished) throw notABackup(file);
    first = false;
    if ('end' in line) {
      finished = line.end.events === events && line.end.sha256 === hash.digest('hex');
      if (!finished) throw new DatabaseFault(`${file} was altered since it was written.`);
      continue;
    }
    hash.update(`${text}\n`);
    if ('format' in line) {
      if (line.format !== BACKUP_FORMAT) throw notABackup(file);
      await becomeStore(client, line.store);
    } else if ('event' in line) {
      events++;
      page.push(line.event);
      if (page.length === PAGE) await insertEvents(client, page.splice(0));
    } else if ('checkpoint' in line) await moveCheckpoint(client, line.checkpoint);
    else await park(client, line.parked);
  }
  if (!finished) throw new DatabaseFault(`${file} is cut short.`);
  await insertEvents(client, page);
  return events;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  source.on('error', (fault) => unzipped.destroy(fault));
  try {
    // not by node:readline, which takes U+2028 inside a text for the end of a line
    let rest = '';
    for await (const chunk of source.pipe(unzipped).setEncoding('utf8') as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } catch (fault) {
    const { code = '' } = fault as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new DatabaseFault(`${file} does not exist.`);
    if (code.startsWith('Z_')) throw notABackup(file);
    throw fault;
  } finally {
    source.destroy();
  }
}

function parse(file: string, text: string): BackupLine {
  try {
    return JSON.parse(text) as BackupLine;
  } catch {
    throw notABackup(file);
  }
}

const notABackup = (file: string): DatabaseFault => new DatabaseFault(`${file} is no whole backup of this format.`);

/** The history is that of the store that was backed up, and so are all positions in it. */
async function becomeStore(client: Client, id: string): Promise<void> {
  await client.query('ALTER TABLE events.store DISABLE TRIGGER USER');
  await client.query('UPDATE events.store SET id = $1', [id]);
  await client.query('ALTER TABLE events.store ENABLE TRIGGER USER');
}

async function insertEvents(client: Client, page: readonly EventLine[]): Promise<void> {
  const column = (index: number): unknown[] => page.map((event) => event[index]);
  await client.query(
    `INSERT INTO events.event (number, stream, revision, batch_end, id, type, data, metadata) OVERRIDING SYSTEM VALUE
     SELECT number, stream, revision, batch_end, id, type, convert_to(data, 'UTF8'), convert_to(metadata, 'UTF8')
     FROM unnest($1::bigint[], $2::text[], $3::int[], $4::int[], $5::uuid[], $6::text[], $7::text[], $8::text[])
       AS its (number, stream, revision, batch_end, id, type, data, metadata)`,
    [0, 1, 2, 3, 4, 5, 6, 7].map(column),
  );
}

async function moveCheckpoint(client: Client, { name, position }: CheckpointLine): Promise<void> {
  await client.query(`UPDATE projection.checkpoint SET position = $2 WHERE name = $1 AND version = ''`, [
    name,
    position,
  ]);
}

async function park(client: Client, parked: ParkedLine): Promise<void> {
  const { name, stream, revision, position, reason, codes, attempts } = parked;
  await client.query(
    `INSERT INTO projection.parked (name, slot, stream, revision, position, reason, codes, attempts)
     SELECT name, slot, $2, $3, $4, $5, $6, $7 FROM projection.checkpoint WHERE name = $1 AND version = ''`,
    [name, stream, revision, position, reason, codes, attempts],
  );
}
