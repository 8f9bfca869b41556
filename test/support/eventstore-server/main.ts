import { startEventStoreServer } from './server';

/**
 * The server as a process of its own, to be killed and stopped as one:
 * `node -r ./test/support/typescript.cjs test/support/eventstore-server/main.ts [PORT [FILE]]` prints its connection string.
 * It ends with its standard input.
 */
async function main([port = '0', file]: readonly string[]): Promise<void> {
  const server = await startEventStoreServer({ port: Number(port), ...(file === undefined ? {} : { file }) });
  process.stdout.write(`${server.url}\n`);
  const leave = (): void => void server.stop().finally(() => process.exit());
  process.once('SIGTERM', leave);
  // Whoever started it is gone: an orphan would keep the output open that a CI waits for.
  process.stdin.once('end', leave).resume();
}

void main(process.argv.slice(2));
