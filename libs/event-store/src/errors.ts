import type { Expected } from './port';

/** The stream is not where the append expected it. */
export class VersionConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expected: Expected,
    /** The last revision, or `none`, where the store told it. */
    readonly actual: Expected | undefined,
  ) {
    super(`${stream} expected at ${expected}, found at ${actual ?? 'another revision'}`);
  }
}

/** Nobody knows whether the append was written: repeat it with the same ids and the same expected revision. */
export class OutcomeUnknown extends Error {
  constructor(
    readonly stream: string,
    options?: ErrorOptions,
  ) {
    super(`outcome of an append to ${stream} is unknown`, options);
  }
}

/** The stream holds some of these ids already, with other content or in another order. */
export class ContentDiffers extends Error {
  constructor(readonly stream: string) {
    super(`${stream} holds the same event ids with other content`);
  }
}

/** The batch can never be written: empty, too large, malformed, or to a category that this context may not write. */
export class BatchRefused extends Error {}

/** The store does not answer now; nothing of this call was written (reads, and appends that were never sent). */
export class StoreUnavailable extends Error {}

/** The position belongs to another store: whoever kept it must not go on with this one. */
export class ForeignPosition extends Error {
  constructor(readonly position: string) {
    super(`${position} is no position of this event store`);
  }
}
