import { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { type AppendReq, type BatchAppendReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { LogRecord, Proposed } from './log';

/** Ticks of 100 ns, as `created` stands on the wire. */
const TICKS_PER_MILLISECOND = 10_000n;

export function streamNameOf(identifier: StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

export function streamIdentifier(stream: string): StreamIdentifier {
  return new StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8'));
}

export function proposedOf(message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage, id: string): Proposed {
  const metadata = message.getMetadataMap();
  return {
    id,
    type: metadata.get('type') ?? '',
    contentType: metadata.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

export function eventMessage(record: LogRecord, link?: LogRecord): ReadResp {
  const event = new ReadResp.ReadEvent().setEvent(recorded(record));
  if (link) event.setLink(recorded(link));
  return new ReadResp().setEvent(event.setCommitPosition((link ?? record).position.toString()));
}

/** A resolved link whose target is gone. */
export function brokenLinkMessage(link: LogRecord): ReadResp {
  const event = new ReadResp.ReadEvent().setLink(recorded(link)).setCommitPosition(link.position.toString());
  return new ReadResp().setEvent(event);
}

function recorded(record: LogRecord): ReadResp.ReadEvent.RecordedEvent {
  const position = record.position.toString();
  const message = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(record.id))
    .setStreamIdentifier(streamIdentifier(record.stream))
    .setStreamRevision(record.revision.toString())
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(record.data)
    .setCustomMetadata(record.metadata);
  message
    .getMetadataMap()
    .set('type', record.type)
    .set('content-type', record.contentType)
    .set('created', (BigInt(record.created) * TICKS_PER_MILLISECOND).toString());
  return message;
}
