import { platformProblem } from '../problem/problem';

/** An opaque cursor: clients hand it back as it is. The values are those of the last row, in the order of sorting. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * Reads a cursor of so many values.
 * @throws Problem `cursor.invalid` for a text that {@link encodeCursor} did not make
 */
export function decodeCursor(cursor: string, length: number): readonly (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length && values.every(isPlain)) return values;
  } catch {
    // Not ours, as below.
  }
  throw platformProblem('cursor.invalid');
}

function isPlain(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}
