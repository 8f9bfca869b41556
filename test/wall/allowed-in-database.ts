import type { Client } from 'pg';
import { appendCall, appendManyCall } from './append-call';
import type { Standpoint } from './landscape';

/** A statement that has to work, and the rows that it finds or touches at least. */
interface Work {
  readonly sql: string;
  readonly values?: readonly unknown[];
  readonly rows: number;
}

/** A sentence that goes on from "a login …", and what it does. */
type Allowed = readonly [sentence: string, work: (me: Standpoint) => readonly Work[]];

const work = (sql: string, rows = 0): Work => ({ sql, rows });

/** What every login has to be able to do: without it, that everything is refused would prove nothing. */
export const allowed: readonly Allowed[] = [
  [
    'appends to each of its categories',
    ({ login, access }) =>
      access.appends.map((category) => ({ ...appendCall(`append_as_${login}`, `${category}-2`), rows: 1 })),
  ],
  [
    'appends to all of them at once',
    ({ login, access }) => {
      const streams = access.appends.map((category) => `${category}-4`);
      return streams.length === 0
        ? []
        : [{ ...appendManyCall(`append_many_as_${login}`, streams), rows: streams.length }];
    },
  ],
  [
    'fills, changes and empties its tables, also those that are built anew',
    ({ own }) =>
      own.flatMap(({ name, columns }) => [
        work(`SELECT FROM ${name}`),
        work(`INSERT INTO ${name} SELECT * FROM ${name}`),
        ...columns.map((column) => work(`UPDATE ${name} SET ${column} = ${column}`)),
        work(`DELETE FROM ${name}`),
      ]),
  ],
  ['reads what is shown to it', ({ read }) => read.map(({ name }) => work(`SELECT FROM ${name}`))],
  [
    'moves its checkpoints, and sees how far everybody is',
    ({ ownNames, foreignNames }) => [
      ...ownNames.flatMap((name) => [
        work(`SELECT FROM projection.checkpoint WHERE name = '${name}' FOR UPDATE SKIP LOCKED`, 1),
        work(
          `UPDATE projection.checkpoint SET position = 'x', fault = 'x', updated_at = now() WHERE name = '${name}'`,
          1,
        ),
      ]),
      ...foreignNames.map((name) => work(`SELECT position FROM projection.checkpoint WHERE name = '${name}'`, 1)),
    ],
  ],
  [
    'sets streams aside for its projections and policies, and takes them up again',
    ({ ownNames }) =>
      ownNames.flatMap((name) => [
        work(`SELECT FROM projection.parked WHERE name = '${name}'`, 1),
        work(
          `INSERT INTO projection.parked (name, slot, stream, revision, position, reason, codes)
           VALUES ('${name}', 'live', 'case-2', 0, '', '', '{}')`,
          1,
        ),
        work(`UPDATE projection.parked SET attempts = 2 WHERE name = '${name}'`, 1),
        work(`DELETE FROM projection.parked WHERE name = '${name}'`, 1),
      ]),
  ],
  [
    'puts into use what it has built anew',
    ({ own }) => {
      const names = new Set(own.map(({ schema }) => schema.replace(/_next$/, '')));
      return [...names].map((name) => work(`SELECT FROM projection.swap('${name}') AS done WHERE done`, 1));
    },
  ],
  [
    'knows the store and the release of its database',
    () => [work('SELECT events.store_id()', 1), work('SELECT FROM platform.migrations', 1)],
  ],
];

/** What did not work after all. Everything is undone. */
export async function failuresAmong(client: Client, works: readonly Work[]): Promise<string[]> {
  const failures: string[] = [];
  for (const { sql, values, rows } of works) {
    await client.query('BEGIN');
    try {
      const { rowCount } = await client.query(sql, values && [...values]);
      if ((rowCount ?? 0) < rows) failures.push(`${rowCount ?? 0} rows: ${sql}`);
    } catch (error) {
      failures.push(`${String(error)}: ${sql}`);
    }
    await client.query('ROLLBACK');
  }
  return failures;
}
