import { randomUUID } from 'node:crypto';
import { ContentDiffers, VersionConflict } from '../errors';
import type { Appended, Expected, NewEvent, StoredEvent } from '../port';
import { positionOf } from '../position';
import { Wake } from '../wake';

interface Entry {
  readonly event: StoredEvent;
  /** Revision of the last event of the append that wrote it. */
  readonly batchEnd: number;
}

/** What several memory stores share, as processes share a database. */
export class MemoryLog {
  readonly id = randomUUID();
  readonly wake = new Wake();
  readonly events: StoredEvent[] = [];
  private readonly streams = new Map<string, Entry[]>();

  stream(name: string): readonly StoredEvent[] {
    return (this.streams.get(name) ?? []).map((entry) => entry.event);
  }

  /** The batch is well formed. @throws VersionConflict, ContentDiffers */
  append(stream: string, batch: readonly NewEvent[], expected: Expected): Appended {
    const entries = this.streams.get(stream) ?? [];
    const first = expected === 'none' ? 0 : expected + 1;
    const last = first + batch.length - 1;
    if (first !== entries.length) return answerRepeat(stream, entries, batch, expected);
    if (holdsSome(entries, batch)) throw new ContentDiffers(stream);

    for (const [i, event] of batch.entries()) {
      const position = positionOf(this.id, BigInt(this.events.length + 1));
      const { id, type, data, metadata } = event;
      const stored = { id, type, data, metadata, stream, revision: first + i, position };
      entries.push({ event: stored, batchEnd: last });
      this.events.push(stored);
    }
    this.streams.set(stream, entries);
    this.wake.announce(BigInt(this.events.length));
    return { revision: last, position: positionOf(this.id, BigInt(this.events.length)), isNew: true };
  }
}

function answerRepeat(stream: string, entries: readonly Entry[], batch: readonly NewEvent[], expected: Expected) {
  const first = expected === 'none' ? 0 : expected + 1;
  const last = first + batch.length - 1;
  const isWhole = entries[first - 1]?.batchEnd !== last;
  const isSame = batch.every(
    (event, i) => entries[first + i]?.batchEnd === last && equals(event, entries[first + i]?.event),
  );
  const end = entries[last];
  if (end && isWhole && isSame) return { revision: last, position: end.event.position, isNew: false };
  if (holdsSome(entries, batch)) throw new ContentDiffers(stream);
  throw new VersionConflict(stream, expected, entries.length === 0 ? 'none' : entries.length - 1);
}

const holdsSome = (entries: readonly Entry[], batch: readonly NewEvent[]): boolean =>
  entries.some((entry) => batch.some((event) => event.id === entry.event.id));

const equals = (event: NewEvent, stored: NewEvent | undefined): boolean =>
  stored !== undefined &&
  event.id === stored.id &&
  event.type === stored.type &&
  event.data === stored.data &&
  event.metadata === stored.metadata;
