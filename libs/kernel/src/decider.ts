import type { Instant } from './instant';

/** What happened: a name in the past tense and what its form would say. The shape is a storage contract. */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** Who acts: a person with the roles of their token, a bank (`bank:<id>`) or a policy (`policy:<name>`). */
export interface Actor {
  readonly id: string;
  readonly roles: readonly string[];
  /** Number of the enforcement certificate (执法证件), where one applies. */
  readonly certificateNo?: string;
}

/** What stands beside every event: who did it, when it happened, when it was recorded, and under which rules. */
export interface FactMeta {
  readonly context: 'decision' | 'collection' | 'disclosure' | 'registry';
  readonly actor: Actor;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly commandId: string;
  /** SHA-256 (hex) of the canonical body of the command. */
  readonly commandHash: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly rulebook: { readonly profile: string; readonly version: string };
}

/** An event as it stands in a history. `revision` counts from 0. */
export type Fact<Event extends DomainEvent = DomainEvent> = Event & {
  readonly meta: FactMeta;
  readonly revision: number;
};

/** Why an act is refused: a closed code and the rule behind it (an id of the law, an article, `profile`). */
export interface Ground<Code extends string = string> {
  readonly code: Code;
  readonly source: string;
  /** What the sentence of the code speaks of: dates, amounts, names of offices; never personal data. */
  readonly detail?: Readonly<Record<string, string | number | null>>;
}

/** The answer of `decide`: what happens, or every ground on which the act is refused. */
export type Decision<Event extends DomainEvent, Code extends string = string> =
  { readonly events: readonly Event[] } | { readonly refused: readonly [Ground<Code>, ...Ground<Code>[]] };

export interface Decider<State, Command, Context, Event extends DomainEvent> {
  readonly initial: State;
  evolve(state: State, fact: Fact<Event>): State;
  decide(command: Command, state: State, context: Context): Decision<Event>;
}
