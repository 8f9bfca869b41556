import { contextAccesses } from '@fajiao/contracts';
import type { ContextAccess } from '@fajiao/event-store';
import type { HostTables } from '@fajiao/projections';
import type { Client } from 'pg';
import { hosts } from '../../apps/standalone/src/database-schema';
import type { MigratedDatabase } from './migrated-database';

/** A table, view or sequence. */
export interface Relation {
  readonly schema: string;
  /** With its schema, as SQL writes it. */
  readonly name: string;
  readonly kind: 'table' | 'view' | 'sequence';
  /** Those that an UPDATE may name. */
  readonly columns: readonly string[];
}

export interface Routine {
  readonly schema: string;
  readonly name: string;
  readonly arguments: readonly string[];
  readonly isDefiner: boolean;
  readonly settings: readonly string[] | null;
}

/** Everything of ours that stands in a database, as its catalogue lists it. */
export interface Landscape {
  readonly owner: string;
  readonly schemas: readonly string[];
  readonly relations: readonly Relation[];
  readonly routines: readonly Routine[];
}

/** Of ours, or of everybody: whatever does not belong to PostgreSQL itself. */
export const OURS = `nspname !~ '^(pg_|information_schema$)'`;

export async function landscapeOf(owner: Client): Promise<Landscape> {
  const { rows: schemas } = await owner.query<{ nspname: string; owner: string }>(
    `SELECT nspname, current_user AS owner FROM pg_namespace WHERE ${OURS} ORDER BY 1`,
  );
  const { rows: relations } = await owner.query<Relation>(
    `SELECT nspname AS schema, format('%I.%I', nspname, relname) AS name,
       CASE WHEN relkind IN ('r', 'p') THEN 'table' WHEN relkind IN ('v', 'm') THEN 'view' ELSE 'sequence' END AS kind,
       ARRAY(SELECT quote_ident(attname) FROM pg_attribute
         WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attidentity = '' ORDER BY attnum) AS columns
     FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE ${OURS} AND relkind IN ('r', 'p', 'v', 'm', 'S') ORDER BY 2`,
  );
  const { rows: routines } = await owner.query<Routine>(
    `SELECT nspname AS schema, format('%I.%I', nspname, proname) AS name, prosecdef AS "isDefiner", proconfig AS settings,
       ARRAY(SELECT format_type(type, NULL) FROM unnest(proargtypes) WITH ORDINALITY AS its (type, place)
         ORDER BY place) AS arguments
     FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace WHERE ${OURS} ORDER BY 2`,
  );
  return {
    ...{ owner: schemas[0]?.owner ?? '', schemas: schemas.map(({ nspname }) => nspname) },
    ...{ relations, routines },
  };
}

/** A call without a meaning, to see whether it may be made. */
export const callOf = (routine: Routine): string =>
  `SELECT ${routine.name}(${routine.arguments.map((type) => `NULL::${type}`).join(', ')})`;

export const signatureOf = (routine: Routine): string => `${routine.name}(${routine.arguments.join(', ')})`;

/** Where a login stands towards everything in its database. */
export interface Standpoint extends Landscape {
  readonly login: string;
  readonly role: string;
  readonly access: ContextAccess;
  readonly others: readonly { readonly login: string; readonly role: string; readonly access: ContextAccess }[];
  /** Tables that it fills. */
  readonly own: readonly Relation[];
  /** Tables that it reads and another fills. */
  readonly read: readonly Relation[];
  /** Tables of other contexts. */
  readonly foreign: readonly Relation[];
  /** Projections and policies of its own, and of others. */
  readonly ownNames: readonly string[];
  readonly foreignNames: readonly string[];
}

export function standpointOf(access: ContextAccess, land: Landscape, database: MigratedDatabase): Standpoint {
  const { login } = access;
  const reads = ({ readers = [] }: HostTables): boolean => readers.includes(login);
  const owns = (host: HostTables): boolean => host.login === login;
  const tablesOf = (its: readonly HostTables[]): readonly Relation[] => {
    const schemas = its.flatMap(({ projections }) => projections.flatMap(({ name }) => [name, `${name}_next`]));
    return land.relations.filter(({ schema }) => schemas.includes(schema));
  };
  const namesOf = (its: readonly HostTables[]): string[] =>
    its.flatMap(({ projections, policies = [] }) => [...projections, ...policies].map(({ name }) => name));
  return {
    ...land,
    ...{ login, access, role: database.roleOf(login) },
    others: contextAccesses
      .filter((other) => other.login !== login)
      .map((other) => ({ login: other.login, role: database.roleOf(other.login), access: other })),
    own: tablesOf(hosts.filter(owns)),
    read: tablesOf(hosts.filter(reads)),
    foreign: tablesOf(hosts.filter((host) => !owns(host) && !reads(host))),
    ownNames: namesOf(hosts.filter(owns)),
    foreignNames: namesOf(hosts.filter((host) => !owns(host))),
  };
}
