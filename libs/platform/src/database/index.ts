export { backUp } from './backup';
export { DatabaseFault } from './database-fault';
export { eventStoreMigration } from './event-store-migration';
export { assertMigrated, migrate, type Schema } from './migrate';
export { type DatabaseChoice, databaseOf, openDatabase, type OpenDatabase } from './open-database';
export { restore } from './restore';
export { type Login, loginsOf, rolesSql } from './roles';
