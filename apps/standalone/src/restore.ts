import { copyAttachments, openAttachmentStore } from '@fajiao/attachments';
import { DatabaseFault, loadConfig, migrate, restore } from '@fajiao/platform';
import { openAdminDatabase } from './admin-database';
import { command, say } from './command';
import { databaseSchema } from './database-schema';

/** `npm run restore -- FILE`: fills an empty database from a backup. The app must not be running on it. */
command(async () => {
  const [, , file] = process.argv;
  if (file === undefined) throw new DatabaseFault('Say which file: npm run restore -- FILE');
  const config = loadConfig(process.env);
  const database = await openAdminDatabase(config, true);
  try {
    await migrate(database.adminUrl, databaseSchema, database.urls);
    const events = await restore(database.adminUrl, file);
    say(`${events} events were restored. The read models are made of them when the app starts.`);
  } finally {
    await database.close();
  }
  const copied = await copyAttachments(`${file}.attachments`, openAttachmentStore(config));
  say(`${copied} attachments were restored.`);
});
