import { type ServerDuplexStream, status } from '@grpc/grpc-js';
import { Code } from '@eventstore/db-client/generated/code_pb';
import {
  AccessDenied,
  AllStreamPosition,
  BadRequest,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  Timeout,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { type BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { append, type AppendAnswer, MAX_APPEND_SIZE } from './append';
import type { ExpectedState } from './append-outcome';
import type { Proposed } from './log';
import { type Node, refusalOf, wireErrors } from './node';
import { proposedOf, streamIdentifier, streamNameOf } from './wire';

type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

interface Pending {
  readonly options: BatchAppendReq.Options;
  readonly events: Proposed[];
}

const PACKAGE = 'event_store.client';

/** `Streams/BatchAppend`: one stream for a whole client, whose appends are told apart by their correlation ids. */
export function batchAppend(node: Node) {
  return (call: BatchCall): void => {
    const pending = new Map<string, Pending>();
    call.on('error', () => undefined);
    call.on('end', () => call.end());
    call.on('data', (message: BatchAppendReq) => {
      const correlation = message.getCorrelationId()?.getString() ?? '';
      const options = message.getOptions();
      if (options) pending.set(correlation, { options, events: [] });
      const batch = pending.get(correlation);
      if (!batch) return;
      for (const proposed of message.getProposedMessagesList()) {
        batch.events.push(proposedOf(proposed, proposed.getId()?.getString() ?? ''));
      }
      if (!message.getIsFinal()) return;
      pending.delete(correlation);
      void answer(node, call, message, batch);
    });
  };
}

async function answer(node: Node, call: BatchCall, message: BatchAppendReq, batch: Pending): Promise<void> {
  await node.faults.gate();
  if (call.cancelled) return;
  const stream = streamNameOf(batch.options.getStreamIdentifier());
  const respond = (resp: BatchAppendResp): void => {
    resp.setCorrelationId(message.getCorrelationId()).setStreamIdentifier(streamIdentifier(stream));
    if (!call.cancelled) call.write(resp);
  };
  const refusal = refusalOf(node, call.metadata, stream, '$w');
  if (refusal?.code === status.PERMISSION_DENIED) {
    return respond(
      failure(Code.PERMISSION_DENIED, 'Access Denied', new AccessDenied().serializeBinary(), 'AccessDenied'),
    );
  }
  if (refusal?.code === status.UNAVAILABLE) {
    const notReady = new Status()
      .setCode(Code.UNAVAILABLE)
      .setMessage('Server Is Not Ready')
      .setDetails(emptyDetails());
    return respond(new BatchAppendResp().setError(notReady));
  }
  // A node that is not the leader, or that does not know the caller, ends the stream that all appends share.
  if (refusal) return void call.emit('error', refusal);
  const deadline = batch.options.getDeadline();
  if (deadline && deadline.getSeconds() * 1000 + deadline.getNanos() / 1e6 < node.faults.now()) {
    return respond(failure(Code.DEADLINE_EXCEEDED, 'Timeout', new Timeout().serializeBinary(), 'Timeout'));
  }
  const expected = expectedOf(batch.options);
  const result = await append(node, call.getPeer(), stream, expected, batch.events);
  if (result.kind === 'timed-out') return void call.emit('error', wireErrors.timedOut('Commit phase timeout.'));
  const resp = responseTo(stream, expected, result);
  if (resp) respond(resp);
}

function responseTo(stream: string, expected: ExpectedState, result: AppendAnswer): BatchAppendResp | undefined {
  switch (result.kind) {
    case 'ok':
      return new BatchAppendResp().setSuccess(success(result));
    case 'wrong': {
      const details = wrongVersion(expected, result.actual).serializeBinary();
      return failure(Code.ALREADY_EXISTS, 'Wrong Expected Version', details, 'WrongExpectedVersion');
    }
    case 'deleted': {
      const details = new StreamDeleted().setStreamIdentifier(streamIdentifier(stream)).serializeBinary();
      return failure(Code.NOT_FOUND, 'Stream Deleted', details, 'StreamDeleted');
    }
    case 'too-large': {
      const details = new MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_SIZE).serializeBinary();
      return failure(Code.INVALID_ARGUMENT, 'Maximum Append Size Exceeded', details, 'MaximumAppendSizeExceeded');
    }
    case 'bad-request':
      return failure(Code.INVALID_ARGUMENT, 'BadRequest', new BadRequest().serializeBinary(), 'BadRequest');
    default:
      return undefined;
  }
}

function success({ revision, position }: AppendAnswer & { kind: 'ok' }): BatchAppendResp.Success {
  const answered = new BatchAppendResp.Success();
  if (revision === undefined) answered.setNoStream(new Empty());
  else answered.setCurrentRevision(revision.toString());
  if (position === undefined) return answered.setNoPosition(new Empty());
  const text = position.toString();
  return answered.setPosition(new AllStreamPosition().setCommitPosition(text).setPreparePosition(text));
}

function wrongVersion(expected: ExpectedState, actual: bigint | undefined): WrongExpectedVersion {
  const wrong = new WrongExpectedVersion();
  if (actual === undefined) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentStreamRevision(actual.toString());
  if (expected === 'any') return wrong.setExpectedAny(new Empty());
  if (expected === 'stream_exists') return wrong.setExpectedStreamExists(new Empty());
  if (expected === 'no_stream') return wrong.setExpectedNoStream(new Empty());
  return wrong.setExpectedStreamPosition(expected.toString());
}

function failure(code: Code, message: string, details: Uint8Array, type: string): BatchAppendResp {
  const any = new Any();
  any.pack(details, `${PACKAGE}.${type}`);
  return new BatchAppendResp().setError(new Status().setCode(code).setMessage(message).setDetails(any));
}

function emptyDetails(): Any {
  const any = new Any();
  any.pack(new Empty().serializeBinary(), 'google.protobuf.Empty');
  return any;
}

function expectedOf(options: BatchAppendReq.Options): ExpectedState {
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream_exists';
  if (options.hasNoStream()) return 'no_stream';
  const revision = BigInt(options.getStreamPosition());
  return revision === 2n ** 64n - 1n ? 'no_stream' : revision;
}
