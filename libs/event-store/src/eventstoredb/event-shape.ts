import { type EventData, jsonEvent, type RecordedEvent, type ResolvedEvent } from '@eventstore/db-client';
import { BatchRefused } from '../errors';
import type { NewEvent, StoredEvent } from '../port';
import { positionOf } from '../position';

/**
 * The client writes JSON itself, so it is given the parsed text. Canonical text comes out of that byte for byte.
 * @throws BatchRefused for text that would not, and for metadata that are no object (the client leaves `null` out)
 */
export function eventData(event: NewEvent): EventData {
  const data = parsed(event, event.data);
  const metadata = parsed(event, event.metadata);
  if (typeof metadata !== 'object' || metadata === null) throw notKept(event);
  return jsonEvent({
    id: event.id,
    type: event.type,
    data: data as Record<string, unknown>,
    metadata: metadata as Record<string, unknown>,
  });
}

function parsed(event: NewEvent, text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (JSON.stringify(value) === text) return value;
  } catch {
    // JSON.parse quotes what it cannot read, which may be personal.
  }
  throw notKept(event);
}

const notKept = (event: NewEvent): BatchRefused =>
  new BatchRefused(`data or metadata of ${event.type} ${event.id} are no canonical JSON`);

/** An event as it came off the wire, its stream still with the prefix. */
export type Recorded = Pick<
  RecordedEvent,
  'id' | 'type' | 'streamId' | 'revision' | 'data' | 'metadata' | 'position' | 'isJson'
>;

/** A link is never resolved, so its position is its own. Undefined for what is no event at all. */
export const recordedOf = (resolved: ResolvedEvent): Recorded | undefined => resolved.event;

export function storedEvent(recorded: Recorded, stream: string, storeId: string): StoredEvent {
  return {
    id: recorded.id,
    type: recorded.type,
    data: textOf(recorded.data),
    metadata: textOf(recorded.metadata),
    stream,
    revision: Number(recorded.revision),
    position: positionOf(storeId, commitOf(recorded)),
  };
}

export function commitOf(recorded: Recorded): bigint {
  if (!recorded.position) throw new Error('the server is older than 22.6: it sends no positions');
  return recorded.position.commit;
}

/** Bytes are no work of ours: they are shown as they came, and the content hash tells. */
function textOf(value: unknown): string {
  if (value === undefined) return '';
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : JSON.stringify(value);
}
