import { randomUUID } from 'node:crypto';
import { contextAccesses } from '@fajiao/contracts';
import {
  BatchRefused,
  type ContextAccess,
  type EventStore,
  mayRead,
  type NewEvent,
  openEventStoreDb,
  openPostgresEventStore,
} from '@fajiao/event-store';
import { startEventStoreServer } from '../support/eventstore-server';
import { migratedDatabase } from './migrated-database';
import { foreignCategories, readableBy, seededEvents, streams } from './seeded-events';

/** Stores of all logins, on the same events. */
interface Stores {
  open(access: ContextAccess): Promise<EventStore>;
  close(): Promise<void>;
}

export async function onPostgres(): Promise<Stores> {
  const database = await migratedDatabase();
  return {
    open: ({ login }) => Promise.resolve(openPostgresEventStore({ url: database.urlOf(login), login })),
    close: () => database.close(),
  };
}

export async function onEventStoreDb(): Promise<Stores> {
  const server = await startEventStoreServer();
  return { open: (access) => openEventStoreDb({ url: server.url, access }), close: () => server.stop() };
}

const newEvent = (type: string): NewEvent => ({ id: randomUUID(), type, data: '{}', metadata: '{}' });

/** The event store's port as a context opens it: with its login and its row of the table. */
export function storePortAlone(openStores: () => Promise<Stores>): void {
  let stores: Stores;
  const opened = new Map<string, EventStore>();
  const as = (login: string): EventStore => {
    const store = opened.get(login);
    if (!store) throw new Error(`${login} has not opened the store`);
    return store;
  };

  beforeAll(async () => {
    stores = await openStores();
    for (const access of contextAccesses) opened.set(access.login, await stores.open(access));
    for (const { login, stream, types } of seededEvents) await as(login).append(stream, types.map(newEvent), 'none');
  }, 60_000);
  afterAll(async () => {
    for (const store of opened.values()) await store.close();
    await stores.close();
  });

  it.each(contextAccesses.flatMap((access) => foreignCategories(access).map((its) => [access.login, its] as const)))(
    '%s may not append to %s, neither a new stream nor one that is there',
    async (login, category) => {
      const stream = `${category}-${randomUUID()}`;
      await expect(as(login).append(stream, [newEvent('Private')], 'none')).rejects.toBeInstanceOf(BatchRefused);
      expect(await as('audit').last(stream)).toBeUndefined();

      const last = await as('audit').last(`${category}-1`);
      const again = as(login).append(`${category}-1`, [newEvent('Private')], last?.revision ?? 'none');
      await expect(again).rejects.toBeInstanceOf(BatchRefused);
      expect(await as('audit').last(`${category}-1`)).toEqual(last);
    },
  );

  it.each(seededEvents.map(({ login, category }) => [login, category] as const))(
    '%s appends to %s',
    async (login, category) => {
      const stream = `${category}-${randomUUID()}`;
      await as(login).append(stream, [newEvent('Private')], 'none');
      expect(await as('audit').last(stream)).toMatchObject({ revision: 0, type: 'Private' });
    },
  );

  it.each(contextAccesses.map((access) => [access.login, access] as const))(
    '%s reads its own events and those that are published to it, and no other',
    async (login, access) => {
      const { events, atEnd } = await as(login).readAll(undefined, 10_000);
      expect(atEnd).toBe(true);
      expect(events.filter(({ stream, type }) => !mayRead(access, stream, type))).toEqual([]);
      expect(linesOf(events.filter(({ stream }) => streams.includes(stream)))).toEqual(readableBy(access));

      for (const stream of streams) {
        const its = readableBy(access).filter((line) => line.startsWith(`${stream} `));
        const read: { stream: string; type: string }[] = [];
        for await (const event of as(login).read(stream)) read.push(event);
        expect(linesOf(read)).toEqual(its);
        expect((await as(login).last(stream))?.type).toBe(read.at(-1)?.type);
      }
    },
  );
}

const linesOf = (events: readonly { readonly stream: string; readonly type: string }[]): string[] =>
  events.map(({ stream, type }) => `${stream} ${type}`).sort();
