import { join } from 'node:path';
import { databaseRole } from '@fajiao/projections';
import { openEmbeddedDatabase, type OpenDatabase } from './embedded-database';
import { passwordsIn } from './password-file';

export interface DatabaseChoice {
  /** A server of the user's own; the embedded one without it. */
  readonly adminUrl: string | undefined;
  /** The var folder: passwords, and the embedded server's data. */
  readonly folder: string;
  /** Logins without the database's prefix. */
  readonly logins: readonly string[];
  /** URLs that are given; the logins of others get random passwords, kept in the var folder. */
  readonly urls?: Readonly<Record<string, string | undefined>>;
  /** Whether this is the app: only one may run on the embedded server. */
  readonly sole: boolean;
  /** Hears what is out of the ordinary, one sentence at a time. */
  readonly say: (line: string) => void;
}

/** Opens the database of a process that has all logins in its hands. @throws DatabaseFault */
export async function openDatabase(choice: DatabaseChoice): Promise<OpenDatabase> {
  const { adminUrl, folder, logins, urls = {} } = choice;
  if (adminUrl === undefined) return openEmbeddedDatabase(folder, choice);
  const database = databaseOf(adminUrl);
  const roleOf = (login: string): string => databaseRole(database, login);
  const passwords = passwordsIn(join(folder, 'passwords.json'), logins.filter((login) => !urls[login]).map(roleOf));
  const own = (login: string): string => {
    const url = new URL(adminUrl);
    url.username = roleOf(login);
    url.password = passwords[roleOf(login)] ?? '';
    return url.toString();
  };
  return {
    adminUrl,
    urls: Object.fromEntries(logins.map((login) => [login, urls[login] ?? own(login)])),
    close: () => Promise.resolve(),
  };
}

export const databaseOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));
