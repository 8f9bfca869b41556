import type { Codec, EventStore, StoredEvent } from '@fajiao/event-store';
import type { DomainEvent, Fact, Instant } from '@fajiao/kernel';
import type { Replayable } from './replayable';

/** One stream, both as it is kept and as it reads. */
export interface History {
  readonly stream: string;
  readonly stored: readonly StoredEvent[];
  readonly facts: readonly Fact[];
}

/** A moment of a history: up to a revision, up to what was recorded by an instant, or as it stands now. */
export type Moment = { readonly revision: number } | { readonly at: Instant } | 'now';

export async function readHistory(
  store: EventStore,
  codec: Codec,
  replayable: Replayable,
  id: string,
): Promise<History> {
  const stream = `${replayable.category}-${id}`;
  const stored: StoredEvent[] = [];
  for await (const event of store.read(stream)) stored.push(event);
  return { stream, stored, facts: stored.map((event) => codec.decode<DomainEvent>(event, replayable.schemas)) };
}

/** The facts that were on record at that moment; what was recorded late is not there before it was recorded. */
export function factsAt(facts: readonly Fact[], moment: Moment): readonly Fact[] {
  if (moment === 'now') return facts;
  if ('revision' in moment) return facts.filter((fact) => fact.revision <= moment.revision);
  return facts.filter((fact) => fact.meta.recordedAt <= moment.at);
}

/** The state that these facts fold to, as the context describes it to a reader at `at`. */
export function describeAt(replayable: Replayable, facts: readonly Fact[], at: Instant): object {
  const state = facts.reduce<unknown>((folded, fact) => replayable.evolve(folded, fact), replayable.initial);
  return replayable.describe(state, at);
}
