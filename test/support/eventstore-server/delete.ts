import { type sendUnaryData, type ServerUnaryCall, status } from '@grpc/grpc-js';
import {
  type DeleteReq,
  DeleteResp,
  type TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb';
import { standingOf } from './append-outcome';
import { END_OF_STREAM, type LogRecord, systemEvent } from './log';
import { type Node, refusalOf, wireError, type WireError, wireErrors } from './node';
import { streamNameOf } from './wire';

/** `Streams/Delete`: a soft delete is an event of the metastream; the records stay in the log. */
export function softDelete(node: Node) {
  return (call: ServerUnaryCall<DeleteReq, DeleteResp>, callback: sendUnaryData<DeleteResp>): void => {
    const { log } = node.cluster;
    const result = remove(node, call, (stream) => {
      const [record] = log.append(`$$${stream}`, [systemEvent('$metadata', `{"$tb":${END_OF_STREAM}}`)]);
      return record as LogRecord;
    });
    if (!('position' in result)) return callback(result);
    const position = new DeleteResp.Position();
    position.setCommitPosition(result.position.toString()).setPreparePosition(result.position.toString());
    callback(null, new DeleteResp().setPosition(position));
  };
}

/** `Streams/Tombstone`: for good; the name can never be used again. */
export function tombstone(node: Node) {
  return (call: ServerUnaryCall<TombstoneReq, TombstoneResp>, callback: sendUnaryData<TombstoneResp>): void => {
    const result = remove(node, call, (stream) => node.cluster.log.tombstone(stream));
    if (!('position' in result)) return callback(result);
    const position = new TombstoneResp.Position();
    position.setCommitPosition(result.position.toString()).setPreparePosition(result.position.toString());
    callback(null, new TombstoneResp().setPosition(position));
  };
}

function remove(
  node: Node,
  call: ServerUnaryCall<DeleteReq, DeleteResp> | ServerUnaryCall<TombstoneReq, TombstoneResp>,
  write: (stream: string) => LogRecord,
): LogRecord | WireError {
  const options = call.request.getOptions();
  const stream = streamNameOf(options?.getStreamIdentifier());
  const refusal = refusalOf(node, call.metadata, stream, '$d');
  if (refusal) return refusal;
  const { last, tombstoned } = standingOf(node.cluster.log, stream);
  if (tombstoned) return wireErrors.streamDeleted(stream);
  const expected = options?.hasAny() ? last : options?.hasNoStream() ? undefined : BigInt(options?.getRevision() ?? 0);
  if (expected === last) return write(stream);
  return wireError(status.FAILED_PRECONDITION, 'Append failed due to WrongExpectedVersion.', {
    exception: 'wrong-expected-version',
    'stream-name': encodeURI(stream),
    'expected-version': String(expected ?? -1n),
    ...(last === undefined ? {} : { 'actual-version': String(last) }),
  });
}
