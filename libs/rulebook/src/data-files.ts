import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shape } from './shape';

/** The data that comes with the program; the build copies it beside the compiled files. */
export const dataDirectory = join(__dirname, '..', 'data');

/** Reads a file in its shape; undefined: something is wrong with it, noted with the file's name. */
export function readJson<T>(file: string, shape: Shape<T>, faults: string[]): T | undefined {
  const own: string[] = [];
  const content = parse(file, own);
  const read = own.length === 0 ? shape(content, file, own) : undefined;
  faults.push(...own);
  return own.length === 0 ? read : undefined;
}

/** The `.json` files of a directory in the order of their names. */
export function jsonFilesOf(directory: string, faults: string[]): string[] {
  try {
    const files = readdirSync(directory).filter((file) => file.endsWith('.json'));
    return files.sort().map((file) => join(directory, file));
  } catch {
    faults.push(`${directory}: not a directory that can be read`);
    return [];
  }
}

function parse(file: string, faults: string[]): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    faults.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
