import { openPostgresEventStore, type EventStore, type NewEvent } from '@fajiao/event-store';
import { Pool } from 'pg';
import { all, newBatch, newStream } from '../contract/sample-events';
import { loginUrl, rowsOf } from '../support/migrated-database';
import { contest, type Work } from './contest';
import type { Row } from './report';

/** Connections of either side, as an app has them. */
const CONNECTIONS = 20;
const PAGE = 500;
const BARE_TABLE = `CREATE TABLE bare (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, stream text COLLATE "C", revision integer, id uuid, type text,
  data bytea, metadata bytea, UNIQUE (stream, revision), UNIQUE (stream, id)
)`;

/** The event store in an empty database, beside the bare statements on the same server. */
export async function storeRows(databaseUrl: string): Promise<Row[]> {
  const store = openPostgresEventStore({
    url: loginUrl(databaseUrl, 'decision'),
    login: 'decision',
    connections: CONNECTIONS,
  });
  const pool = new Pool({ connectionString: loginUrl(databaseUrl, 'decision'), max: CONNECTIONS });
  const owner = new Pool({ connectionString: databaseUrl, max: CONNECTIONS });
  await rowsOf(databaseUrl, BARE_TABLE);
  try {
    const rows: Row[] = [];
    for (const callers of [1, 16, 64])
      rows.push(
        await contest({ name: 'store-append', callers, subject: appends(store), floor: bareAppends(pool, 'decision') }),
      );
    rows.push(await contest({ name: 'store-insert', callers: 16, subject: appends(store), floor: inserts(owner) }));
    rows.push(await contest({ name: 'store-read', callers: 16, ...(await reads(store, pool)) }));
    const [subject, floor] = [pages(store), selects(owner)];
    rows.push(await contest({ name: 'store-read-all', callers: 1, subject, floor }));
    return rows;
  } finally {
    await Promise.all([store.close(), pool.end(), owner.end()]);
  }
}

/** Every caller adds to a stream of its own, one event at a time. */
function inTurn(append: (stream: string, event: NewEvent, revision: number) => Promise<unknown>): Work {
  const places = new Map<number, { readonly stream: string; revision: number }>();
  return async (caller) => {
    const place = places.get(caller) ?? { stream: newStream(), revision: -1 };
    places.set(caller, place);
    await append(place.stream, newBatch(1)[0], place.revision);
    place.revision += 1;
  };
}

export const appends = (store: EventStore): Work =>
  inTurn((stream, event, revision) => store.append(stream, [event], revision < 0 ? 'none' : revision));

export const bareAppends = (pool: Pool, login: string): Work =>
  inTurn((stream, event, revision) => bareAppend(pool, login, stream, event, revision));

/** The very call that the store makes. */
export const bareAppend = (pool: Pool, login: string, stream: string, event: NewEvent, revision: number) =>
  pool.query({
    name: 'append',
    text: `SELECT * FROM events.append_as_${login}($1, $2, $3, $4, $5, $6)`,
    values: [stream, revision, [event.id], [event.type], [event.data], [event.metadata]],
  });

const inserts = (owner: Pool): Work =>
  inTurn((stream, { id, type, data, metadata }, revision) =>
    owner.query({
      name: 'insert',
      text: `INSERT INTO bare (stream, revision, id, type, data, metadata)
             VALUES ($1, $2, $3, $4, convert_to($5, 'UTF8'), convert_to($6, 'UTF8'))`,
      values: [stream, revision + 1, id, type, data, metadata],
    }),
  );

async function reads(store: EventStore, pool: Pool): Promise<{ readonly subject: Work; readonly floor: Work }> {
  const stream = newStream();
  await store.append(stream, newBatch(20), 'none');
  return {
    subject: async () => void (await all(store.read(stream))),
    floor: async () =>
      void (await pool.query({
        name: 'read',
        text: 'SELECT * FROM events.read_stream_as_decision($1, $2, $3)',
        values: [stream, 0, 250],
      })),
  };
}

function pages(store: EventStore): Work {
  let after: Parameters<EventStore['readAll']>[0];
  return async () => {
    const page = await store.readAll(after, PAGE);
    after = page.atEnd ? undefined : page.next;
    return page.events.length;
  };
}

function selects(owner: Pool): Work {
  let after = '0';
  return async () => {
    const { rows } = await owner.query<{ number: string }>({
      name: 'page',
      text: `SELECT number, stream, revision, id, type, convert_from(data, 'UTF8'), convert_from(metadata, 'UTF8')
             FROM events.event WHERE number > $1 ORDER BY number LIMIT ${PAGE}`,
      values: [after],
    });
    after = rows.length < PAGE ? '0' : rows.at(-1)!.number;
    return rows.length;
  };
}
