import { isNativeError } from 'node:util/types';
import type { Running } from './bootstrap';
import { ConfigFaults } from './config/config';
import { WiringFaults } from './context/wiring-check';
import { DatabaseFault } from './database';

const LINGER_MILLIS = 5_000;

/**
 * Runs an app's main.ts to its end. What stops it is told in sentences where we know what to do, and the process then
 * ends with 1. A process that something keeps alive although everything is closed ends all the same.
 */
export function main(start: () => Promise<Running>): void {
  start()
    .then(({ stopped }) => stopped)
    .catch(explain)
    .finally(() => setTimeout(() => process.exit(), LINGER_MILLIS).unref());
}

function explain(error: unknown): void {
  process.stderr.write(`${sentences(error)}\n`);
  process.exitCode = 1;
}

function sentences(error: unknown): string {
  const told = error instanceof ConfigFaults || error instanceof WiringFaults || error instanceof DatabaseFault;
  if (told || !isNativeError(error)) return told ? error.message : String(error);
  return error.stack ?? error.message;
}
