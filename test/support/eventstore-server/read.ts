import { status } from '@grpc/grpc-js';
import { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { standingOf } from './append-outcome';
import type { LogRecord } from './log';
import { header, type Node, refusalOf, wireError, wireErrors } from './node';
import { type ReadCall, resolved, written } from './read-call';
import { subscribe } from './subscription';
import { eventMessage, streamIdentifier, streamNameOf } from './wire';

/** `Streams/Read`: plain reads of a stream and of `$all`, and subscriptions. */
export function read(node: Node) {
  return (call: ReadCall): void => {
    call.on('error', () => undefined);
    void answer(node, call);
  };
}

async function answer(node: Node, call: ReadCall): Promise<void> {
  await node.faults.gate();
  const options = call.request.getOptions();
  if (call.cancelled || !options) return;
  const stream = options.hasStream() ? streamNameOf(options.getStream()?.getStreamIdentifier()) : undefined;
  const refusal = refusalOf(node, call.metadata, stream ?? '$all', '$r');
  if (refusal) return void call.emit('error', refusal);
  if (options.hasSubscription()) return subscribe(node, call, options);
  const count = Number(options.getCount());
  if (count === 0 && stream === undefined) return;
  if (stream === undefined) await readAll(node, call, options, count);
  else await readStream(node, call, options, stream, count);
}

async function readStream(
  node: Node,
  call: ReadCall,
  options: ReadReq.Options,
  stream: string,
  count: number,
): Promise<void> {
  const { log } = node.cluster;
  const { last, softDeleted, tombstoned } = standingOf(log, stream);
  if (tombstoned) return void call.emit('error', wireErrors.streamDeleted(stream));
  // A record's revision is its index among the records of its stream.
  const records = shown(node, call, log.stream(stream));
  const first = log.metadataOf(stream).truncateBefore;
  if (last === undefined || softDeleted || first >= BigInt(records.length)) {
    const identifier = streamIdentifier(stream);
    call.write(new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(identifier)));
    return void call.end();
  }
  const from = options.getStream();
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  if (count === 0 || (from?.hasEnd() && !backwards)) {
    return void call.emit('error', wireError(status.UNKNOWN, 'Unexpected ReadStreamResult: Error'));
  }
  const end = records.length - 1;
  const asked = from?.hasStart() ? 0 : from?.hasEnd() ? end : Number(from?.getRevision());
  const at = backwards ? Math.min(asked, end) : asked;
  const lowest = Number(first);
  const page = backwards
    ? records.slice(Math.max(lowest, at - count + 1), at + 1).reverse()
    : records.slice(Math.max(lowest, at), Math.max(lowest, at) + count);
  await send(node, call, page, options.getResolveLinks());
}

async function readAll(node: Node, call: ReadCall, options: ReadReq.Options, count: number): Promise<void> {
  const { log } = node.cluster;
  const from = options.getAll();
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  const records = shown(node, call, log.records);
  const end = records.length;
  let index = from?.hasStart() ? 0 : end;
  const position = from?.getPosition();
  if (position) {
    const commit = BigInt(position.getCommitPosition());
    const prepare = BigInt(position.getPreparePosition());
    if (prepare > commit) return void call.emit('error', wireErrors.handlerThrew());
    index = log.indexAt(commit);
    if (index < log.records.length && log.records[index]?.position !== commit && commit !== 0n) {
      return void call.emit('error', wireError(status.UNKNOWN, 'Unexpected ReadAllResult: Error'));
    }
  }
  // From a position: forwards with the event there, backwards without it.
  const page = backwards
    ? records.slice(Math.max(0, index - count), index).reverse()
    : records.slice(index, Math.min(end, index + count));
  await send(node, call, page, options.getResolveLinks());
}

/** A follower shows what is older than its lag to those who do not ask for the leader. */
function shown(node: Node, call: ReadCall, records: readonly LogRecord[]): readonly LogRecord[] {
  if (node.faults.staleMillis === 0 || header(call.metadata, 'requires-leader') === 'true') return records;
  const until = node.faults.now() - node.faults.staleMillis;
  return records.filter((record) => record.created <= until);
}

async function send(node: Node, call: ReadCall, page: readonly LogRecord[], resolveLinks: boolean): Promise<void> {
  for (const record of page) {
    await node.faults.gate();
    if (call.cancelled) return;
    await written(call, resolveLinks ? resolved(node, record) : eventMessage(record));
  }
  call.end();
}
