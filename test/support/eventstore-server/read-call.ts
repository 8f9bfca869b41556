import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { standingOf } from './append-outcome';
import type { LogRecord } from './log';
import type { Node } from './node';
import { brokenLinkMessage, eventMessage } from './wire';

/** After these a writer that waits goes on, if only to see that the call is over. */
const GOING_ON = ['drain', 'cancelled', 'close'] as const;

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Writes and waits while the client does not take more. */
export async function written(call: ReadCall, message: ReadResp): Promise<void> {
  if (call.write(message)) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      for (const event of GOING_ON) call.off(event, go);
      resolve();
    };
    for (const event of GOING_ON) call.on(event, go);
  });
}

/** `$>` records hold `revision@stream` of their target. */
export function resolved({ cluster: { log } }: Node, record: LogRecord): ReadResp {
  if (record.type !== '$>') return eventMessage(record);
  const [revision, stream] = Buffer.from(record.data).toString('utf8').split(/@(.*)/s);
  const target = log.stream(stream ?? '').find((candidate) => candidate.revision.toString() === revision);
  const gone = !target || standingOf(log, target.stream).softDeleted || standingOf(log, target.stream).tombstoned;
  return gone ? brokenLinkMessage(record) : eventMessage(target, record);
}
