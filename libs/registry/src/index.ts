export { ImportStaff } from './application/import-staff';
export type { RegistryDeps } from './application/registry-deps';
export { registryReplays } from './application/registry-replays';
export { StreamRegister } from './application/stream-register';
export { RegistryModule, type RegistryOptions, registryPart } from './registry.module';
export { RegisterLists } from './read/register.queries';
export { registryEntities, registryHost } from './read/registry.host';
