import { aesSealer, Codec, type EventStore, memoryEventStore, type StoredEvent } from '@fajiao/event-store';
import { type Actor, type DomainEvent, type FactMeta, parseInstant, uuid5 } from '@fajiao/kernel';
import type { Replayable } from './replayable';

/** A small context of its own, so that the auditor's specs know no other. */
type SampleEvent =
  | DomainEvent<'Opened', { readonly party: { readonly name: string } }>
  | DomainEvent<'Noted', { readonly text: string }>
  | DomainEvent<'Closed', { readonly fen: number }>;

interface SampleState {
  readonly party: string | null;
  readonly notes: readonly string[];
  readonly closedFor: number | null;
}

export const sample: Replayable<SampleState, SampleEvent> = {
  category: 'case',
  schemas: { Opened: { version: 1, personal: ['party.name'] }, Noted: { version: 1 }, Closed: { version: 1 } },
  initial: { party: null, notes: [], closedFor: null },
  evolve(state, { type, data }) {
    switch (type) {
      case 'Opened':
        return { ...state, party: data.party.name };
      case 'Noted':
        return { ...state, notes: [...state.notes, data.text] };
      case 'Closed':
        return { ...state, closedFor: data.fen };
    }
  },
  describe: (state) => ({ ...state, status: state.closedFor === null ? 'open' : 'closed' }),
};

export const codec = new Codec(aesSealer(Buffer.alloc(32, 7)));
export const PARTY = '示例经营者甲';

const officer: Actor = { id: 'officer-1', roles: ['officer'], certificateNo: '14-0922-001' };
const head: Actor = { id: 'head-1', roles: ['head'] };

interface SampleCommand {
  readonly by: Actor;
  readonly recordedAt: string;
  readonly occurredAt?: string;
  readonly events: readonly SampleEvent[];
}

/** Four events: opened and noted at once, noted (recorded a week late), closed. */
export const commands: readonly SampleCommand[] = [
  {
    by: officer,
    recordedAt: '2023-09-11T09:00:00+08:00',
    events: [
      { type: 'Opened', data: { party: { name: PARTY } } },
      { type: 'Noted', data: { text: '现场检查笔录' } },
    ],
  },
  {
    by: officer,
    occurredAt: '2023-09-13T15:00:00+08:00',
    recordedAt: '2023-09-20T15:00:00+08:00',
    events: [{ type: 'Noted', data: { text: '询问笔录' } }],
  },
  { by: head, recordedAt: '2023-09-28T10:00:00+08:00', events: [{ type: 'Closed', data: { fen: 500000 } }] },
];

export const ID = '5a1d8f9e-3c0b-4d55-9a6e-6f1c2a3d4e5f';
export const STREAM = `case-${ID}`;

/** A memory store with the sample's events in it. */
export async function sampleStore(played: readonly SampleCommand[] = commands): Promise<EventStore> {
  const store = memoryEventStore();
  let revision = -1;
  for (const [index, command] of played.entries()) {
    const batch = codec.encode(STREAM, command.events, metaOf(command, index), sample.schemas);
    ({ revision } = await store.append(STREAM, batch, revision < 0 ? 'none' : revision));
  }
  return store;
}

/** The same store to a reader, save for what somebody did to the events behind its back. */
export const doctored = (
  store: EventStore,
  change: (events: readonly StoredEvent[]) => readonly StoredEvent[],
): EventStore => ({
  append: (stream, events, expected) => store.append(stream, events, expected),
  read: (stream, from = 0) => changed(store, stream, from, change),
  last: (stream) => store.last(stream),
  readAll: (after, limit) => store.readAll(after, limit),
  woken: (after, signal) => store.woken(after, signal),
  close: () => store.close(),
});

async function* changed(
  store: EventStore,
  stream: string,
  from: number,
  change: (events: readonly StoredEvent[]) => readonly StoredEvent[],
): AsyncGenerator<StoredEvent> {
  const events: StoredEvent[] = [];
  for await (const event of store.read(stream)) events.push(event);
  yield* change(events).filter(({ revision }) => revision >= from);
}

const metaOf = ({ by, recordedAt, occurredAt = recordedAt }: SampleCommand, index: number): FactMeta => ({
  context: 'decision',
  actor: by,
  occurredAt: parseInstant(occurredAt),
  recordedAt: parseInstant(recordedAt),
  commandId: uuid5('sample', String(index)),
  commandHash: 'ab'.repeat(32),
  correlationId: uuid5('sample', 'correlation'),
  causationId: uuid5('sample', 'cause'),
  rulebook: { profile: 'sample', version: '1' },
});
