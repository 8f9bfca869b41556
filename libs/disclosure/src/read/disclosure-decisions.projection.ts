import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact } from '@fajiao/kernel';
import type { Projection } from '@fajiao/projections';
import { disclosures, type Published } from '../domain/disclosure';
import { DisclosedDecisionRow } from './disclosed-decision.entity';

/** What the public site lists and searches. */
export const disclosureDecisions: Projection<Published> = {
  name: 'disclosure_decisions',
  version: 1,
  tables: readFileSync(join(__dirname, 'disclosure-decisions.tables.sql'), 'utf8'),
  schemas: { Published: disclosures.schemas.Published },
  async apply(fact, manager) {
    await manager.upsert(DisclosedDecisionRow, rowOf(fact), ['caseId']);
  },
};

export function rowOf({ data: { entry, publishedOn }, meta }: Fact<Published>): DisclosedDecisionRow {
  return {
    caseId: entry.caseId,
    documentNumber: entry.documentNumber,
    publicName: entry.publicName,
    violationTitle: entry.violation.title,
    publishedOn,
    publishedAt: meta.recordedAt,
    entry,
  };
}
