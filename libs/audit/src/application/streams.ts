import type { Codec, EventStore, Position } from '@fajiao/event-store';
import { auditProblem } from '../api/audit.messages';
import { type EventRecord, recordOf } from '../replay/event-record';

/** Whether a stream could have such a name. */
export const isStreamName = (text: string): boolean => text.length <= 500 && !/[\p{Cc}\p{Cs}]/u.test(text);

/** Part of a stream. */
export interface StreamPage {
  readonly stream: string;
  readonly events: readonly EventRecord[];
  /** Revision where the next page begins; null on the last. */
  readonly next: number | null;
}

/** Part of the whole log. */
export interface LogPage {
  readonly events: readonly (EventRecord & { readonly stream: string })[];
  /** Where the next page begins, now or later. */
  readonly next: Position;
  /** Nothing newer was there. */
  readonly atEnd: boolean;
}

/** Streams of every context, event by event, as they are kept. */
export class Streams {
  constructor(
    private readonly store: EventStore,
    private readonly codec: Codec,
  ) {}

  /** @throws Problem `stream.not-found` */
  async page(stream: string, from: number, limit: number): Promise<StreamPage> {
    if (!isStreamName(stream)) throw auditProblem('stream.not-found');
    const events: EventRecord[] = [];
    for await (const event of this.store.read(stream, from)) {
      if (events.length === limit) return { stream, events, next: event.revision };
      events.push(recordOf(this.codec, event));
    }
    if (events.length === 0 && !(from > 0 && (await this.store.last(stream)))) throw auditProblem('stream.not-found');
    return { stream, events, next: null };
  }

  /** Every event of every stream in the order in which they were recorded. @throws ForeignPosition */
  async log(after: Position | undefined, limit: number): Promise<LogPage> {
    const { events, next, atEnd } = await this.store.readAll(after, limit);
    return { events: events.map((event) => ({ stream: event.stream, ...recordOf(this.codec, event) })), next, atEnd };
  }
}
