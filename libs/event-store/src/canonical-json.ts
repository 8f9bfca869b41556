/** The value cannot be written as canonical JSON. Says where and why, never what stands there. */
export class NotCanonical extends Error {
  constructor(path: string, why: string) {
    super(`${path || 'the value'} ${why}`);
  }
}

const LONE_SURROGATE = /\p{Surrogate}/u;

// JSON.parse moves such keys to the front, so that bytes would not survive a store that parses them.
const INTEGER_LIKE = /^(0|[1-9]\d*)$/;

/**
 * RFC 8785: keys sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript prints them.
 * @throws NotCanonical on undefined, numbers that are not finite, bigint, keys that look like integers, lone surrogates,
 *   and objects that are no plain records
 */
export function canonicalJson(value: unknown): string {
  return write(value, '');
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value, path);
  if (typeof value === 'string') return writeString(value, path);
  if (Array.isArray(value)) return `[${Array.from(value, (item, i) => write(item, `${path}[${i}]`)).join(',')}]`;
  if (typeof value === 'object' && isRecord(value)) return writeRecord(value, path);
  throw new NotCanonical(path, `is of type ${typeof value}`);
}

function writeNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) throw new NotCanonical(path, 'is not finite');
  return JSON.stringify(value);
}

function writeString(value: string, path: string): string {
  if (LONE_SURROGATE.test(value)) throw new NotCanonical(path, 'holds a lone surrogate');
  return JSON.stringify(value);
}

function writeRecord(value: Readonly<Record<string, unknown>>, path: string): string {
  const members = Object.keys(value)
    .sort()
    .map((key) => {
      const place = path ? `${path}.${key}` : key;
      if (INTEGER_LIKE.test(key)) throw new NotCanonical(place, 'has a key that looks like an integer');
      return `${writeString(key, place)}:${write(value[key], place)}`;
    });
  return `{${members.join(',')}}`;
}

function isRecord(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
