import { chmodSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

// Jest's global setup resolves no aliases: nothing of libs/ is imported here.

/** Names the folder of the server that a test run shares, in the environment. */
export const TEST_SERVER_FOLDER = 'FAJIAO_TEST_SERVER_FOLDER';

/** A folder for a server, named after this process so that a later run finds what a killed one left. */
export function serverFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `fajiao-test-${process.pid}-`));
  chmodSync(folder, 0o755); // as root the server has a user of its own
  return folder;
}

/** Stops the server of a folder, if it runs, and removes both. */
export async function removeServer(folder: string): Promise<void> {
  const pid = postmasterOf(folder);
  if (pid !== undefined) process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 100 && postmasterOf(folder) !== undefined; tries++) await sleep(50);
  rmSync(folder, { recursive: true, force: true });
}

/** Removes the servers of runs that were killed. */
export async function removeOrphans(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^fajiao-test-(\d+)-/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) await removeServer(join(tmpdir(), name)).catch(() => undefined);
  }
}

/** The process of a folder's server. Process ids are given again: elsewhere than on Linux it is believed while it lives. */
export function postmasterOf(folder: string): number | undefined {
  try {
    const data = realpathSync(join(folder, 'postgres', 'data'));
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    if (process.platform === 'linux' && readlinkSync(`/proc/${pid}/cwd`) !== data) return undefined;
    return isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}
