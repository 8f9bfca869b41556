import type { EventSchemas } from '@fajiao/event-store';
import type { DomainEvent, Fact, Instant } from '@fajiao/kernel';

/**
 * What a context hands to the auditor so that a history can be folded again without knowing the context: the same
 * `evolve` that the context decides on, and a description that holds nothing but JSON.
 */
export interface Replayable<State = unknown, Event extends DomainEvent = DomainEvent> {
  /** The streams are `<category>-<id>`. */
  readonly category: string;
  readonly schemas: EventSchemas<Event>;
  readonly initial: State;
  evolve(state: State, fact: Fact<Event>): State;
  /** The state as its own `GET` shows it, for a reader at that instant. */
  describe(state: State, at: Instant): object;
}
