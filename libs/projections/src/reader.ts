import type { Codec, StoredEvent } from '@fajiao/event-store';
import type { EntityManager } from 'typeorm';
import type { Slot } from './checkpoints';
import { isPoison } from './faults';
import type { Policy, Projection, StreamFact } from './projection';
import { versionOf } from './schema/projection-migrations';

/** Events a turn of a projection. */
const BATCH = 500;
/** Events a turn of a policy, each at least a command: those of a turn that fails are sent again. */
const POLICY_BATCH = 20;

/** Whatever follows the history with a checkpoint: a projection's live or rebuilt tables, or a policy. */
export interface Reader {
  readonly name: string;
  readonly slot: Slot;
  readonly version: string;
  readonly startsAt: 'beginning' | 'now';
  readonly batchSize: number;
  /** Goes no further at a fault, instead of parking the stream. */
  readonly stopsAtFault: boolean;
  handles(type: string): boolean;
  /** Applies one event, or fails and leaves no trace of it. */
  apply(event: StoredEvent, manager: EntityManager): Promise<void>;
  /** The same for many, where that is faster; what a failure leaves behind has to be rolled back. */
  applyAll?(events: readonly StoredEvent[], manager: EntityManager): Promise<void>;
}

export async function applyAll(reader: Reader, events: readonly StoredEvent[], manager: EntityManager): Promise<void> {
  if (reader.applyAll) return reader.applyAll(events, manager);
  for (const event of events) await reader.apply(event, manager);
}

export function projectionReader(projection: Projection, slot: Slot, codec: Codec): Reader {
  const factOf = (event: StoredEvent): StreamFact => withPlace(event, codec.decode(event, projection.schemas));
  return {
    name: projection.name,
    slot,
    version: versionOf(projection),
    startsAt: 'beginning',
    batchSize: BATCH,
    stopsAtFault: projection.sums ?? false,
    handles: (type) => Object.hasOwn(projection.schemas, type),
    apply: (event, manager) => inSavepoint(manager, () => projection.apply(factOf(event), manager)),
    applyAll: async (events, manager) => {
      if (projection.applyAll) return projection.applyAll(events.map(factOf), manager);
      for (const event of events) await projection.apply(factOf(event), manager);
    },
  };
}

/** A crash repeats the commands of one turn, which their ids make harmless. */
export function policyReader(policy: Policy, codec: Codec): Reader {
  const factOf = (event: StoredEvent): StreamFact => withPlace(event, codec.decode(event, policy.schemas));
  return {
    name: policy.name,
    slot: 'live',
    version: '',
    startsAt: policy.startsAt,
    batchSize: POLICY_BATCH,
    stopsAtFault: false,
    handles: (type) => Object.hasOwn(policy.schemas, type),
    apply: async (event) => policy.react(factOf(event)),
    ...(policy.reactAll && { applyAll: async (events) => policy.reactAll?.(events.map(factOf)) }),
  };
}

async function inSavepoint(manager: EntityManager, work: () => Promise<void>): Promise<void> {
  await manager.query('SAVEPOINT event');
  try {
    await work();
    await manager.query('RELEASE SAVEPOINT event');
  } catch (fault) {
    if (isPoison(fault)) await manager.query('ROLLBACK TO SAVEPOINT event');
    throw fault;
  }
}

const withPlace = (event: StoredEvent, fact: Omit<StreamFact, 'stream' | 'position'>): StreamFact => ({
  ...fact,
  stream: event.stream,
  position: event.position,
});
