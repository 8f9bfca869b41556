import {
  BACKWARDS,
  type Credentials,
  type EventStoreDBClient,
  FORWARDS,
  type ReadPosition,
  type ResolvedEvent,
  type StreamingRead,
  StreamNotFoundError,
} from '@eventstore/db-client';
import type { Connection } from './connection';
import { recordedOf, type Recorded } from './event-shape';
import { within } from './time-limit';

/** Reads of a server, each of a bounded number of events and taken whole: nothing stays open behind a slow consumer. */
export class Reading {
  constructor(
    private readonly connection: Connection,
    private readonly credentials: Credentials,
  ) {}

  /** Events of a stream from a revision on; none when it does not exist. */
  async forwards(stream: string, from: number, count: number): Promise<Recorded[]> {
    return this.#ofStream((client) =>
      client.readStream(stream, { ...this.#fresh(), fromRevision: BigInt(from), maxCount: count, direction: FORWARDS }),
    );
  }

  /** Events of a stream down from a revision or the end, the newest first; none when it does not exist. */
  async backwards(stream: string, from: number | 'end', count: number): Promise<Recorded[]> {
    const fromRevision = from === 'end' ? from : BigInt(from);
    return this.#ofStream((client) =>
      client.readStream(stream, { ...this.#fresh(), fromRevision, maxCount: count, direction: BACKWARDS }),
    );
  }

  /** Records of the whole log, the one at the position among them. */
  async all(fromPosition: ReadPosition, count: number): Promise<Recorded[]> {
    return this.#collect((client) =>
      client.readAll({ ...this.#fresh(), fromPosition, maxCount: count, direction: FORWARDS }),
    );
  }

  async #ofStream(open: (client: EventStoreDBClient) => StreamingRead<ResolvedEvent>): Promise<Recorded[]> {
    try {
      return await this.#collect(open);
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
  }

  async #collect(open: (client: EventStoreDBClient) => StreamingRead<ResolvedEvent>): Promise<Recorded[]> {
    const { timeout } = this.connection;
    return this.connection.call(async (client) => {
      const read = open(client);
      // An error after the read was given up has nobody else to hear it, and would end the process.
      read.on('error', () => undefined);
      try {
        return await within(timeout, (alive) => everything(read, alive));
      } finally {
        await within(timeout, () => read.cancel()).catch(() => undefined);
        read.destroy();
      }
    });
  }

  /** A follower may be behind what was just written, even through itself. */
  #fresh(): { requiresLeader: true; credentials: Credentials; resolveLinkTos: false } {
    return { requiresLeader: true, credentials: this.credentials, resolveLinkTos: false };
  }
}

async function everything(read: StreamingRead<ResolvedEvent>, alive: () => void): Promise<Recorded[]> {
  const events: Recorded[] = [];
  for await (const resolved of read as AsyncIterable<ResolvedEvent>) {
    alive();
    const recorded = recordedOf(resolved);
    if (recorded) events.push(recorded);
  }
  return events;
}
