import type { EventStore, Expected, NewEvent } from '@fajiao/event-store';

/** One fresh, empty event store and the doors to it, whatever the adapter. */
export interface StoreUnderTest {
  /**
   * A store on the same events, as a process with this login (of the table in contracts) has it: every call opens its own
   * connections. `close` of the whole closes those that are still open.
   */
  open(login: 'decision' | 'collection' | 'worker' | 'disclosure' | 'audit'): Promise<EventStore>;
  /** Cuts all connections that are open now, where the adapter has any. */
  disconnect?(): Promise<void>;
  /**
   * An appender (login `decision`) that has taken its place in the global order, but is neither committed nor rolled back
   * until told; only where the adapter's store has such a thing (option `holds`).
   */
  hold?(stream: string, events: readonly NewEvent[], expected: Expected): Promise<HeldAppend>;
  close(): Promise<void>;
}

export interface HeldAppend {
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

export type StoreFactory = () => Promise<StoreUnderTest>;

export interface ContractOptions {
  /** Races of two openings; 500 unless told here or by EVENT_STORE_RACES. */
  readonly races?: number;
  /** Events that racing appenders write under readers; 2,000 unless told here or by EVENT_STORE_EVENTS. */
  readonly events?: number;
  /** Whether appenders can be held (see `hold`); default false. */
  readonly holds?: boolean;
  /** Whether the store knows which events were appended together, and so a part of a batch from the whole; default true. */
  readonly knowsBatches?: boolean;
  /** Whether the store itself refuses an id that its stream holds already, at whatever revision; default true. */
  readonly refusesKnownIds?: boolean;
}

/** What the topics of the suite work on: the store of one topic, made before its first test. */
export interface Topic extends Required<ContractOptions> {
  under(): StoreUnderTest;
  /** Opened once for the topic; other processes are had from `under().open`. */
  decision(): EventStore;
}
