import { Client } from 'pg';
import type { JsonObject } from '../support/case-history/format';

/** An event as it stands in PostgreSQL. Personal fields are sealed. */
export interface RecordedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly commandId: string;
}

/** Everything that has happened, in the global order, as the owner of the database sees it. */
export async function wholeHistory(adminUrl: string): Promise<RecordedEvent[]> {
  return rowsOf<RecordedEvent>(
    adminUrl,
    `SELECT stream, revision, id, type, data, metadata ->> 'commandId' AS "commandId" FROM events.readable ORDER BY number`,
  );
}

/** Streams that a projection or policy set aside. */
export async function parkedStreams(adminUrl: string): Promise<string[]> {
  const parked = await rowsOf<{ name: string; stream: string; reason: string }>(
    adminUrl,
    'SELECT name, stream, reason FROM projection.parked',
  );
  return parked.map(({ name, stream, reason }) => `${name} has parked ${stream}: ${reason}`);
}

export async function rowsOf<Row extends object>(url: string, query: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}
