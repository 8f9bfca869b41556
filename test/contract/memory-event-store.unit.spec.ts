import { contextAccess } from '@fajiao/contracts';
import { type EventStore, memoryEventStore, MemoryLog } from '@fajiao/event-store';
import { eventStoreContract } from './event-store-contract';
import type { StoreUnderTest } from './store-under-test';

eventStoreContract('MemoryEventStore', () => {
  const log = new MemoryLog();
  const opened: EventStore[] = [];
  return Promise.resolve<StoreUnderTest>({
    open(login) {
      const store = memoryEventStore({ log, access: contextAccess(login) });
      opened.push(store);
      return Promise.resolve(store);
    },
    async close() {
      for (const store of opened) await store.close();
    },
  });
});
