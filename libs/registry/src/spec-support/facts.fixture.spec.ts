import type { Aggregate } from '@fajiao/event-store';
import { type DomainEvent, type FactMeta, parseInstant } from '@fajiao/kernel';

const ID = '00000000-0000-4000-8000-000000000001';

const META: FactMeta = {
  ...{ context: 'registry', actor: { id: 'lead-1', roles: ['unit-lead'] } },
  ...{ occurredAt: parseInstant('2023-09-11T09:00+08:00'), recordedAt: parseInstant('2023-09-11T09:00+08:00') },
  ...{ commandId: ID, commandHash: '', correlationId: ID, causationId: ID },
  rulebook: { profile: 'specs', version: '1' },
};

/** Folds events in the order in which they were recorded. */
export function fold<State, E extends DomainEvent>(
  { initial, evolve }: Aggregate<State, E>,
  events: readonly E[],
  before: State = initial,
): State {
  return events.reduce<State>((state, event, revision) => evolve(state, { ...event, meta: META, revision }), before);
}
