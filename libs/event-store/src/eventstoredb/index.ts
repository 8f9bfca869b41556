export { type EventStoreDbOptions, openEventStoreDb } from './event-store-db';
export type { Opener } from './opening';
export { prepareRights, type ServerRights } from './rights';
