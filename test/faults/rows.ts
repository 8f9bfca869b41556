import { Client } from 'pg';

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

/** Streams that a projection or policy set aside. */
export async function parkedStreams(adminUrl: string): Promise<string[]> {
  const parked = await rowsOf<{ name: string; stream: string; reason: string }>(
    adminUrl,
    'SELECT name, stream, reason FROM projection.parked',
  );
  return parked.map(({ name, stream, reason }) => `${name} has parked ${stream}: ${reason}`);
}
