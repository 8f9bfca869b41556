import type { AppendExpectedRevision, Credentials, EventData, EventStoreDBClient } from '@eventstore/db-client';
import { within } from './time-limit';

export interface Sending {
  readonly stream: string;
  readonly events: EventData[];
  readonly expectedRevision: AppendExpectedRevision;
  readonly credentials: Credentials;
}

/**
 * One append, to the leader. Credentials of a call keep it off the client's batched appends, which hang, stay broken and mix
 * their callers up.
 * @throws NoAnswer, or what the client makes of the answer
 */
export async function send(client: EventStoreDBClient, sending: Sending, timeout: number): Promise<void> {
  const { stream, events, expectedRevision, credentials } = sending;
  await within(timeout, () =>
    client.appendToStream(stream, events, { expectedRevision, credentials, requiresLeader: true, deadline: timeout }),
  );
}
