export { type EmbeddedDatabase, type EmbeddedDatabaseOptions, openEmbeddedDatabase } from './embedded-database';
export { assertMigrated, migrate, type Schema, SchemaNotMigrated } from './migrate';
export { type Login, LoginsMissing, rolesSql } from './roles';
export { EmbeddedServerFault } from './server-files';
