/** A place in the global order: opaque, ordered as text, `<store id>:<20 digits>`. */
export type Position = string & { readonly __brand: 'Position' };

/** An event about to be appended. `data` and `metadata` are canonical JSON (RFC 8785); adapters keep their bytes. */
export interface NewEvent {
  /** UUID, lower case, not nil. */
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

export interface StoredEvent extends NewEvent {
  readonly stream: string;
  /** Place in its stream, from 0. */
  readonly revision: number;
  readonly position: Position;
}

/** `none`: the stream must not exist yet; a number: its last revision. There is no "any". */
export type Expected = 'none' | number;

export interface Appended {
  /** Revision and position of the last event of the batch. */
  readonly revision: number;
  readonly position: Position;
  /** This very call wrote it. Otherwise an earlier one may have, and the stream may have gone on since. */
  readonly isNew?: boolean;
}

export interface Page {
  readonly events: readonly StoredEvent[];
  /** Where to read on; moves over pages that hold nothing of ours. */
  readonly next: Position;
  /** Nothing newer was readable when the page was taken. */
  readonly atEnd: boolean;
}

export interface EventStore {
  /**
   * Appends 1 to 30 events (1 MiB of data at most), all or none. The same batch at the same revision again is answered
   * with its first result.
   * @throws VersionConflict the stream stands elsewhere · ContentDiffers the same ids hold other content ·
   *   OutcomeUnknown repeat with the same ids and the same `expected` · BatchRefused the batch itself is malformed (see
   *   batch-rules.ts) or the context may not write this category · StoreUnavailable nothing was written
   */
  append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended>;
  /**
   * The stream's events from a revision on (0 unless told), in order, as far as this context may read them; empty when it
   * does not exist. Like all reading it throws StoreUnavailable.
   */
  read(stream: string, from?: number): AsyncIterable<StoredEvent>;
  last(stream: string): Promise<StoredEvent | undefined>;
  /**
   * A page of everything this context may read, after a position (`undefined`: from the beginning).
   * @throws ForeignPosition
   */
  readAll(after: Position | undefined, limit: number): Promise<Page>;
  /** Resolves when something newer than `after` may be there, or on abort: a hint, never a promise. */
  woken(after: Position | undefined, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
