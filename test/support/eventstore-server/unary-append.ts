import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { AppendResp, type AppendReq } from '@eventstore/db-client/generated/streams_pb';
import { append, type AppendAnswer, MAX_APPEND_SIZE } from './append';
import type { ExpectedState } from './append-outcome';
import type { Proposed } from './log';
import { type Node, refusalOf, wireError, wireErrors } from './node';
import { proposedOf, streamNameOf } from './wire';

type AppendCall = ServerReadableStream<AppendReq, AppendResp>;

/** `Streams/Append`: one message of options, one for each event, half-close, one answer. */
export function unaryAppend(node: Node) {
  return (call: AppendCall, callback: sendUnaryData<AppendResp>): void => {
    let options: AppendReq.Options | undefined;
    const events: Proposed[] = [];
    call.on('data', (message: AppendReq) => {
      options ??= message.getOptions();
      const proposed = message.getProposedMessage();
      if (proposed) events.push(proposedOf(proposed, proposed.getId()?.getString() ?? ''));
    });
    call.on('error', () => undefined);
    call.on('end', () => void answer(node, call, callback, options, events));
  };
}

async function answer(
  node: Node,
  call: AppendCall,
  callback: sendUnaryData<AppendResp>,
  options: AppendReq.Options | undefined,
  events: readonly Proposed[],
): Promise<void> {
  await node.faults.gate();
  if (call.cancelled) return;
  if (!options) return callback(wireErrors.handlerThrew());
  const stream = streamNameOf(options.getStreamIdentifier());
  const refusal = refusalOf(node, call.metadata, stream, '$w');
  if (refusal) return callback(refusal);
  if (node.faults.failuresLeft > 0) {
    node.faults.failuresLeft -= 1;
    const { code, details, trailers } = node.faults.failure;
    return callback(wireError(code, details, trailers));
  }
  const expected = expectedOf(options);
  const result = await append(node, call.getPeer(), stream, expected, events);
  if (!call.cancelled) send(callback, stream, expected, result);
}

function send(
  callback: sendUnaryData<AppendResp>,
  stream: string,
  expected: ExpectedState,
  result: AppendAnswer,
): void {
  switch (result.kind) {
    case 'ok':
      return callback(null, new AppendResp().setSuccess(success(result)));
    case 'wrong':
      return callback(null, new AppendResp().setWrongExpectedVersion(wrongVersion(expected, result.actual)));
    case 'deleted':
      return callback(wireErrors.streamDeleted(stream));
    case 'too-large':
      return callback(wireErrors.tooLarge(MAX_APPEND_SIZE));
    case 'timed-out':
      return callback(wireErrors.timedOut('Commit phase timeout.'));
    case 'bad-request':
      return callback(wireErrors.handlerThrew());
    case 'silent':
    case 'reset':
      return undefined;
  }
}

function success({ revision, position }: AppendAnswer & { kind: 'ok' }): AppendResp.Success {
  const answered = new AppendResp.Success();
  if (revision === undefined) answered.setNoStream(new Empty());
  else answered.setCurrentRevision(revision.toString());
  if (position === undefined) return answered.setNoPosition(new Empty());
  const text = position.toString();
  return answered.setPosition(new AppendResp.Position().setCommitPosition(text).setPreparePosition(text));
}

/** Both generations of fields, as a node of 23.10 fills them. */
function wrongVersion(expected: ExpectedState, actual: bigint | undefined): AppendResp.WrongExpectedVersion {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (actual === undefined) wrong.setCurrentNoStream(new Empty()).setNoStream2060(new Empty());
  else wrong.setCurrentRevision(actual.toString()).setCurrentRevision2060(Number(actual));
  if (expected === 'any') return wrong.setExpectedAny(new Empty()).setAny2060(new Empty());
  if (expected === 'stream_exists') return wrong.setExpectedStreamExists(new Empty()).setStreamExists2060(new Empty());
  if (expected === 'no_stream') return wrong.setExpectedNoStream(new Empty());
  return wrong.setExpectedRevision(expected.toString()).setExpectedRevision2060(Number(expected));
}

function expectedOf(options: AppendReq.Options): ExpectedState {
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream_exists';
  if (options.hasNoStream()) return 'no_stream';
  const revision = BigInt(options.getRevision());
  return revision === 2n ** 64n - 1n ? 'no_stream' : revision;
}
