/** What differs between two descriptions of a case, leaf by leaf. `null` stands for "not there". */
export interface Change {
  /** RFC 6901. */
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
}

export function changesBetween(before: unknown, after: unknown, pointer = ''): Change[] {
  if (before === after) return [];
  if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after))
    return [{ pointer, before: before ?? null, after: after ?? null }];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    changesBetween(before[key], after[key], `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

const isBranch = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
