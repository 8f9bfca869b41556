import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '@fajiao/kernel';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import type { HostTables, ProjectionTables } from '../projection';
import { databaseRole, migration, quoted, type RoleName } from './migration';

const BOOKKEEPING = readFileSync(join(__dirname, 'bookkeeping.sql'), 'utf8');
const NAME = /^[a-z][a-z0-9_]{0,49}$/;
const TAKEN = ['events', 'projection', 'platform', 'public'];

/** What a checkpoint says of the tables that it belongs to: how they are filled, and their shape. */
export const versionOf = (projection: ProjectionTables): string =>
  `${projection.version}-${sha256Hex(projection.tables).slice(0, 8)}`;

/**
 * The migrations of everything that projections keep in a database, to be run by the owner when the logins exist. A
 * projection that is new gets its tables; one that has changed gets new ones beside them (`<name>_next`), which its runner
 * fills and then swaps in.
 */
export function projectionMigrations(hosts: readonly HostTables[]): MigrationInterface[] {
  const steps = hosts.flatMap((host) => [
    rightsOf(host),
    ...host.projections.map((projection) => tablesOf(host, projection)),
    ...(host.policies ?? []).map((policy) => checkpointOf(host, policy.name)),
  ]);
  const all = [migration('ProjectionBookkeeping', 300, BOOKKEEPING, (query) => query.query(BOOKKEEPING)), ...steps];
  // two hosts of one login need the same rights
  return [...new Map(all.map((step) => [step.name, step])).values()];
}

/** Empty tables beside the live ones of a projection that has not changed: its runner fills them and swaps them in. */
export async function prepareRebuild(owner: DataSource, host: HostTables, projection: ProjectionTables): Promise<void> {
  await owner.transaction(async ({ queryRunner }) => {
    if (!queryRunner) return;
    const [row] = await queryRunner.manager.query<{ name: string }[]>('SELECT current_database() AS name');
    await makeTables(queryRunner, host, projection, 'next', (login) => databaseRole(row?.name ?? '', login));
  });
}

function rightsOf(host: HostTables): MigrationInterface {
  const sql = (roleName: RoleName): string => {
    const writer = quoted(roleName(host.login));
    const all = [host.login, ...(host.readers ?? [])].map((login) => quoted(roleName(login))).join(', ');
    return `
      GRANT USAGE ON SCHEMA projection TO ${all};
      GRANT SELECT ON projection.checkpoint, projection.parked TO ${all};
      GRANT UPDATE (position, fault, updated_at) ON projection.checkpoint TO ${writer};
      GRANT INSERT, UPDATE, DELETE ON projection.parked TO ${writer};
      GRANT EXECUTE ON FUNCTION projection.swap(text) TO ${writer};`;
  };
  return migration(
    `ProjectionRights_${host.login}_`,
    350,
    sql((login) => login),
    (query, roleName) => query.query(sql(roleName)),
  );
}

function tablesOf(host: HostTables, projection: ProjectionTables): MigrationInterface {
  const { name } = projection;
  if (!NAME.test(name) || TAKEN.includes(name)) throw new Error(`"${name}" cannot be the name of a projection`);
  const content = [versionOf(projection), host.login, ...(host.readers ?? [])].join('\n');
  return migration(`Projection_${name}_`, 400, content, async (query, roleName) => {
    const found = await query.manager.query<unknown[]>('SELECT FROM projection.checkpoint WHERE name = $1', [name]);
    await makeTables(query, host, projection, found.length === 0 ? 'live' : 'next', roleName);
  });
}

function checkpointOf(host: HostTables, policy: string): MigrationInterface {
  return migration(`Policy_${policy}_`, 500, host.login, (query, roleName) =>
    query.query(
      `INSERT INTO projection.checkpoint (name, slot, writer, version) VALUES ($1, 'live', $2, '')
       ON CONFLICT (name, slot) DO UPDATE SET writer = excluded.writer`,
      [policy, roleName(host.login)],
    ),
  );
}

async function makeTables(
  query: QueryRunner,
  host: HostTables,
  projection: ProjectionTables,
  slot: 'live' | 'next',
  roleName: RoleName,
): Promise<void> {
  const { name, tables } = projection;
  const schema = quoted(slot === 'live' ? name : `${name}_next`);
  if (slot === 'next') await query.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await query.query(`CREATE SCHEMA ${schema}; SET LOCAL search_path TO ${schema}`);
  await query.query(tables);
  await query.query('SET LOCAL search_path TO DEFAULT');
  await grant(query, schema, roleName(host.login), 'SELECT, INSERT, UPDATE, DELETE');
  for (const reader of host.readers ?? []) await grant(query, schema, roleName(reader), 'SELECT');
  await query.query('DELETE FROM projection.checkpoint WHERE name = $1 AND slot = $2', [name, slot]);
  await query.query('INSERT INTO projection.checkpoint (name, slot, writer, version) VALUES ($1, $2, $3, $4)', [
    ...[name, slot, roleName(host.login), versionOf(projection)],
  ]);
}

const grant = (query: QueryRunner, schema: string, role: string, rights: string): Promise<unknown> =>
  query.query(`GRANT USAGE ON SCHEMA ${schema} TO ${quoted(role)};
    GRANT ${rights} ON ALL TABLES IN SCHEMA ${schema} TO ${quoted(role)};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${quoted(role)}`);
