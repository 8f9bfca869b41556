import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { attachmentsFolder, copyAttachments, FolderAttachments } from '@fajiao/attachments';
import { backUp, type Config, DatabaseFault, loadConfig } from '@fajiao/platform';
import { openAdminDatabase } from './admin-database';
import { command, say } from './command';

/** `npm run backup [-- FILE]`: everything that cannot be made again, of one moment, while the app runs or not. */
command(async () => {
  const config = loadConfig(process.env);
  refuseNothingToBackUp(config);
  const day = new Date().toISOString().slice(0, 19).replaceAll(':', '');
  const file = process.argv[2] ?? join(config.VAR_DIR, 'backups', `fajiao-${day}.backup`);
  const database = await openAdminDatabase(config, false);
  try {
    const events = await backUp(database.adminUrl, file);
    say(`${events} events are in ${file}.`);
  } finally {
    await database.close();
  }
  await keepAttachments(config, `${file}.attachments`);
  const key = config.SEAL_KEY_FILE ?? join(config.VAR_DIR, 'development-seal.key');
  say(
    `Personal data in it are sealed. Keep the key (${key}) too, apart from it: without the key nobody can read them.`,
  );
});

/** Files are kept beside the events, each checked; those in an S3-compatible store are backed up there. */
async function keepAttachments(config: Config, folder: string): Promise<void> {
  if (config.ATTACHMENTS_URL !== undefined) {
    say('The attachments are in the S3-compatible store (ATTACHMENTS_URL): back them up there.');
    return;
  }
  const copied = await copyAttachments(attachmentsFolder(config), new FolderAttachments(folder));
  say(`${copied} attachments are in ${folder}.`);
}

function refuseNothingToBackUp(config: Config): void {
  if (config.EVENTSTORE_URL !== undefined)
    throw new DatabaseFault(
      'The events are in EventStoreDB (EVENTSTORE_URL): back them up there. All that PostgreSQL holds is made of them.',
    );
  const own = config.DATABASE_ADMIN_URL ?? config.DATABASE_URL;
  if (own === undefined && !existsSync(join(config.VAR_DIR, 'postgres')))
    throw new DatabaseFault(`There is no database in ${config.VAR_DIR} yet.`);
}
