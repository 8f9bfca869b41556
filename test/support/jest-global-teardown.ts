import { removeServer, TEST_SERVER_FOLDER } from './test-server';

module.exports = async function teardown(): Promise<void> {
  const folder = process.env[TEST_SERVER_FOLDER];
  if (folder) await removeServer(folder);
};
