import { eventStoreContract } from './event-store-contract';
import { postgresUnderTest } from './postgres-store';

eventStoreContract('PostgresEventStore', postgresUnderTest, { holds: true });
