import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DomainEvent, Ground } from '@fajiao/kernel';
import type { Projection, ProjectionHost, StreamFact } from '@fajiao/projections';
import { RefusalRow } from './refusal.entity';

/** What the refusals of every context have in common. */
type ActRefused = DomainEvent<
  'ActRefused',
  { readonly operation: string; readonly target: string; readonly grounds: readonly Ground[] }
>;

/** Refusals stand in a stream each; here they are found by what they were about. */
export const auditRefusals: Projection<ActRefused> = {
  name: 'audit_refusals',
  version: 1,
  tables: readFileSync(join(__dirname, 'audit-refusals.tables.sql'), 'utf8'),
  schemas: { ActRefused: { version: 1 } },
  async apply(fact, manager) {
    await manager.upsert(RefusalRow, rowOf(fact), ['stream']);
  },
};

function rowOf({ stream, position, data: { operation, target, grounds }, meta }: StreamFact<ActRefused>): RefusalRow {
  return {
    stream,
    position,
    context: meta.context,
    operation,
    target,
    targetId: UUID.exec(target)?.[0].toLowerCase() ?? null,
    actorId: meta.actor.id,
    actorRoles: [...meta.actor.roles],
    occurredAt: meta.occurredAt,
    codes: grounds.map(({ code }) => code),
    grounds,
  };
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** The audit login writes its own tables and no events. */
export const auditHost = { login: 'audit', projections: [auditRefusals] } satisfies ProjectionHost;

export const auditEntities = [RefusalRow];
