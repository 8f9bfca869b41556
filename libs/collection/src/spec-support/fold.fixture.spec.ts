import type { Aggregate } from '@fajiao/event-store';
import type { Decision, DomainEvent, FactMeta, Instant } from '@fajiao/kernel';

const META: FactMeta = {
  context: 'collection',
  actor: { id: 'bank:bank-a', roles: ['bank'] },
  occurredAt: '2024-04-12T01:00:00.000Z' as Instant,
  recordedAt: '2024-04-12T01:00:00.000Z' as Instant,
  commandId: '6f1c2a3d-4e5f-5000-8000-000000000001',
  commandHash: '00',
  correlationId: '6f1c2a3d-4e5f-5000-8000-000000000002',
  causationId: '6f1c2a3d-4e5f-5000-8000-000000000001',
  rulebook: { profile: 'test', version: '0' },
};

/** The state after these events, all of them recorded at 09:00 on 2024-04-12. */
export const folded = <State, E extends DomainEvent>(aggregate: Aggregate<State, E>, events: readonly E[]): State =>
  events.reduce(
    (state, event, revision) => aggregate.evolve(state, { ...event, meta: META, revision }),
    aggregate.initial,
  );

/** The events of a decision that must not be a refusal. */
export function eventsOf<E extends DomainEvent>(decision: Decision<E>): readonly E[] {
  if ('refused' in decision) throw new Error(`refused: ${decision.refused[0].code}`);
  return decision.events;
}
