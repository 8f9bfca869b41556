import { randomUUID } from 'node:crypto';

/** A call of an append function of the database, as the store makes it; the stream must not exist yet. */
export function appendCall(name: string, stream: string, types: readonly string[] = ['Private']) {
  const nothing = types.map(() => '{}');
  return {
    sql: `SELECT outcome FROM events.${name}($1, -1, $2, $3, $4, $5)`,
    values: [stream, types.map(() => randomUUID()), types, nothing, nothing],
  };
}

/** The same by the function that takes several streams at once; what is its own is among them. */
export function appendManyCall(name: string, streams: readonly string[]) {
  const each = <Value>(value: (stream: string) => Value): Value[] => streams.map(value);
  return {
    sql: `SELECT outcome FROM events.${name}($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      ...[streams, each(() => -1), each(() => 1), each(() => randomUUID()), each(() => 'Private')],
      ...[each(() => '{}'), each(() => '{}')],
    ],
  };
}
