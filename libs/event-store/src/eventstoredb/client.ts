import { EventStoreDBClient } from '@eventstore/db-client';
import { within } from './time-limit';

/** A client that can be ended for good. */
export interface OwnClient {
  readonly client: EventStoreDBClient;
  /** Breaks off its streams and closes its connection. Waits so many milliseconds for that, and never fails. */
  end(timeout: number): Promise<void>;
}

/** @throws Error when the client does not understand the string, or finds no file that it names */
export function newClient(connectionString: string): OwnClient {
  const client = EventStoreDBClient.connectionString(connectionString);
  const closeChannel = Channels.closerOf(client);
  return {
    client,
    end: (timeout) => within(timeout, () => client.dispose().then(closeChannel)).catch(() => undefined),
  };
}

/** `dispose` leaves the channel open, and asking a client for its channel would open a new one. */
class Channels extends EventStoreDBClient {
  /** @returns what closes the channel that was opened last, if one was */
  static closerOf(client: Channels): () => Promise<void> {
    let last: Promise<{ close(): void }> | undefined;
    const { getChannel } = client;
    client.getChannel = () => (last = getChannel());
    return async () => (await last)?.close();
  }
}
