import type { Client } from 'pg';
import { type Landscape, OURS } from './landscape';

/** Who owns what, who may do what, and how objects are made: a line for each of them. */
const CATALOGUE = `
  SELECT format('%s %I: %s, %s, %s, %s', relkind, relname, nspname, pg_get_userbyid(relowner), relacl, relrowsecurity) AS line
  FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE ${OURS}
  UNION ALL SELECT format('column %s.%I: %s', attrelid::regclass, attname, attacl)
  FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE ${OURS}
  UNION ALL SELECT format('function %s: %s, %s, %s', pg_proc.oid::regprocedure, pg_get_userbyid(proowner), proacl, md5(pg_get_functiondef(pg_proc.oid)))
  FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace WHERE ${OURS}
  UNION ALL SELECT format('schema %I: %s, %s', nspname, pg_get_userbyid(nspowner), nspacl) FROM pg_namespace WHERE ${OURS}
  UNION ALL SELECT format('trigger %I on %s: %s', tgname, tgrelid::regclass, tgenabled) FROM pg_trigger
  UNION ALL SELECT format('policy %s', pg_policies) FROM pg_policies
  UNION ALL SELECT format('database: %s', datacl) FROM pg_database WHERE datname = current_database()
  UNION ALL SELECT format('default rights: %s', pg_default_acl) FROM pg_default_acl
  UNION ALL SELECT format('large object: %s', pg_largeobject_metadata) FROM pg_largeobject_metadata
  UNION ALL SELECT format('role %s', to_jsonb(pg_roles)) FROM pg_roles WHERE starts_with(rolname, current_database())
  UNION ALL SELECT format('member: %s of %s', member::regrole, roleid::regrole) FROM pg_auth_members
  JOIN pg_roles ON pg_roles.oid IN (roleid, member) WHERE starts_with(rolname, current_database())`;

/** The database as its owner sees it, line by line: the same as long as nobody changed anything. */
export async function fingerprintOf(owner: Client, { relations }: Landscape): Promise<string[]> {
  const contents = relations
    .filter(({ kind }) => kind === 'table')
    .map(
      ({ name }) =>
        `SELECT format('rows of %s: %s', '${name}', array_agg(its::text ORDER BY its::text)) FROM ${name} AS its`,
    );
  const { rows } = await owner.query<{ line: string }>([CATALOGUE, ...contents].join('\nUNION ALL '));
  return rows.map(({ line }) => line).sort();
}
