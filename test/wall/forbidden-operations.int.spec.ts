import { databaseAlone } from './database-alone';
import { eventStoreDbServerAlone } from './eventstoredb-server-alone';
import { httpRolesAlone } from './http-roles-alone';
import { onEventStoreDb, onPostgres, storePortAlone } from './store-port-alone';

describe('the wall, by the database alone', databaseAlone);
describe('the wall, by the event store’s port alone, in PostgreSQL', () => storePortAlone(onPostgres));
describe('the wall, by the event store’s port alone, in EventStoreDB', () => storePortAlone(onEventStoreDb));
describe('the wall, by the server of EventStoreDB alone', eventStoreDbServerAlone);
describe('the wall, by the roles of HTTP alone', httpRolesAlone);
