import { canonicalJson } from './canonical-json';
import type { JsonObject, JsonValue } from './event-schema';
import type { Sealer } from './sealer';

const SEALED = '$sealed';

/** Replaces what stands at the personal paths by `{ "$sealed": … }`. Null and absent fields stay as they are. */
export function sealFields(
  data: JsonObject,
  personal: readonly string[],
  subject: string,
  eventId: string,
  sealer: Sealer,
): JsonValue {
  const seal = (value: JsonValue, path: string): JsonValue =>
    value === null ? null : { [SEALED]: sealer.seal(subject, `${eventId}:${path}`, canonicalJson(value)) };
  return personal.reduce<JsonValue>((sealed, path) => replaceAt(sealed, stepsOf(path), '', seal), data);
}

/** Whether data, as written, can hold a sealed field: most events hold none, and need not be searched. */
export const mayBeSealed = (data: string): boolean => data.includes(SEALED);

/** Opens every sealed field, wherever it stands; a field whose key was destroyed becomes null. */
export function openFields(value: JsonValue, subject: string, eventId: string, sealer: Sealer, path = ''): JsonValue {
  const open = (inner: JsonValue, place: string) => openFields(inner, subject, eventId, sealer, place);
  if (isList(value)) return value.map((item, i) => open(item, `${path}[${i}]`));
  if (value === null || typeof value !== 'object') return value;
  const sealed = value[SEALED];
  if (typeof sealed === 'string') {
    const plain = sealer.open(subject, `${eventId}:${path}`, sealed);
    return plain === null ? null : open(JSON.parse(plain) as JsonValue, path);
  }
  const isNested = (inner: JsonValue) => typeof inner === 'object' && inner !== null;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, isNested(inner) ? open(inner, below(path, key)) : inner]),
  );
}

/** Whether a plain value holds the key that marks sealed ones, so that reading would mistake it for one. */
export function looksSealed(value: JsonValue): boolean {
  if (isList(value)) return value.some(looksSealed);
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([key, inner]) => key === SEALED || looksSealed(inner));
}

/** Whether anything but null stands at a personal path: a misspelt path would seal nothing. */
export function standsAt(data: JsonObject, path: string): boolean {
  let found = false;
  replaceAt(data, stepsOf(path), '', (value) => {
    found ||= value !== null;
    return value;
  });
  return found;
}

/** `items[].owner` → items, [], owner */
const stepsOf = (path: string): readonly string[] => path.replaceAll('[]', '.[]').split('.');

function replaceAt(
  value: JsonValue,
  steps: readonly string[],
  path: string,
  change: (value: JsonValue, path: string) => JsonValue,
): JsonValue {
  const [step, ...rest] = steps;
  if (step === undefined) return change(value, path);
  if (step === '[]') {
    return isList(value) ? value.map((item, i) => replaceAt(item, rest, `${path}[${i}]`, change)) : value;
  }
  if (value === null || typeof value !== 'object' || isList(value)) return value;
  const inner = Object.hasOwn(value, step) ? value[step] : undefined;
  return inner === undefined ? value : { ...value, [step]: replaceAt(inner, rest, below(path, step), change) };
}

const below = (path: string, key: string): string => (path ? `${path}.${key}` : key);

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
