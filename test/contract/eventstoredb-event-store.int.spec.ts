import { randomUUID } from 'node:crypto';
import { contextAccess } from '@fajiao/contracts';
import { type EventStore, openEventStoreDb } from '@fajiao/event-store';
import { startEventStoreServer } from '../support/eventstore-server';
import { eventStoreContract } from './event-store-contract';
import type { StoreFactory } from './store-under-test';

/** The server knows neither which events were appended together nor, at the current revision, which ids it holds. */
const limits = { knowsBatches: false, refusesKnownIds: false };

const inRepo: StoreFactory = async () => {
  const server = await startEventStoreServer();
  const stores = storesOn(server.url);
  return {
    open: stores.open,
    async disconnect() {
      await server.faults.refuse();
      await server.faults.accept();
    },
    async close() {
      await stores.close();
      await server.stop();
    },
  };
};

eventStoreContract('EventStoreDbEventStore on the in-repo server', inRepo, limits);

const external = process.env.EVENTSTORE_URL;
// A real node lets a twin wait for its own time-out of 2 s: half a minute and more for the twins of the suite.
if (external) jest.setTimeout(300_000);
if (external)
  eventStoreContract(`EventStoreDbEventStore on ${external}`, () => Promise.resolve(storesOn(external)), limits);

/** Each topic has a prefix of its own, which makes a store of its own. */
function storesOn(url: string) {
  const prefix = `contract-${randomUUID().slice(0, 8)}.`;
  const opened: EventStore[] = [];
  return {
    async open(login: string): Promise<EventStore> {
      const store = await openEventStoreDb({ url, prefix, access: contextAccess(login) });
      opened.push(store);
      return store;
    },
    async close(): Promise<void> {
      await Promise.all(opened.map((store) => store.close()));
    },
  };
}
