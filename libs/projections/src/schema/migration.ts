import { sha256Hex } from '@fajiao/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles are shared by all databases of a server, so each carries the name of its database. */
export const databaseRole = (database: string, login: string): string => `${database}_${login}`;

export type RoleName = (login: string) => string;

/**
 * A forward-only migration that runs (again) whenever its content has changed, and so has to bear that.
 * @param order 100 to 999; the lower runs first
 * @param content what its work depends on, whatever the name of the database
 */
export const migration = (
  label: string,
  order: number,
  content: string,
  up: (query: QueryRunner, roleName: RoleName) => Promise<unknown>,
): MigrationInterface => ({
  name: migrationName(label, order, content),
  up: async (query) => {
    const [row] = await query.manager.query<{ name: string }[]>('SELECT current_database() AS name');
    await up(query, (login) => databaseRole(row?.name ?? '', login));
  },
  down: () => Promise.reject(new Error('migrations only go forward')),
});

/** TypeORM orders migrations by the last thirteen digits of their names: here a place in the order and a hash. */
function migrationName(label: string, order: number, content: string): string {
  const hash = BigInt(`0x${sha256Hex(content).slice(0, 16)}`) % 10_000_000_000n;
  return `${label}${order}${hash.toString().padStart(10, '0')}`;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
