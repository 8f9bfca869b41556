import { appendCall, appendManyCall } from './append-call';
import { type Attempt, attempts, silentAttempts } from './attempt';
import { callOf, type Relation, type Standpoint } from './landscape';
import { categories, foreignCategories } from './seeded-events';

/** A sentence that goes on from "… may not", and every way to do it all the same. */
export type Forbidden = readonly [sentence: string, attempts: (me: Standpoint) => readonly Attempt[]];

/** Streams that are in no category of anybody, however much their names look like it. */
const oddStreams = (category: string): string[] => [
  `${category}less-1`,
  `${category.toUpperCase()}-1`,
  ` ${category}-1`,
  `-${category}-1`,
  `${category}_1-1`,
];

export const forbiddenToData: readonly Forbidden[] = [
  [
    'append to a category of another context by its own function',
    ({ login, access }) => {
      const streams = [
        ...foreignCategories(access).map((category) => `${category}-1`),
        ...access.appends.flatMap(oddStreams),
      ];
      if (access.appends.length === 0) return [];
      const own = access.appends.map((category) => `${category}-3`);
      return streams.flatMap((stream) => [
        appendCall(`append_as_${login}`, stream),
        appendManyCall(`append_many_as_${login}`, [...own, stream]),
      ]);
    },
  ],
  [
    'append to any category by the function of another login, or by the one that all of them rest on',
    ({ others }) => {
      const foreign = others.filter(({ access }) => access.appends.length > 0).map(({ login }) => `as_${login}`);
      const single = ['append', ...foreign.map((name) => `append_${name}`)];
      const many = ['append_many', ...foreign.map((name) => `append_many_${name}`)];
      return categories.flatMap((category) => [
        ...single.map((name) => appendCall(name, `${category}-2`)),
        ...many.map((name) => appendManyCall(name, [`${category}-2`])),
      ]);
    },
  ],
  [
    'call a function that is not its own',
    ({ login, routines, own }) => {
      const mine = (name: string): boolean =>
        name.endsWith(`_as_${login}`) || name === 'events.store_id' || (name === 'projection.swap' && own.length > 0);
      return attempts(...routines.filter(({ name }) => !mine(name)).map(callOf));
    },
  ],
  [
    'read, change, empty or lock a table of the event store',
    ({ relations }) => relations.filter(({ schema }) => schema === 'events').flatMap(everyUseOf),
  ],
  ['read, change, empty or lock a table of another context', ({ foreign }) => foreign.flatMap(everyUseOf)],
  [
    'change a table that it only reads',
    ({ read, relations }) => {
      const migrations = relations.filter(({ schema, kind }) => schema === 'platform' && kind === 'table');
      return [...read, ...migrations].flatMap(changesOf);
    },
  ],
  ['empty a table of its own', ({ own }) => attempts(...tables(own).map(({ name }) => `TRUNCATE ${name}`))],
  [
    'move the checkpoint of another, or say whose it is',
    ({ role, foreignNames, ownNames }) => [
      ...foreignNames.flatMap((name) =>
        rowsOfOthers(ownNames)(
          `UPDATE projection.checkpoint SET position = NULL, fault = NULL WHERE name = '${name}'`,
          `SELECT FROM projection.checkpoint WHERE name = '${name}' FOR UPDATE`,
        ),
      ),
      ...[...foreignNames, ...ownNames].flatMap((name) =>
        attempts(
          `UPDATE projection.checkpoint SET writer = '${role}' WHERE name = '${name}'`,
          `UPDATE projection.checkpoint SET version = 'other' WHERE name = '${name}'`,
          `INSERT INTO projection.checkpoint (name, slot, writer, version) VALUES ('${name}_more', 'live', '${role}', '')`,
          `DELETE FROM projection.checkpoint WHERE name = '${name}'`,
        ),
      ),
      ...attempts('TRUNCATE projection.checkpoint', lock('projection.checkpoint', 'ACCESS EXCLUSIVE')),
    ],
  ],
  [
    'see, change or make up what another has set aside',
    ({ foreignNames, ownNames }) => [
      ...attempts('TRUNCATE projection.parked', 'SET row_security = off; SELECT FROM projection.parked'),
      ...foreignNames.flatMap((name) => [
        ...silentAttempts(`SELECT FROM projection.parked WHERE name = '${name}'`),
        ...rowsOfOthers(ownNames)(
          `UPDATE projection.parked SET reason = 'other' WHERE name = '${name}'`,
          `DELETE FROM projection.parked WHERE name = '${name}'`,
        ),
        ...attempts(
          `INSERT INTO projection.parked (name, slot, stream, revision, position, reason, codes)
           VALUES ('${name}', 'live', 'case-2', 0, '', '', '{}')`,
        ),
        ...ownNames.flatMap((mine) =>
          attempts(`UPDATE projection.parked SET name = '${name}', stream = 'case-3' WHERE name = '${mine}'`),
        ),
      ]),
    ],
  ],
  [
    'put into use what another builds anew',
    ({ foreignNames }) => attempts(...foreignNames.map((name) => `SELECT projection.swap('${name}')`)),
  ],
];

/** Whoever has rows of its own in a table that all share finds none of others; whoever has none may not look for any. */
const rowsOfOthers = (ownNames: readonly string[]) => (ownNames.length > 0 ? silentAttempts : attempts);

const tables = (relations: readonly Relation[]): readonly Relation[] =>
  relations.filter(({ kind }) => kind === 'table');

/** A lock is taken in a transaction only. */
const lock = (table: string, mode: string): string => `DO $$ BEGIN LOCK TABLE ${table} IN ${mode} MODE; END $$`;

export function everyUseOf(relation: Relation): Attempt[] {
  const { name, kind } = relation;
  if (kind === 'view') return attempts(`SELECT FROM ${name}`);
  if (kind === 'sequence')
    return attempts(`SELECT FROM ${name}`, `SELECT nextval('${name}')`, `SELECT setval('${name}', 1)`);
  return [
    ...attempts(
      `SELECT FROM ${name}`,
      `SELECT its::text FROM ${name} AS its`,
      `SELECT FROM ${name} FOR SHARE`,
      lock(name, 'ACCESS SHARE'),
      `COPY ${name} TO STDOUT`,
    ),
    ...changesOf(relation),
  ];
}

function changesOf({ name, columns, kind }: Relation): Attempt[] {
  if (kind !== 'table') return [];
  return attempts(
    `INSERT INTO ${name} DEFAULT VALUES`,
    ...columns.map((column) => `UPDATE ${name} SET ${column} = ${column}`),
    `DELETE FROM ${name}`,
    `TRUNCATE ${name}`,
    lock(name, 'ACCESS EXCLUSIVE'),
  );
}
