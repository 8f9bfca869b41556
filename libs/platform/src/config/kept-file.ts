import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { isNativeError } from 'node:util/types';

/**
 * The content of a file that the first start makes and later ones keep. It is readable by its owner only, and never
 * seen half-written; of two processes that start at once, one makes it and both read the same.
 */
export function keptFile(path: string, make: () => string): string {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.${process.pid}`;
    const file = openSync(draft, 'w', 0o600);
    writeSync(file, make());
    fsyncSync(file);
    closeSync(file);
    publish(draft, path);
  }
  return readFileSync(path, 'utf8');
}

function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!(isNativeError(error) && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
}
