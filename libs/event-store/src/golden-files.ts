import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { canonicalJson } from './canonical-json';
import type { EventSchema, JsonObject } from './event-schema';
import { standsAt } from './personal-fields';
import { upcast } from './upcast';

/** One event as a version wrote it (unsealed), and as it reads now; `now` is left out where that is the same. */
interface GoldenSample {
  readonly data: JsonObject;
  readonly now?: JsonObject;
}

/**
 * Compares event schemas with `<folder>/<Type>.v<N>.json`, each a list of samples `{ data, now? }`. There is a file for every
 * version ever released; what it says must never change, but for `now`.
 * @returns what is wrong, nothing when all is well
 */
export function goldenFaults(folder: string, schemas: Readonly<Record<string, EventSchema>>): string[] {
  const expected = Object.entries(schemas).flatMap(([type, schema]) =>
    Array.from({ length: schema.version }, (_, i) => ({
      type,
      schema,
      version: i + 1,
      file: `${type}.v${i + 1}.json`,
    })),
  );
  const strangers = (existsSync(folder) ? readdirSync(folder) : []).filter(
    (file) => !expected.some((known) => known.file === file),
  );
  return [
    ...strangers.map((file) => `${file}: no such event`),
    ...expected.flatMap(({ type, schema, version, file }) =>
      existsSync(join(folder, file))
        ? sampleFaults(type, schema, version, readSamples(join(folder, file))).map((fault) => `${file}: ${fault}`)
        : [`${file}: missing`],
    ),
  ];
}

const readSamples = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as readonly GoldenSample[];

function sampleFaults(type: string, schema: EventSchema, version: number, samples: readonly GoldenSample[]): string[] {
  if (samples.length === 0) return ['no sample'];
  const faults = samples.flatMap(({ data, now }, i) => {
    canonicalJson(data);
    const read = upcast(type, data, version, schema);
    return isDeepStrictEqual(read, now ?? data) ? [] : [`sample ${i} reads as ${canonicalJson(read)}`];
  });
  const unused = (schema.personal ?? []).filter((path) => !samples.some(({ data }) => standsAt(data, path)));
  return version === schema.version ? [...faults, ...unused.map((path) => `no sample has ${path}`)] : faults;
}
