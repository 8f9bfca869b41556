import type { EventSchema, JsonObject } from './event-schema';

/** An event cannot be written or read. Says which and why; never what it holds. */
export class CodecFault extends Error {}

/** Brings data written as `version` to the schema's version. @throws CodecFault */
export function upcast(type: string, data: JsonObject, version: number, schema: EventSchema): JsonObject {
  if (version > schema.version) throw new CodecFault(`${type} in version ${version} is newer than this program`);
  let current = data;
  for (let from = version; from < schema.version; from++) {
    const step = schema.upcasters?.[from];
    if (!step) throw new CodecFault(`${type} has no upcaster from version ${from}`);
    current = step(current);
  }
  return current;
}
