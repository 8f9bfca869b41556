import { removeOrphans, serverFolder, TEST_SERVER_FOLDER } from './test-server';

/** Gives this run a place for its database server; the server itself starts when a spec first asks for it. */
module.exports = async function setup(): Promise<void> {
  if (process.env.TEST_DATABASE_URL) return;
  await removeOrphans();
  process.env[TEST_SERVER_FOLDER] = serverFolder();
};
