import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../support/case-history/processes';
import { percentile } from './contest';
import type { Row } from './report';

const COPIED = [
  ...['apps', 'libs', 'test', 'package.json', 'package-lock.json'],
  ...['nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'],
];
const WARM_STARTS = 3;
const READY_WITHIN_MS = 300_000;

/** `npm start` in a copy of the project that has neither a build nor var/, and then with both. */
export async function startRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fajiao-bench-'));
  try {
    for (const name of COPIED) cpSync(join(projectRoot(), name), join(folder, name), { recursive: true });
    symlinkSync(join(projectRoot(), 'node_modules'), join(folder, 'node_modules'));
    const cold = await start(folder);
    const warm: number[] = [];
    for (let n = 0; n < WARM_STARTS; n++) warm.push(await start(folder));
    return [rowOf('start-cold', [cold]), rowOf('start-warm', warm)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from spawn to ready. */
async function start(folder: string): Promise<number> {
  const port = await freePort();
  const before = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  try {
    await ready(`http://127.0.0.1:${port}/health/ready`, child, () => said);
    return performance.now() - before;
  } finally {
    await stop(child);
  }
}

async function ready(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (const giveUp = Date.now() + READY_WITHIN_MS; ; await sleep(10)) {
    if ((await fetch(url).catch(() => undefined))?.status === 200) return;
    if (child.exitCode !== null) throw new Error(`npm start ended:\n${said()}`);
    if (Date.now() > giveUp) throw new Error(`npm start is not ready in time:\n${said()}`);
  }
}

/** npm and what it has started: a group of their own. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  await ended;
  while (isAlive(-child.pid)) await sleep(50);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const rowOf = (name: string, milliseconds: readonly number[]): Row => {
  const [p50ms, p99ms] = [percentile(milliseconds, 0.5), percentile(milliseconds, 0.99)];
  return { ...{ name, callers: 1, perSecond: 1000 / p50ms, floorPerSecond: null, ratio: null }, ...{ p50ms, p99ms } };
};
