import { databaseOf, loadConfig, loginsOf, rolesSql } from '@fajiao/platform';
import { givenUrls } from './admin-database';
import { command, say } from './command';
import { databaseSchema } from './database-schema';

/**
 * `npm run roles -- --print`: the SQL that makes the logins, for a DBA whose server the migrating login may not make roles on.
 * Passwords are those of the URLs that are given, in the form that the server keeps.
 */
command(() => {
  const config = loadConfig(process.env);
  const urls = givenUrls(config);
  const url = config.DATABASE_ADMIN_URL ?? config.DATABASE_URL ?? Object.values(urls).find(Boolean);
  say(rolesSql(loginsOf(url === undefined ? 'fajiao' : databaseOf(url), databaseSchema.logins, urls)));
});
