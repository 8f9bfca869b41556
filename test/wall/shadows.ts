/** Temporary things with the names of those that the functions of the database rest on, and another mind. */
export const shadows = (role: string): readonly string[] => [
  `CREATE TEMP TABLE event (number bigint, stream text, revision integer, batch_end integer, id uuid, type text, data bytea, metadata bytea)`,
  `CREATE TEMP TABLE stream (name text, revision integer)`,
  `CREATE TEMP TABLE appender (transaction text)`,
  `CREATE TEMP TABLE store (id uuid)`,
  `CREATE TEMP TABLE checkpoint (name text, slot text, writer name, version text, position text, fault text, updated_at timestamptz)`,
  `INSERT INTO checkpoint SELECT name, slot, '${role}', version, position, fault, updated_at FROM projection.checkpoint`,
  `CREATE FUNCTION pg_temp.split_part(text, text, integer) RETURNS text LANGUAGE sql AS $$ SELECT 'case' $$`,
  `CREATE FUNCTION pg_temp.is_readable(text, text, text[], text[]) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$`,
  `CREATE FUNCTION pg_temp.yes(text, text) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$`,
  `CREATE FUNCTION pg_temp.no(text, text) RETURNS boolean LANGUAGE sql AS $$ SELECT false $$`,
  `CREATE OPERATOR pg_temp.= (LEFTARG = text, RIGHTARG = text, FUNCTION = pg_temp.yes)`,
  `CREATE OPERATOR pg_temp.<> (LEFTARG = text, RIGHTARG = text, FUNCTION = pg_temp.no)`,
];
