import type { EventSchemas, Position } from '@fajiao/event-store';
import type { DomainEvent, Fact, Ground } from '@fajiao/kernel';
import type { EntityManager } from 'typeorm';

/** A fact with the place where it stands. */
export type StreamFact<E extends DomainEvent = DomainEvent> = Fact<E> & {
  readonly stream: string;
  readonly position: Position;
};

/** What a database holds of a projection. */
export interface ProjectionTables {
  /** Name of its schema too: lower case, `_` between words (`decision_cases`). */
  readonly name: string;
  /** Raised whenever `apply` would fill the tables otherwise; the tables are then built anew beside the old ones. */
  readonly version: number;
  /** SQL that makes the tables. Names stand without a schema. */
  readonly tables: string;
}

/** Tables made of events. They can be thrown away and made again at any time. */
export interface Projection<E extends DomainEvent = DomainEvent> extends ProjectionTables {
  /** The events that it handles. */
  readonly schemas: EventSchemas<E>;
  /**
   * Brings the rows up to date. Runs in the transaction that moves the checkpoint, with `search_path` on the projection's
   * tables; takes time from the fact, never from a clock.
   */
  apply(fact: StreamFact<E>, manager: EntityManager): Promise<void>;
  /** The same for many facts at once, in their order, where that can be done faster than one by one. */
  applyAll?(facts: readonly StreamFact<E>[], manager: EntityManager): Promise<void>;
  /** Sums across streams: leaving one stream out would falsify it, so it stops at a fault instead of parking the stream. */
  readonly sums?: boolean;
}

/** One context reacting to events with commands of its own. */
export interface Policy<E extends DomainEvent = DomainEvent> {
  readonly name: string;
  readonly schemas: EventSchemas<E>;
  /** Where a policy that is new to a store starts: with the first event, or with those to come. */
  readonly startsAt: 'beginning' | 'now';
  /**
   * Executes a command whose id derives from the fact: it may be asked again for the same one.
   * @throws PolicyRefused when the command is refused
   */
  react(fact: StreamFact<E>): Promise<void>;
  /** The same for the facts of a turn, in their order, where that can be done faster than one by one. */
  reactAll?(facts: readonly StreamFact<E>[]): Promise<void>;
}

/** The command of a policy was refused; its stream is parked with the codes. */
export class PolicyRefused extends Error {
  constructor(readonly grounds: readonly Ground[]) {
    super(`refused: ${grounds.map((ground) => ground.code).join(', ')}`);
  }
}

/** What the schema of a database has to know of a host. */
export interface HostTables {
  /** Login without the database's prefix; it writes the tables. */
  readonly login: string;
  readonly projections: readonly ProjectionTables[];
  readonly policies?: readonly Pick<Policy, 'name'>[];
  /** Further logins that read the tables. */
  readonly readers?: readonly string[];
}

/** The projections and policies that run under one login. */
export interface ProjectionHost extends HostTables {
  readonly projections: readonly Projection[];
  readonly policies?: readonly Policy[];
}
