import type { EventStore } from '@fajiao/event-store';
import { connections } from './connections';
import { content } from './content';
import { expectedRevisions } from './expected-revisions';
import { globalOrder } from './global-order';
import { limits } from './limits';
import { openingRaces } from './opening-races';
import { pages } from './pages';
import { reading } from './reading';
import { repeatedAppends } from './repeated-appends';
import { rights } from './rights';
import type { ContractOptions, StoreFactory, StoreUnderTest, Topic } from './store-under-test';
import { streamNames } from './stream-names';
import { wakingUp } from './waking-up';

const topics: Record<string, (topic: Topic) => void> = {
  'expected revisions': expectedRevisions,
  'repeated appends': repeatedAppends,
  'opening races': openingRaces,
  limits,
  'stream names': streamNames,
  content,
  reading,
  pages,
  'global order': globalOrder,
  rights,
  'waking up': wakingUp,
  connections,
};

/** What every event store adapter must do: call it at the top of a spec file. Each topic has a fresh store. */
export function eventStoreContract(name: string, factory: StoreFactory, options: ContractOptions = {}): void {
  describe(`${name} keeps the contract of event stores`, () => {
    for (const [title, topic] of Object.entries(topics)) {
      describe(title, () => {
        let under: StoreUnderTest | undefined;
        let decision: EventStore | undefined;
        beforeAll(async () => {
          under = await factory();
          decision = await under.open('decision');
        });
        afterAll(() => under?.close());
        topic({ ...withDefaults(options), under: () => present(under), decision: () => present(decision) });
      });
    }
  });
}

const withDefaults = (options: ContractOptions): Required<ContractOptions> => ({
  races: options.races ?? Number(process.env['EVENT_STORE_RACES'] ?? 500),
  events: options.events ?? Number(process.env['EVENT_STORE_EVENTS'] ?? 2_000),
  holds: options.holds ?? false,
  knowsBatches: options.knowsBatches ?? true,
  refusesKnownIds: options.refusesKnownIds ?? true,
});

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the store of this topic was not opened');
  return value;
}
