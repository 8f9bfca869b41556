import { Client, escapeIdentifier } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { DatabaseFault } from './database-fault';
import { ensureLogins, loginsOf } from './roles';

export interface Schema {
  /** Names of the logins without the database's prefix. */
  readonly logins: readonly string[];
  readonly migrations: readonly MigrationInterface[];
}

const LOCK = 7_013_003;

/**
 * Brings a database up to date: logins, then the migrations that it lacks, all of them or none, then the rights to look.
 * Several at once wait for each other.
 * @param urls by login, for the passwords; where one is missing, the login has to exist
 * @returns the names of the migrations that were run
 * @throws DatabaseFault
 */
export async function migrate(
  adminUrl: string,
  { logins, migrations }: Schema,
  urls: Readonly<Record<string, string | undefined>>,
): Promise<string[]> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const { rows } = await admin.query<{ name: string }>('SELECT current_database() AS name');
    const database = rows[0]?.name ?? '';
    const roles = loginsOf(database, logins, urls);
    await ensureLogins(admin, roles);
    await admin.query('CREATE SCHEMA IF NOT EXISTS platform');
    const done = await runMigrations(adminUrl, migrations);
    await admin.query(closedToOthers(database, roles.map(({ role }) => escapeIdentifier(role)).join(', ')));
    return done;
  } finally {
    await admin.end();
  }
}

/** @throws DatabaseFault when the database lacks a migration of this release */
export async function assertMigrated(dataSource: DataSource, { migrations }: Schema): Promise<void> {
  const lacking = async (): Promise<string[]> => {
    try {
      const rows = await dataSource.query<{ name: string }[]>('SELECT name FROM platform.migrations');
      const done = new Set(rows.map((row) => row.name));
      return migrations.map(nameOf).filter((name) => !done.has(name));
    } catch (fault) {
      // no schema, no table, or no right to look
      const code = (fault as { driverError?: { code?: string } }).driverError?.code ?? '';
      if (['3F000', '42P01', '42501'].includes(code)) return migrations.map(nameOf);
      throw fault;
    }
  };
  const names = await lacking();
  if (names.length > 0)
    throw new DatabaseFault(
      `The database was not migrated for this release: run "npm run migrate" with DATABASE_ADMIN_URL. Missing: ${names.join(', ')}`,
    );
}

async function runMigrations(url: string, migrations: readonly MigrationInterface[]): Promise<string[]> {
  const owner = new DataSource({
    type: 'postgres',
    url,
    schema: 'platform',
    migrationsTableName: 'migrations',
    migrations: migrations.map(asClass),
    poolSize: 1,
    logger: 'debug', // otherwise it prints what is thrown anyway
  });
  await owner.initialize();
  try {
    return (await owner.runMigrations({ transaction: 'all' })).map(({ name }) => name);
  } finally {
    await owner.destroy();
  }
}

/** TypeORM takes classes; ours are made with what they need. */
const asClass = (migration: MigrationInterface): (() => MigrationInterface) =>
  function Migration() {
    return migration;
  };

const nameOf = (migration: MigrationInterface): string => migration.name ?? '';

/** A database is open to every login of its server unless it is closed. */
const closedToOthers = (database: string, roles: string): string => `
  REVOKE ALL ON DATABASE ${escapeIdentifier(database)} FROM PUBLIC, ${roles};
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  GRANT CONNECT ON DATABASE ${escapeIdentifier(database)} TO ${roles};
  GRANT USAGE ON SCHEMA platform TO ${roles};
  GRANT SELECT ON platform.migrations TO ${roles}`;
