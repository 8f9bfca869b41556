import { startEventStoreServer } from './server';

/**
 * The server as a process of its own, to be killed and stopped as one:
 * `node -r ./test/support/typescript.cjs test/support/eventstore-server/main.ts [PORT [FILE]]` prints its connection string.
 */
async function main([port = '0', file]: readonly string[]): Promise<void> {
  const server = await startEventStoreServer({ port: Number(port), ...(file === undefined ? {} : { file }) });
  process.stdout.write(`${server.url}\n`);
  process.once('SIGTERM', () => void server.stop());
}

void main(process.argv.slice(2));
