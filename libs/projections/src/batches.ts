import { type EventStore, type Followed, type Position, type StoredEvent, tail } from '@fajiao/event-store';

/** What one turn applies: the events of a stretch that somebody handles. */
export interface Batch {
  readonly after: Position | undefined;
  readonly events: readonly StoredEvent[];
  /** Where the stretch ends; it holds events that nobody handles here too. */
  readonly upTo: Position;
  /** Nothing newer was readable. */
  readonly caughtUp: boolean;
}

export interface Stretch {
  readonly after: Position | undefined;
  /** Handled events a batch, at most. */
  readonly size: number;
  readonly handles: (type: string) => boolean;
  readonly signal: AbortSignal;
}

/** The history after a position, in batches, without end. @throws ForeignPosition */
export async function* batchesOf(store: Followed, { after, size, handles, signal }: Stretch): AsyncGenerator<Batch> {
  let from = after;
  let events: StoredEvent[] = [];
  for await (const item of tail(store, after, { signal })) {
    const upTo = item.kind === 'event' ? item.event.position : item.position;
    if (item.kind === 'event') {
      if (handles(item.event.type)) events.push(item.event);
      if (events.length < size) continue;
    }
    yield { after: from, events, upTo, caughtUp: item.kind === 'caught-up' };
    from = upTo;
    events = [];
  }
}

/** Where the history ends now. */
export async function headOf(store: EventStore): Promise<Position> {
  for (let after: Position | undefined; ;) {
    const page = await store.readAll(after, 500);
    if (page.atEnd) return page.next;
    after = page.next;
  }
}
