import type { Actor, DomainEvent, Fact, FactMeta, Ground } from '@fajiao/kernel';
import type { EventSchemas } from './event-schema';
import type { Position } from './port';

/** How a stream of a category is folded. Use one object per aggregate: the cache of states goes by it. */
export interface Aggregate<State, E extends DomainEvent> {
  readonly category: string;
  readonly initial: State;
  /** Pure: never changes the state that it is given. */
  evolve(state: State, fact: Fact<E>): State;
  readonly schemas: EventSchemas<E>;
}

export interface Command {
  /** UUID; the ids of its events derive from it. */
  readonly id: string;
  /** SHA-256 (hex) of the canonical body. */
  readonly hash: string;
  readonly context: FactMeta['context'];
  readonly actor: Actor;
  readonly occurredAt: FactMeta['occurredAt'];
  readonly recordedAt: FactMeta['recordedAt'];
  readonly correlationId: string;
  readonly causationId: string;
  readonly rulebook: FactMeta['rulebook'];
}

export interface Loaded<State> {
  readonly state: State;
  /** Last revision; -1 when the stream does not exist. */
  readonly revision: number;
  /** Revision of the last event that was not made by a policy, 0 when only policies made events; -1: there is no stream. */
  readonly etag: number;
}

export interface Guard {
  /** The etag on which the caller's decision rests. */
  readonly ifMatch?: number;
  /** The command may open the stream. */
  readonly opening?: boolean;
  /** With `opening`: it most likely does, so it is decided on the initial state before the stream is read at all. */
  readonly likelyNew?: boolean;
}

export interface Done<State, E extends DomainEvent> extends Loaded<State> {
  readonly done: true;
  /** Those of this command; `state` and `revision` are those of the stream as it stands. */
  readonly facts: readonly Fact<E>[];
  /** Of the last event of this command. */
  readonly position: Position;
  /** The command had been executed before; this is what it did. */
  readonly repeated: boolean;
}

export interface Refused<State> extends Loaded<State> {
  readonly done: false;
  readonly grounds: readonly [Ground, ...Ground[]];
}
