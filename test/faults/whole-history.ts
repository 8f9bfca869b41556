import { type EventStore, openPostgresEventStore, type StoredEvent } from '@fajiao/event-store';
import type { FactMeta } from '@fajiao/kernel';
import type { JsonObject } from '../support/case-history/format';
import { loginUrl } from '../support/migrated-database';

/** An event as it is kept: personal fields are sealed. */
export interface RecordedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly commandId: string;
}

/** Everything that has happened in a database, in the global order, as an auditor reads it. */
export async function wholeHistory(databaseUrl: string): Promise<StoredEvent[]> {
  const store = openPostgresEventStore({ url: loginUrl(databaseUrl, 'audit'), login: 'audit' });
  try {
    return await everythingIn(store);
  } finally {
    await store.close();
  }
}

export async function everythingIn(store: EventStore): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  let page = await store.readAll(undefined, 500);
  events.push(...page.events);
  while (!page.atEnd) {
    page = await store.readAll(page.next, 500);
    events.push(...page.events);
  }
  return events;
}

export const recorded = (events: readonly StoredEvent[]): RecordedEvent[] =>
  events.map(({ stream, revision, id, type, data, metadata }) => ({
    ...{ stream, revision, id, type },
    data: JSON.parse(data) as JsonObject,
    commandId: (JSON.parse(metadata) as FactMeta).commandId,
  }));
