export type { User } from './access';
export type { FailedStatus, Faults } from './faults';
export { type Network, startNetwork } from './network';
export { type EventStoreProcess, startEventStoreProcess } from './process';
export { selfSignedCertificate, type ServerCertificate } from './self-signed';
export { type EventStoreServer, type EventStoreServerOptions, startEventStoreServer } from './server';
