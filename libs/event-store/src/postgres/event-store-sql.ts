import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { ContextAccess } from '../context-access';

/** In the order in which they build on each other. */
const OBJECTS = [
  'schema',
  'store',
  'store-id',
  'stream',
  'event',
  'refuse-change',
  'mark-appender',
  'appender',
  'answer-repeat',
  'append',
  'append-many',
  'is-readable',
  'read-stream',
  'read-streams',
  'read-last',
  'readable-end',
  'read-page',
  'readable',
] as const;

/**
 * The SQL that makes the event store in a database, or brings it up to date: texts of one or more statements, in order, to
 * be run in one transaction by the owner. Running them again changes nothing. The roles must exist.
 * @param roleName the database role of a login of the table, e.g. `fajiao_decision`
 */
export function eventStoreSql(
  accesses: readonly ContextAccess[],
  roleName: (login: string) => string,
): readonly string[] {
  return [
    ...OBJECTS.map(read),
    'REVOKE ALL ON ALL TABLES IN SCHEMA events FROM PUBLIC; REVOKE ALL ON ALL FUNCTIONS IN SCHEMA events FROM PUBLIC;',
    ...accesses.flatMap((access) => functionsOf(access, roleName(access.login))),
  ];
}

function functionsOf(access: ContextAccess, role: string): string[] {
  if (!/^[a-z]+$/.test(access.login)) throw new Error(`${access.login} is no name for a login`);
  const everything = access.reads === 'all';
  const values: Record<string, string> = {
    login: access.login,
    role: escapeIdentifier(role),
    appends: textArray(access.appends),
    categories: everything ? 'NULL::text[]' : textArray(access.reads),
    published: everything
      ? 'NULL::text[]'
      : textArray(access.readsTypes.map(({ category, type }) => `${category}:${type}`)),
  };
  const fill = (sql: string) =>
    sql.replace(/(?<!:):([a-z]+)/g, (placeholder, name: string) => values[name] ?? placeholder);
  return [
    access.appends.length > 0
      ? fill(read('append-as-login'))
      : `DROP FUNCTION IF EXISTS events.append_as_${access.login}, events.append_many_as_${access.login};`,
    fill(read('read-as-login')),
  ];
}

const read = (name: string): string => readFileSync(join(__dirname, 'sql', `${name}.sql`), 'utf8');

const textArray = (values: readonly string[]): string => `ARRAY[${values.map(escapeLiteral).join(', ')}]::text[]`;
