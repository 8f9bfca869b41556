import type { StoredEvent } from '@fajiao/event-store';
import { type FactMeta, instantMillis, uuid5 } from '@fajiao/kernel';
import type { Fault } from './fault';
import type { History } from './history';

/** The clocks of two servers may be so far apart, in milliseconds. */
const CLOCK_TOLERANCE = 5_000;

/** What of an event's metadata tells its place. */
interface Placed extends Pick<StoredEvent, 'id' | 'revision'> {
  readonly meta: Pick<FactMeta, 'commandId' | 'recordedAt' | 'actor'>;
}

/**
 * Events that do not stand where they were made. An exchange of whole events leaves every content hash right, so the order
 * is held against what the events say of it.
 */
export function misplacedEvents({ stored }: History): Fault[] {
  const placed = stored.flatMap(placedBy);
  return [
    ...[...new Set([...outOfPlace(stored), ...outOfTime(placed)])].map((revision): Fault => ({
      revision,
      code: 'out-of-order',
    })),
    ...notOfTheirCommand(placed).map((revision): Fault => ({ revision, code: 'not-of-its-command' })),
  ];
}

/** Revisions and places in the store grow together. */
function outOfPlace(stored: readonly StoredEvent[]): number[] {
  return stored.flatMap(({ revision, position }, index) => {
    const before = stored[index - 1];
    return before && (position <= before.position || revision <= before.revision) ? [revision] : [];
  });
}

/** What people do is recorded one after the other. A policy records at the time of its cause, which may be earlier. */
function outOfTime(placed: readonly Placed[]): number[] {
  let latest = -Infinity;
  return placed.flatMap(({ revision, meta }) => {
    if (meta.actor.id.startsWith('policy:')) return [];
    const recordedAt = instantMillis(meta.recordedAt);
    const early = recordedAt < latest - CLOCK_TOLERANCE;
    latest = Math.max(latest, recordedAt);
    return early ? [revision] : [];
  });
}

/** A command's events stand in a row, and their ids are those of its first, second, … event. */
function notOfTheirCommand(placed: readonly Placed[]): number[] {
  let place = -1;
  return placed.flatMap(({ id, revision, meta }, index) => {
    place = meta.commandId === placed[index - 1]?.meta.commandId ? place + 1 : 0;
    return id === uuid5(meta.commandId, String(place)) ? [] : [revision];
  });
}

/** None where the metadata is not what this program writes: its content hash says so. */
function placedBy({ id, revision, metadata }: StoredEvent): Placed[] {
  try {
    const meta = JSON.parse(metadata) as Placed['meta'];
    instantMillis(meta.recordedAt);
    return typeof meta.commandId === 'string' && typeof meta.actor.id === 'string' ? [{ id, revision, meta }] : [];
  } catch {
    return [];
  }
}
