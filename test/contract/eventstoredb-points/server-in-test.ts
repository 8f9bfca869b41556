import { EventStoreDBClient } from '@eventstore/db-client';
import { type EventStore, type EventStoreDbOptions, openEventStoreDb } from '@fajiao/event-store';
import { type EventStoreServer, startEventStoreServer } from '../../support/eventstore-server';

/** For tests that wait for a call to give up. */
export const SHORT = { timeout: 600 };

/** Much longer than any call takes, much shorter than what the client does of its own accord (20 s, or for ever). */
export const SOON = 4_000;

export interface ServerInTest {
  readonly server: EventStoreServer;
  /** A store of its own connections, closed after the test. */
  open(options?: Partial<EventStoreDbOptions>): Promise<EventStore>;
  /** The bare client, on the path that the adapter avoids unless a call has credentials. */
  client(): EventStoreDBClient;
  /** Runs after the test. */
  after(end: () => Promise<unknown> | void): void;
}

/** A fresh in-repo server for every test of the file. */
export function serverInTest(): () => ServerInTest {
  let current: ServerInTest | undefined;
  const ends: (() => Promise<unknown> | void)[] = [];

  beforeEach(async () => {
    const server = await startEventStoreServer();
    const after = (end: () => Promise<unknown> | void): void => void ends.push(end);
    after(() => server.stop());
    current = {
      server,
      after,
      async open(options) {
        const store = await openEventStoreDb({ url: server.url, ...options });
        after(() => store.close());
        return store;
      },
      client() {
        const client = EventStoreDBClient.connectionString(server.url);
        after(() => client.dispose());
        return client;
      },
    };
  });

  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  return () => {
    if (!current) throw new Error('only within a test');
    return current;
  };
}

/** A credential of a call: it chooses the unary path. */
export const UNARY = { credentials: { username: 'nobody', password: 'insecure' } };

export async function until(condition: () => boolean, milliseconds = 5_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) throw new Error('what was waited for did not happen');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
