export { AuditModule, type AuditOptions, auditPart } from './audit.module';
export { auditEntities, auditHost } from './refusals/audit-refusals.projection';
export type { Replayable } from './replay/replayable';
