import { END_OF_STREAM, type Log, type LogRecord } from './log';

/** `revision` of an append: what the caller expects of the stream. */
export type ExpectedState = 'no_stream' | 'any' | 'stream_exists' | bigint;

export type Outcome =
  | { readonly kind: 'write' }
  /** Written before. `record` is the last event of the batch, undefined where the stream was soft-deleted since. */
  | { readonly kind: 'already'; readonly record: LogRecord | undefined; readonly revision: bigint | undefined }
  | { readonly kind: 'wrong'; readonly actual: bigint | undefined }
  | { readonly kind: 'deleted' }
  /** The server loses its thread and never answers. */
  | { readonly kind: 'silent' };

export interface StreamStanding {
  /** Revision of the last event, undefined when there never was one. */
  readonly last: bigint | undefined;
  readonly softDeleted: boolean;
  readonly tombstoned: boolean;
}

export function standingOf(log: Log, stream: string): StreamStanding {
  const last = log.stream(stream).at(-1)?.revision;
  return {
    last,
    tombstoned: last === END_OF_STREAM,
    softDeleted: last !== undefined && log.metadataOf(stream).truncateBefore === END_OF_STREAM,
  };
}

/** What a node makes of an append, before anything is written: the tables of expected states and of repetitions. */
export function outcomeOf(log: Log, stream: string, expected: ExpectedState, ids: readonly string[]): Outcome {
  const standing = standingOf(log, stream);
  if (standing.tombstoned) return { kind: 'deleted' };
  return expected === 'any' || expected === 'stream_exists'
    ? looseOutcome(log, stream, expected, ids, standing)
    : exactOutcome(log, stream, expected === 'no_stream' ? -1n : expected, ids, standing);
}

function looseOutcome(
  log: Log,
  stream: string,
  expected: 'any' | 'stream_exists',
  ids: readonly string[],
  { last, softDeleted }: StreamStanding,
): Outcome {
  if (expected === 'stream_exists' && last === undefined) return { kind: 'wrong', actual: undefined };
  if (expected === 'stream_exists' && softDeleted) return { kind: 'deleted' };
  const first = ids[0] === undefined ? undefined : log.firstUse(ids[0]);
  if (!first || first.stream !== stream) return { kind: 'write' };
  const uses = ids.map((id) => log.firstUse(id));
  const inOrder = uses.every((use, index) => use?.stream === stream && use.revision === first.revision + BigInt(index));
  const record = uses.at(-1);
  return inOrder ? { kind: 'already', record, revision: record?.revision } : { kind: 'silent' };
}

function exactOutcome(
  log: Log,
  stream: string,
  expected: bigint,
  ids: readonly string[],
  { last, softDeleted }: StreamStanding,
): Outcome {
  if (last === undefined) return expected === -1n ? { kind: 'write' } : { kind: 'wrong', actual: undefined };
  // At the current revision ids are not looked at: a batch repeated there is written again.
  if (expected === last) return { kind: 'write' };
  if (expected > last) return { kind: 'wrong', actual: last };
  const records = log.stream(stream);
  const held = ids.length > 0 && ids.every((id, index) => records[Number(expected) + 1 + index]?.id === id);
  if (held && softDeleted) return { kind: 'already', record: undefined, revision: expected + BigInt(ids.length) };
  if (held) {
    const record = records[Number(expected) + ids.length];
    return { kind: 'already', record, revision: record?.revision };
  }
  return softDeleted && expected === -1n ? { kind: 'write' } : { kind: 'wrong', actual: last };
}
