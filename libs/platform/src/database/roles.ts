import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { databaseRole } from '@fajiao/projections';
import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { DatabaseFault } from './database-fault';

/** A login of an application: owns nothing, may create nothing, inherits nothing. */
export interface Login {
  readonly role: string;
  /** Undefined: whoever made the login knows it. */
  readonly password: string | undefined;
}

/** The logins of a database, with the passwords that their URLs hold. @throws DatabaseFault when a URL is another login's */
export function loginsOf(
  database: string,
  logins: readonly string[],
  urls: Readonly<Record<string, string | undefined>>,
): Login[] {
  return logins.map((login) => {
    const role = databaseRole(database, login);
    const url = urls[login];
    if (url === undefined) return { role, password: undefined };
    const { username, password } = new URL(url);
    if (decodeURIComponent(username) !== role)
      throw new DatabaseFault(`${login} has to log in as "${role}", its URL says "${username}"`);
    return { role, password: password === '' ? undefined : decodeURIComponent(password) };
  });
}

const RIGHTS = 'LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';

/** What a DBA runs where the admin may not make logins. Holds no passwords, only what the server keeps of them. */
export const rolesSql = (logins: readonly Login[]): string =>
  logins
    .map(({ role, password }) =>
      password === undefined
        ? `CREATE ROLE ${escapeIdentifier(role)} ${RIGHTS}; -- then set its password: \\password ${role}`
        : `CREATE ROLE ${escapeIdentifier(role)} ${RIGHTS} PASSWORD ${escapeLiteral(scramOf(password))};`,
    )
    .join('\n');

/** By its attributes, by being or becoming whoever owns things here, or by becoming another login or a great role. */
const POWERFUL = `
  rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
  OR pg_has_role(its.oid, current_user, 'MEMBER')
  OR pg_has_role(its.oid, (SELECT datdba FROM pg_database WHERE datname = current_database()), 'MEMBER')
  OR EXISTS (
    SELECT FROM pg_roles AS other
    WHERE other.oid <> its.oid AND pg_has_role(its.oid, other.oid, 'MEMBER')
      AND (other.rolsuper OR other.rolname = ANY ($1) OR starts_with(other.rolname, 'pg_'))
  )`;

/** Makes the logins that are missing and sets the passwords that are given. @throws DatabaseFault */
export async function ensureLogins(admin: Client, logins: readonly Login[]): Promise<void> {
  const { rows } = await admin.query<{ rolname: string; powerful: boolean }>(
    `SELECT rolname, (${POWERFUL}) AS powerful FROM pg_roles AS its WHERE rolname = ANY ($1)`,
    [logins.map(({ role }) => role)],
  );
  const powerful = rows.filter((row) => row.powerful).map((row) => row.rolname);
  if (powerful.length > 0)
    throw new DatabaseFault(`These logins may do more than an application should: ${powerful.join(', ')}`);
  const known = new Set(rows.map((row) => row.rolname));
  const missing = logins.filter(({ role }) => !known.has(role));
  const able = await mayMakeLogins(admin);
  if (missing.length > 0 && !able)
    throw new DatabaseFault(
      `The login that migrates may not create roles, and these are missing: ${missing.map(({ role }) => role).join(', ')}. ` +
        'Run "npm run roles -- --print" and hand its output to whoever administers the server.',
    );
  for (const login of missing) await admin.query(rolesSql([login]));
  if (able) for (const login of logins) if (known.has(login.role)) await setPassword(admin, login);
}

async function mayMakeLogins(admin: Client): Promise<boolean> {
  const { rows } = await admin.query<{ able: boolean }>(
    'SELECT rolsuper OR rolcreaterole AS able FROM pg_roles WHERE rolname = current_user',
  );
  return rows[0]?.able === true;
}

async function setPassword(admin: Client, { role, password }: Login): Promise<void> {
  if (password === undefined) return;
  try {
    await admin.query(`ALTER ROLE ${escapeIdentifier(role)} PASSWORD ${escapeLiteral(scramOf(password))}`);
  } catch (fault) {
    // made by somebody else, who keeps its password
    if ((fault as { code?: string }).code !== '42501') throw fault;
  }
}

/** What PostgreSQL keeps of a password (RFC 5803), so that the password itself stands in no statement and no log. */
export function scramOf(password: string, salt: Buffer = randomBytes(16)): string {
  const rounds = 4096;
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const keyOf = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(keyOf('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${keyOf('Server Key').toString('base64')}`;
}
