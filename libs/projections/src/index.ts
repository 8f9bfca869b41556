export type { ParkedStream } from './checkpoints';
export { CheckpointMissing, ForeignCheckpoint } from './faults';
export { ProjectionMonitor, type ProjectionStatus } from './monitor';
export {
  type HostTables,
  type Policy,
  PolicyRefused,
  type Projection,
  type ProjectionHost,
  type ProjectionTables,
  type StreamFact,
} from './projection';
export { policyCommand, type PolicyIdentity } from './policy-command';
export { type ProjectionOptions, ProjectionRunner, type RunnerOptions } from './runner';
export { databaseRole, migration, type RoleName } from './schema/migration';
export { prepareRebuild, projectionMigrations } from './schema/projection-migrations';
export { rowPerKey, type RowPerKey } from './row-per-key';
export { readRows } from './read-rows';
export { type Answer, withTables } from './with-tables';
