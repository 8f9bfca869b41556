import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

const READY_WITHIN_MS = 60_000;
const STOPS_WITHIN_MS = 30_000;

/** The folder of the project, found from wherever this file was compiled to. */
export function projectRoot(from = __dirname): string {
  return existsSync(join(from, 'nest-cli.json')) ? from : projectRoot(dirname(from));
}

export interface Process {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything it wrote so far. */
  log(): string;
  /** Resolves once it ended by itself after SIGTERM. */
  stop(): Promise<void>;
}

/** An app did not start, for a reason that its own words tell. */
export class StartFault extends Error {}

/**
 * Starts an app of the build and waits until it is ready.
 * @throws StartFault
 */
export async function startApp(app: string, environment: Readonly<Record<string, string>>): Promise<Process> {
  const port = await freePort();
  const main = join(projectRoot(), 'dist/apps', app, 'src/main.js');
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  child.stdout.on('data', (chunk: Buffer) => (written += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  await ready(`${url}/health/ready`, child, () => written);
  return { url, child, log: () => written, stop: () => stop(child) };
}

async function ready(url: string, child: ChildProcess, log: () => string): Promise<void> {
  const giveUp = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.status === 200) return;
    if (hasEnded(child)) throw new StartFault(`The server ended before it was ready:\n${log()}`);
    if (Date.now() > giveUp) {
      await stop(child);
      throw new StartFault(
        `The server was not ready in ${READY_WITHIN_MS / 1000} s:\n${(await answer?.text()) ?? log()}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS);
  await ended;
  clearTimeout(impatience);
}

/** Below those that the system gives to whoever asks for any: no other test is given it before the app listens there. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isTaken = await once(server, 'listening').then(
      () => false,
      () => true,
    );
    if (isTaken) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
