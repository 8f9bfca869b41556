import type { Codec, StoredEvent } from '@fajiao/event-store';
import type { EntityManager } from 'typeorm';
import type { Slot } from './checkpoints';
import type { Policy, Projection, StreamFact } from './projection';
import { versionOf } from './schema/projection-migrations';

/** Events a turn of a projection. */
const BATCH = 500;

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
  apply(event: StoredEvent, manager: EntityManager): Promise<void>;
  applyAll(events: readonly StoredEvent[], manager: EntityManager): Promise<void>;
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
    apply: (event, manager) => projection.apply(factOf(event), manager),
    applyAll: async (events, manager) => {
      if (projection.applyAll) return projection.applyAll(events.map(factOf), manager);
      for (const event of events) await projection.apply(factOf(event), manager);
    },
  };
}

/** One event a turn: a crash repeats one command, which its id makes harmless. */
export function policyReader(policy: Policy, codec: Codec): Reader {
  const react = (event: StoredEvent): Promise<void> =>
    policy.react(withPlace(event, codec.decode(event, policy.schemas)));
  return {
    name: policy.name,
    slot: 'live',
    version: '',
    startsAt: policy.startsAt,
    batchSize: 1,
    stopsAtFault: false,
    handles: (type) => Object.hasOwn(policy.schemas, type),
    apply: async (event) => react(event),
    applyAll: async (events) => {
      for (const event of events) await react(event);
    },
  };
}

const withPlace = (event: StoredEvent, fact: Omit<StreamFact, 'stream' | 'position'>): StreamFact => ({
  ...fact,
  stream: event.stream,
  position: event.position,
});
