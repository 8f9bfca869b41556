import { type ContextAccess, eventStoreSql } from '@fajiao/event-store';
import { migration } from '@fajiao/projections';
import type { MigrationInterface } from 'typeorm';

/** Makes the event store, or brings it up to date, whenever its SQL or the rights of a login have changed. */
export const eventStoreMigration = (accesses: readonly ContextAccess[]): MigrationInterface =>
  migration('EventStore', 200, eventStoreSql(accesses, (login) => login).join('\n'), async (query, roleName) => {
    for (const statement of eventStoreSql(accesses, roleName)) await query.query(statement);
  });
