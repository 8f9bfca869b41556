import { type DomainEvent, type Fact, type FactMeta, sha256Hex, uuid5 } from '@fajiao/kernel';
import { canonicalJson } from './canonical-json';
import type { EventSchema, EventSchemas, JsonObject } from './event-schema';
import { looksSealed, mayBeSealed, openFields, sealFields } from './personal-fields';
import type { NewEvent, StoredEvent } from './port';
import type { Sealer } from './sealer';
import { CodecFault, upcast } from './upcast';

/** As stored: who and when, the version of the event's schema, and a hash over type, data and all other metadata. */
interface StoredMeta extends FactMeta {
  readonly schema: number;
  readonly contentHash: string;
}

/** Between events of the domain and the bytes that a store keeps for ever. */
export class Codec {
  constructor(private readonly sealer: Sealer) {}

  /**
   * Ids derive from the command id and the place in the batch: the same command gives the same ids.
   * @throws CodecFault, NotCanonical
   */
  encode<E extends DomainEvent>(
    stream: string,
    events: readonly E[],
    meta: FactMeta,
    schemas: EventSchemas<E>,
  ): NewEvent[] {
    return events.map((event, index) => {
      const schema = schemaOf(schemas, event.type);
      const id = uuid5(meta.commandId, String(index));
      const data = this.encodeData(stream, id, event, schema);
      const described = { ...meta, schema: schema.version };
      const contentHash = hashOf(event.type, data, described);
      return { id, type: event.type, data, metadata: canonicalJson({ ...described, contentHash }) };
    });
  }

  /** The fact in its newest version, personal fields opened (null where the key was destroyed). @throws CodecFault */
  decode<E extends DomainEvent>(stored: StoredEvent, schemas: EventSchemas<E>): Fact<E> {
    const { schema: version, contentHash: _, ...meta } = parse<StoredMeta>(stored, stored.metadata);
    const plain = parse<JsonObject>(stored, stored.data);
    const opened = mayBeSealed(stored.data) ? this.open(stored, plain) : plain;
    const data = upcast(stored.type, opened, version, schemaOf(schemas, stored.type));
    return { type: stored.type, data, meta, revision: stored.revision } as DomainEvent as Fact<E>;
  }

  /** Whether type, data and metadata are those that were written. */
  verify(stored: StoredEvent): boolean {
    try {
      const { contentHash, ...described } = parse<StoredMeta>(stored, stored.metadata);
      return contentHash === hashOf(stored.type, stored.data, described);
    } catch {
      return false;
    }
  }

  private encodeData(stream: string, id: string, event: DomainEvent, schema: EventSchema): string {
    const data = event.data as JsonObject;
    if (looksSealed(data)) throw new CodecFault(`${event.type} holds a key that is kept for sealed fields`);
    return canonicalJson(sealFields(data, schema.personal ?? [], stream, id, this.sealer));
  }

  private open(stored: StoredEvent, data: JsonObject): JsonObject {
    try {
      return openFields(data, stored.stream, stored.id, this.sealer) as JsonObject;
    } catch (error) {
      throw new CodecFault(`a sealed field of ${stored.type} ${stored.id} does not open`, { cause: error });
    }
  }
}

/** The hash that was written beside an event. @throws CodecFault */
export function contentHashOf(stored: StoredEvent): string {
  return parse<StoredMeta>(stored, stored.metadata).contentHash;
}

function schemaOf<E extends DomainEvent>(schemas: EventSchemas<E>, type: string): EventSchema {
  const known: Readonly<Record<string, EventSchema>> = schemas;
  const schema = Object.hasOwn(known, type) ? known[type] : undefined;
  if (!schema) throw new CodecFault(`events of type ${type} are not known here`);
  return schema;
}

// JSON.parse quotes what it cannot read.
function parse<Value>(stored: StoredEvent, text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    throw new CodecFault(`${stored.type} ${stored.id} is not JSON`);
  }
}

const hashOf = (type: string, data: string, metadata: object): string =>
  sha256Hex(`${type}\n${data}\n${canonicalJson(metadata)}`);
