import { attempts, silentAttempts } from './attempt';
import type { Forbidden } from './forbidden-to-data';
import { type Relation, signatureOf } from './landscape';

const POWERS = ['SUPERUSER', 'CREATEROLE', 'CREATEDB', 'REPLICATION', 'BYPASSRLS'];
/** Roles that every PostgreSQL has. */
const GREAT_ROLES = ['pg_read_all_data', 'pg_write_all_data', 'pg_read_all_stats', 'pg_execute_server_program'];

export const forbiddenToObjects: readonly Forbidden[] = [
  [
    'make anything in any schema',
    ({ schemas }) =>
      [...schemas, 'pg_catalog', 'pg_temp'].flatMap((schema) =>
        attempts(
          `CREATE TABLE ${schema}.mine (x integer)`,
          `CREATE VIEW ${schema}.mine AS SELECT 1 AS x`,
          `CREATE SEQUENCE ${schema}.mine`,
          `CREATE TYPE ${schema}.mine AS (x integer)`,
          `CREATE FUNCTION ${schema}.split_part(text, text, integer) RETURNS text LANGUAGE sql AS 'SELECT $1'`,
          `CREATE FUNCTION ${schema}.mine() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'`,
        ),
      ),
  ],
  [
    'make a temporary table, which could stand before another one',
    () => attempts('CREATE TEMP TABLE checkpoint (name text)', 'SELECT 1 AS x INTO TEMP event'),
  ],
  [
    'make anything of the server, or of the database as a whole',
    () =>
      attempts(
        'CREATE SCHEMA mine',
        'CREATE DATABASE mine',
        'CREATE ROLE mine',
        'CREATE EXTENSION pgcrypto SCHEMA events',
        'CREATE LANGUAGE mine HANDLER plpgsql_call_handler',
        'CREATE PUBLICATION mine',
        'CREATE PUBLICATION mine FOR ALL TABLES',
        `CREATE SUBSCRIPTION mine CONNECTION '' PUBLICATION mine`,
        `CREATE TABLESPACE mine LOCATION '/tmp'`,
        'CREATE FOREIGN DATA WRAPPER mine',
        'CREATE CAST (text AS uuid[]) WITH INOUT',
        `SELECT pg_create_logical_replication_slot('mine', 'pgoutput')`,
      ),
  ],
  [
    'hang anything on a table, its own included',
    ({ relations }) =>
      relations
        .filter(({ kind }) => kind === 'table')
        .flatMap(({ name }) =>
          attempts(
            `CREATE TRIGGER mine BEFORE INSERT ON ${name} FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
            `CREATE RULE mine AS ON INSERT TO ${name} DO INSTEAD NOTHING`,
            `CREATE POLICY mine ON ${name} USING (true)`,
            `CREATE INDEX ON ${name} ((1))`,
            `ALTER TABLE ${name} ADD COLUMN mine integer`,
            `ALTER TABLE ${name} DISABLE TRIGGER ALL`,
            `ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`,
            `COMMENT ON TABLE ${name} IS 'mine'`,
          ),
        ),
  ],
  [
    'drop anything or take it over, its own tables included',
    ({ relations, routines, schemas, role }) => [
      ...relations.flatMap((relation) =>
        attempts(
          `DROP ${kindOf(relation)} ${relation.name} CASCADE`,
          `ALTER ${kindOf(relation)} ${relation.name} OWNER TO ${role}`,
        ),
      ),
      ...routines.flatMap((routine) =>
        attempts(
          `DROP FUNCTION ${signatureOf(routine)} CASCADE`,
          `ALTER FUNCTION ${signatureOf(routine)} OWNER TO ${role}`,
          `ALTER FUNCTION ${signatureOf(routine)} RESET search_path`,
        ),
      ),
      ...schemas.flatMap((schema) =>
        attempts(
          `DROP SCHEMA ${schema} CASCADE`,
          `ALTER SCHEMA ${schema} RENAME TO mine`,
          `ALTER SCHEMA ${schema} OWNER TO ${role}`,
        ),
      ),
    ],
  ],
  [
    'become another, or change what another may do',
    ({ others, owner, role }) =>
      [...others.map((other) => other.role), owner].flatMap((other) =>
        attempts(
          `SET ROLE ${other}`,
          `SET SESSION AUTHORIZATION ${other}`,
          `GRANT ${other} TO ${role}`,
          `ALTER ROLE ${other} PASSWORD 'mine'`,
          `ALTER ROLE ${other} NOLOGIN`,
          `ALTER ROLE ${other} SET search_path TO mine`,
          `DROP ROLE ${other}`,
          `DROP OWNED BY ${other}`,
          `REASSIGN OWNED BY ${other} TO ${role}`,
          `ALTER DEFAULT PRIVILEGES FOR ROLE ${other} GRANT ALL ON TABLES TO ${role}`,
        ),
      ),
  ],
  [
    'give itself a right',
    ({ foreign, routines, role }) => [
      ...attempts(
        ...POWERS.map((power) => `ALTER ROLE ${role} ${power}`),
        ...GREAT_ROLES.flatMap((great) => [`SET ROLE ${great}`, `GRANT ${great} TO ${role}`]),
        'SET session_replication_role = replica',
        `ALTER ROLE ${role} SET session_replication_role = replica`,
      ),
      ...attempts(...foreign.map((relation) => `GRANT ALL ON ${relation.name} TO ${role}`)),
      ...attempts(
        ...routines
          .filter(({ name }) => /events\.(append|read_(last|page|stream))$/.test(name))
          .map((routine) => `GRANT EXECUTE ON FUNCTION ${signatureOf(routine)} TO ${role}`),
      ),
    ],
  ],
  [
    // PostgreSQL warns that nothing was granted.
    'hand on to another what it may do itself',
    ({ login, others, own, role, routines }) =>
      others.flatMap((other) =>
        silentAttempts(
          ...own.map(
            ({ name, kind }) => `GRANT ALL ON ${kind === 'sequence' ? 'SEQUENCE ' : ''}${name} TO ${other.role}`,
          ),
          ...routines
            .filter(({ name }) => name.endsWith(`_as_${login}`))
            .map((routine) => `GRANT EXECUTE ON FUNCTION ${signatureOf(routine)} TO ${other.role}`),
          `GRANT USAGE ON SCHEMA events TO ${other.role}`,
        ).concat(attempts(`GRANT ${role} TO ${other.role}`)),
      ),
  ],
  [
    'look at what the server keeps, or out of it',
    () =>
      attempts(
        'SELECT FROM pg_authid',
        'SELECT FROM pg_shadow',
        'SELECT FROM pg_statistic',
        'SELECT FROM pg_largeobject',
        `SELECT pg_read_file('postgresql.conf')`,
        `SELECT pg_ls_dir('.')`,
        `SELECT lo_import('/etc/passwd')`,
        `COPY (SELECT 1) TO PROGRAM 'true'`,
        `COPY (SELECT 1) TO '/tmp/fajiao-of-a-test'`,
        `LOAD '/tmp/mine.so'`,
        `ALTER SYSTEM SET log_statement = 'all'`,
        'SELECT pg_reload_conf()',
      ),
  ],
  [
    'see or end what another does',
    ({ others, foreign }) => [
      ...silentAttempts(
        `SELECT FROM pg_stat_activity WHERE usename <> current_user AND query <> '<insufficient privilege>'`,
        `SELECT FROM pg_stats WHERE schemaname = 'events' OR schemaname = ANY ('{${schemasOf(foreign).join()}}')`,
      ),
      ...others.flatMap((other) =>
        attempts(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${other.role}'`,
          `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename = '${other.role}'`,
        ),
      ),
    ],
  ],
];

const kindOf = ({ kind }: Relation): string => kind.toUpperCase();

const schemasOf = (relations: readonly Relation[]): string[] => [...new Set(relations.map(({ schema }) => schema))];
