import { randomUUID } from 'node:crypto';
import {
  type Appended,
  canonicalJson,
  type EventStore,
  type Expected,
  type NewEvent,
  OutcomeUnknown,
  type StoredEvent,
  StoreUnavailable,
} from '@fajiao/event-store';

export const newStream = (): string => `case-${randomUUID()}`;

export const newEvent = (change: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'CaseFiled',
  data: canonicalJson({ facts: '未按规定核对、登记上网消费者的有效身份证件', officers: ['officer-1', 'officer-2'] }),
  metadata: canonicalJson({ commandId: randomUUID(), schema: 1 }),
  ...change,
});

export const newBatch = (size: number): [NewEvent, ...NewEvent[]] => [
  newEvent(),
  ...Array.from({ length: size - 1 }, () => newEvent()),
];

export async function all(events: AsyncIterable<StoredEvent>): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for await (const event of events) found.push(event);
  return found;
}

export const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map((event) => event.id);

/** Everything that a store shows, page by page. */
export async function everything(store: EventStore, limit = 500): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  let page = await store.readAll(undefined, limit);
  found.push(...page.events);
  while (!page.atEnd) {
    page = await store.readAll(page.next, limit);
    found.push(...page.events);
  }
  return found;
}

/** Appends as the port says: an unknown outcome, or a store that is away, is met with the very same call. */
export async function appendUntilKnown(
  store: EventStore,
  stream: string,
  events: readonly NewEvent[],
  expected: Expected,
): Promise<Appended> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await store.append(stream, events, expected);
    } catch (error) {
      const again = error instanceof OutcomeUnknown || error instanceof StoreUnavailable;
      if (!again || attempt >= 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}
