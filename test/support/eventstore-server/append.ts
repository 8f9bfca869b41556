import { setImmediate as nextTick, setTimeout as delay } from 'node:timers/promises';
import { type ExpectedState, outcomeOf, standingOf } from './append-outcome';
import { END_OF_STREAM, type LogRecord, type Proposed, systemEvent } from './log';
import type { Node } from './node';

/** The server counts the data of a batch only; metadata and types do not count. */
export const MAX_APPEND_SIZE = 1024 * 1024;

export type AppendAnswer =
  | { readonly kind: 'ok'; readonly revision: bigint | undefined; readonly position: bigint | undefined }
  | { readonly kind: 'wrong'; readonly actual: bigint | undefined }
  | { readonly kind: 'deleted' | 'too-large' | 'timed-out' | 'bad-request' | 'silent' | 'reset' };

const committing = new WeakMap<LogRecord, true>();
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NIL = '00000000-0000-0000-0000-000000000000';

/** Decides, writes and answers one append; the rights of the caller are looked at before. */
export async function append(
  node: Node,
  peer: string,
  stream: string,
  expected: ExpectedState,
  events: readonly Proposed[],
): Promise<AppendAnswer> {
  const { faults, cluster } = node;
  const log = cluster.log;
  if (stream === '' || events.some(({ id, type }) => type === '' || !UUID.test(id) || id === NIL)) {
    return { kind: 'bad-request' };
  }
  if (events.reduce((sum, event) => sum + event.data.length, 0) > MAX_APPEND_SIZE) return { kind: 'too-large' };
  const outcome = outcomeOf(
    log,
    stream,
    expected,
    events.map(({ id }) => id.toLowerCase()),
  );
  if (outcome.kind === 'wrong' || outcome.kind === 'deleted' || outcome.kind === 'silent') return outcome;
  if (outcome.kind === 'already') {
    if (faults.twinsTimeOut && outcome.record && committing.has(outcome.record)) return { kind: 'timed-out' };
    return { kind: 'ok', revision: outcome.revision, position: outcome.record?.position };
  }
  const written = write(node, stream, events);
  const last = written.at(-1);
  if (faults.resetsLeft > 0) {
    faults.resetsLeft -= 1;
    node.connections.reset(peer);
    return { kind: 'reset' };
  }
  if (faults.lateAnswersLeft > 0) {
    faults.lateAnswersLeft -= 1;
    await delay(faults.lateAnswerMillis);
  } else if (faults.twinsTimeOut) {
    for (const record of written) committing.set(record, true);
    await delay(20);
    for (const record of written) committing.delete(record);
  } else {
    await nextTick();
  }
  const revision = last?.revision ?? standingOf(log, stream).last;
  return { kind: 'ok', revision, position: last?.position ?? log.records.at(-1)?.position };
}

function write({ cluster: { log } }: Node, stream: string, events: readonly Proposed[]): readonly LogRecord[] {
  const { softDeleted, last } = standingOf(log, stream);
  const written = log.append(
    stream,
    events.map((event) => ({ ...event, id: event.id.toLowerCase() })),
  );
  if (softDeleted && last !== undefined && last !== END_OF_STREAM) {
    log.append(`$$${stream}`, [systemEvent('$metadata', `{"$tb":${last + 1n}}`)]);
  }
  return written;
}
