import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact } from '@fajiao/kernel';
import type { Projection } from '@fajiao/projections';
import type { QueryDeepPartialEntity } from 'typeorm';
import { type Amended, disclosures, type Published, type WithdrawalDue, type Withdrawn } from '../domain/disclosure';
import { DisclosedDecisionRow } from './disclosed-decision.entity';

type Shown = Published | WithdrawalDue | Withdrawn | Amended;

/** What the public site lists and searches, and what an editor has to take down. */
export const disclosureDecisions: Projection<Shown> = {
  name: 'disclosure_decisions',
  version: 2,
  tables: readFileSync(join(__dirname, 'disclosure-decisions.tables.sql'), 'utf8'),
  schemas: {
    Published: disclosures.schemas.Published,
    WithdrawalDue: disclosures.schemas.WithdrawalDue,
    Withdrawn: disclosures.schemas.Withdrawn,
    Amended: disclosures.schemas.Amended,
  },
  async apply(fact, manager) {
    if (fact.type === 'Published') await manager.upsert(DisclosedDecisionRow, rowOf(fact), ['caseId']);
    else await manager.update(DisclosedDecisionRow, { caseId: caseOf(fact) }, changeBy(fact));
  },
};

/** A decision that takes the place of another one begins with nothing of what became of that. */
export function rowOf({ data: { entry, publishedOn }, meta }: Fact<Published>): DisclosedDecisionRow {
  return {
    caseId: entry.caseId,
    documentNumber: entry.documentNumber,
    publicName: entry.publicName,
    violationTitle: entry.violation.title,
    publishedOn,
    publishedAt: meta.recordedAt,
    entry,
    fellOn: null,
    fellHow: null,
    fellBy: null,
    amendable: false,
    withdrawnOn: null,
    reason: null,
    amendedOn: null,
  };
}

const caseOf = (fact: Fact<Exclude<Shown, Published>>): string =>
  fact.type === 'Amended' ? fact.data.entry.caseId : fact.data.caseId;

function changeBy(fact: Fact<Exclude<Shown, Published>>): QueryDeepPartialEntity<DisclosedDecisionRow> {
  switch (fact.type) {
    case 'WithdrawalDue': {
      const { fellOn, how, by, penalties } = fact.data;
      const fallen = { fellOn, fellHow: how, fellBy: by, amendable: penalties !== null, amendedOn: null };
      // What is down already stays down; what is up, the first time or again, is due.
      return { ...fallen, withdrawnOn: () => 'CASE WHEN entry IS NULL THEN withdrawn_on END' };
    }
    case 'Withdrawn': {
      const { withdrawnOn, reason } = fact.data;
      return { entry: null, publicName: '', violationTitle: '', withdrawnOn, reason };
    }
    case 'Amended': {
      const { entry, amendedOn, reason } = fact.data;
      const { publicName, violation } = entry;
      return { entry, publicName, violationTitle: violation.title, amendedOn, reason };
    }
  }
}
