import type { Position, StoredEvent } from '@fajiao/event-store';
import type { DataSource, EntityManager } from 'typeorm';
import type { Batch } from './batches';
import { lockCheckpoint, park, readParked, saveCheckpoint } from './checkpoints';
import { codesOf, isPoison, reasonOf } from './faults';
import type { Reader } from './reader';

/**
 * `applied` · `busy`: somebody else has the checkpoint · `moved`: somebody else has moved it, the batch no longer fits ·
 * `stopped`: a fault at which this reader goes no further
 */
export type Outcome = 'applied' | 'busy' | 'moved' | 'stopped';

/** How long a turn goes on taking events one by one, in milliseconds: nobody else gets the checkpoint meanwhile. */
const LONGEST = 5_000;

/**
 * Applies a batch once and moves the checkpoint, in one transaction: all of it happens or nothing. Events that cannot be
 * applied park their streams.
 * @throws whatever is not the fault of an event; nothing has happened then
 */
export async function takeTurn(dataSource: DataSource, reader: Reader, batch: Batch): Promise<Outcome> {
  if (reader.applyAll)
    try {
      return await inTurn(dataSource, reader, batch, async (manager, events) => {
        if (events.length > 0) await reader.applyAll?.(events, manager);
        return { reached: batch.upTo, fault: null };
      });
    } catch (fault) {
      if (!isPoison(fault)) throw fault;
    }
  return inTurn(dataSource, reader, batch, (manager, events) => oneByOne(manager, reader, batch, events));
}

interface Progress {
  /** Undefined: not even the first event of the history could be passed. */
  readonly reached: Position | undefined;
  /** Why it goes no further. */
  readonly fault: string | null;
}

async function inTurn(
  dataSource: DataSource,
  reader: Reader,
  batch: Batch,
  work: (manager: EntityManager, events: readonly StoredEvent[]) => Promise<Progress>,
): Promise<Outcome> {
  const { name, slot } = reader;
  return dataSource.transaction(async (manager) => {
    const checkpoint = await lockCheckpoint(manager, name, slot);
    if (!checkpoint) return 'busy';
    if (checkpoint.position !== batch.after || checkpoint.version !== reader.version) return 'moved';
    const { reached, fault } = await work(manager, await unparked(manager, reader, batch.events));
    await saveCheckpoint(manager, name, slot, reached, fault);
    return fault === null ? 'applied' : 'stopped';
  });
}

/** Without the events of streams that are set aside. */
export async function unparked(
  manager: EntityManager,
  { name, slot }: Reader,
  events: readonly StoredEvent[],
): Promise<readonly StoredEvent[]> {
  if (events.length === 0) return events;
  const streams = [...new Set(events.map((event) => event.stream))];
  const parked = new Set((await readParked(manager, name, slot, streams)).map(({ stream }) => stream));
  return parked.size === 0 ? events : events.filter((event) => !parked.has(event.stream));
}

async function oneByOne(
  manager: EntityManager,
  reader: Reader,
  batch: Batch,
  events: readonly StoredEvent[],
): Promise<Progress> {
  const { name, slot } = reader;
  const parked = new Set<string>();
  const end = performance.now() + LONGEST;
  let reached = batch.after;
  for (const event of events) {
    const { stream, revision, position } = event;
    if (performance.now() > end) return { reached, fault: null };
    if (parked.has(stream)) continue;
    const fault = await attempt(manager, reader, event);
    if (fault && reader.stopsAtFault) return { reached, fault: `${stream}@${revision}: ${fault.reason}` };
    if (fault) {
      parked.add(stream);
      await park(manager, slot, { name, stream, revision, position, ...fault, attempts: 1 });
    }
    reached = position;
  }
  return { reached: batch.upTo, fault: null };
}

/** Why an event cannot be applied; undefined once it is. @throws whatever is not the fault of the event */
export async function attempt(
  manager: EntityManager,
  reader: Reader,
  event: StoredEvent,
): Promise<{ reason: string; codes: string[] } | undefined> {
  try {
    await reader.apply(event, manager);
    return undefined;
  } catch (fault) {
    if (!isPoison(fault)) throw fault;
    return { reason: reasonOf(fault), codes: codesOf(fault) };
  }
}
