import { type Config, openDatabase, type OpenDatabase } from '@fajiao/platform';
import { say } from './command';
import { databaseSchema } from './database-schema';

type Choice = Pick<
  Config,
  | 'DATABASE_ADMIN_URL'
  | 'DATABASE_URL'
  | 'VAR_DIR'
  | 'DECISION_DATABASE_URL'
  | 'COLLECTION_DATABASE_URL'
  | 'DISCLOSURE_DATABASE_URL'
  | 'AUDIT_DATABASE_URL'
  | 'WORKER_DATABASE_URL'
>;

/** The URLs that are given, by login. */
export const givenUrls = (config: Choice): Readonly<Record<string, string | undefined>> => ({
  decision: config.DECISION_DATABASE_URL,
  collection: config.COLLECTION_DATABASE_URL,
  disclosure: config.DISCLOSURE_DATABASE_URL,
  audit: config.AUDIT_DATABASE_URL,
  worker: config.WORKER_DATABASE_URL,
});

/** The database as its owner sees it, for the commands: DATABASE_ADMIN_URL, else what the standalone app would use. */
export async function openAdminDatabase(
  config: Choice,
  sole: boolean,
): Promise<
  Pick<OpenDatabase, 'adminUrl' | 'close'> & {
    /** By login; none where whoever made the login knows its password. */
    readonly urls: Readonly<Record<string, string | undefined>>;
  }
> {
  const urls = givenUrls(config);
  if (config.DATABASE_ADMIN_URL !== undefined)
    return { adminUrl: config.DATABASE_ADMIN_URL, urls, close: () => Promise.resolve() };
  const { logins } = databaseSchema;
  return openDatabase({ adminUrl: config.DATABASE_URL, folder: config.VAR_DIR, logins, urls, sole, say });
}
