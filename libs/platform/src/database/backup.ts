import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { BACKUP_FORMAT, type BackupLine, type CheckpointLine, type EventLine, type ParkedLine } from './backup-format';
import { DatabaseFault } from './database-fault';

const PAGE = 1000;

/**
 * Writes everything that cannot be made again into one file (mode 0600): the events, byte for byte, and where the policies
 * stand. Read models are left out: they are made of the events. Appends go on meanwhile; the file is of one moment.
 * @returns how many events it holds
 * @throws DatabaseFault when the file exists, or the database holds no event store
 */
export async function backUp(adminUrl: string, file: string): Promise<number> {
  if (existsSync(file)) throw new DatabaseFault(`${file} exists already: it is not overwritten.`);
  mkdirSync(dirname(file), { recursive: true });
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const draft = `${file}.part`;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const hash = createHash('sha256');
    let events = 0;
    const lines = async function* (): AsyncGenerator<string> {
      for await (const line of contentOf(client)) {
        if ('event' in line) events++;
        const text = `${JSON.stringify(line)}\n`;
        hash.update(text);
        yield text;
      }
      yield `${JSON.stringify({ end: { events, sha256: hash.digest('hex') } } satisfies BackupLine)}\n`;
    };
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(draft, { mode: 0o600, flush: true }));
    renameSync(draft, file);
    return events;
  } catch (fault) {
    rmSync(draft, { force: true });
    throw fault;
  } finally {
    await client.end();
  }
}

async function* contentOf(client: Client): AsyncGenerator<BackupLine> {
  const { rows: made } = await client.query<{ store: string | null; postgres: string; at: string }>(
    `SELECT to_regclass('events.event')::text AS store, current_setting('server_version') AS postgres, now()::text AS at`,
  );
  if (!made[0]?.store)
    throw new DatabaseFault('There is no event store in this database: there is nothing to back up.');
  const { rows: stores } = await client.query<{ id: string }>('SELECT id FROM events.store');
  yield { format: BACKUP_FORMAT, store: stores[0]?.id ?? '', postgres: made[0].postgres, at: made[0].at };
  yield* eventsOf(client);
  const { rows: checkpoints } = await client.query<CheckpointLine>(
    `SELECT name, position FROM projection.checkpoint WHERE version = '' AND position IS NOT NULL ORDER BY name`,
  );
  for (const checkpoint of checkpoints) yield { checkpoint };
  const { rows: streams } = await client.query<ParkedLine>(
    `SELECT name, stream, revision::int, parked.position, reason, codes, attempts
     FROM projection.parked JOIN projection.checkpoint USING (name, slot) WHERE version = '' ORDER BY name, stream`,
  );
  for (const parked of streams) yield { parked };
}

async function* eventsOf(client: Client): AsyncGenerator<BackupLine> {
  await client.query(
    `DECLARE history NO SCROLL CURSOR FOR
     SELECT number, stream, revision, batch_end, id, type, convert_from(data, 'UTF8'), convert_from(metadata, 'UTF8')
     FROM events.event ORDER BY number`,
  );
  for (;;) {
    const { rows } = await client.query<[...EventLine]>({ text: `FETCH ${PAGE} FROM history`, rowMode: 'array' });
    if (rows.length === 0) return;
    for (const event of rows) yield { event };
  }
}
