import type { Codec, StoredEvent } from '@fajiao/event-store';
import { type FactMeta, parseInstant } from '@fajiao/kernel';
import { isAsWritten } from './check';

/** What stands beside an event in the store. */
export type StoredMetadata = FactMeta & { readonly schema: number; readonly contentHash: string };

/** An event as it is kept: in the version in which it was written, its personal fields opened. */
export interface EventRecord {
  readonly id: string;
  readonly type: string;
  readonly revision: number;
  readonly position: string;
  /** Whether type, data and metadata are those that were written. */
  readonly contentHashRight: boolean;
  /** Null where they cannot be read. */
  readonly data: object | null;
  readonly metadata: StoredMetadata | null;
}

export function recordOf(codec: Codec, event: StoredEvent): EventRecord {
  const { id, type, revision, position } = event;
  const metadata = metadataOf(event);
  return {
    id,
    type,
    revision,
    position,
    contentHashRight: isAsWritten(codec, event),
    data: metadata && dataOf(codec, event, metadata),
    metadata,
  };
}

function metadataOf({ metadata }: StoredEvent): StoredMetadata | null {
  try {
    const read = JSON.parse(metadata) as StoredMetadata;
    parseInstant(read.occurredAt);
    parseInstant(read.recordedAt);
    return typeof read.actor.id === 'string' ? read : null;
  } catch {
    return null;
  }
}

/** With a schema of the very version that was written, nothing is brought up to date. */
function dataOf(codec: Codec, event: StoredEvent, { schema }: StoredMetadata): object | null {
  try {
    return codec.decode(event, { [event.type]: { version: schema } }).data;
  } catch {
    return null;
  }
}
