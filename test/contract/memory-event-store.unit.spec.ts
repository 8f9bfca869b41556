import { contextAccess } from '@fajiao/contracts';
import { type EventStore, memoryEventStore, MemoryLog } from '@fajiao/event-store';
import { eventStoreContract } from './event-store-contract';

eventStoreContract('MemoryEventStore', async () => {
  const log = new MemoryLog();
  const opened: EventStore[] = [];
  return {
    async open(login) {
      const store = memoryEventStore({ log, access: contextAccess(login) });
      opened.push(store);
      return store;
    },
    async close() {
      for (const store of opened) await store.close();
    },
  };
});
