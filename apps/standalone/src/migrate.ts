import { DatabaseFault, loadConfig, migrate } from '@fajiao/platform';
import { prepareRebuild } from '@fajiao/projections';
import { DataSource } from 'typeorm';
import { openAdminDatabase } from './admin-database';
import { command, say } from './command';
import { databaseSchema, hosts } from './database-schema';

/** `npm run migrate`: brings the database up to date. With `-- --rebuild NAME`, a projection is built anew as well. */
command(async () => {
  const database = await openAdminDatabase(loadConfig(process.env), false);
  try {
    const done = await migrate(database.adminUrl, databaseSchema, database.urls);
    say(done.length === 0 ? 'The database was up to date.' : `Migrated: ${done.join(', ')}.`);
    const option = process.argv.indexOf('--rebuild');
    if (option > 0) await rebuild(database.adminUrl, process.argv[option + 1] ?? '');
  } finally {
    await database.close();
  }
});

async function rebuild(url: string, name: string): Promise<void> {
  const host = hosts.find((its) => its.projections.some((projection) => projection.name === name));
  const projection = host?.projections.find((its) => its.name === name);
  if (!host || !projection) {
    const known = hosts.flatMap((its) => its.projections.map((one) => one.name));
    throw new DatabaseFault(`There is no projection "${name}". There are: ${known.join(', ')}.`);
  }
  const owner = await new DataSource({ type: 'postgres', url, poolSize: 1 }).initialize();
  try {
    await prepareRebuild(owner, host, projection);
  } finally {
    await owner.destroy();
  }
  say(`${name} is built anew beside its tables, by the process that runs it; until then the old ones answer.`);
}
