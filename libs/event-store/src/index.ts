export * from './aes-sealer';
export * from './canonical-json';
export * from './codec';
export * from './command';
export * from './command-errors';
export * from './command-handler';
export * from './context-access';
export * from './errors';
export * from './event-schema';
export {
  type EventStoreDbOptions,
  openEventStoreDb,
  type Opener,
  prepareRights,
  type ServerRights,
} from './eventstoredb';
export { goldenFaults } from './golden-files';
export * from './memory/memory-event-store';
export { MemoryLog } from './memory/memory-log';
export * from './port';
export { eventStoreSql } from './postgres/event-store-sql';
export * from './postgres/postgres-event-store';
export * from './sealer';
export { CodecFault } from './upcast';
export * from './tail';
