import type { EventStore } from '@fajiao/event-store';
import type { DataSource } from 'typeorm';
import type { ReadinessCheck } from '../context/ports';

/** The login's database answers. */
export function databaseCheck(dataSource: DataSource, name = 'database'): ReadinessCheck {
  return {
    name,
    check: async () => {
      await dataSource.query('SELECT 1');
      return { status: 'ok' };
    },
  };
}

/** The event store answers, and lets this context read. */
export function eventStoreCheck(store: EventStore, name = 'event store'): ReadinessCheck {
  return {
    name,
    check: async () => {
      await store.readAll(undefined, 1);
      return { status: 'ok' };
    },
  };
}
