import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Party } from '@fajiao/contracts';
import { civilDateOf, type CivilDate, type Instant } from '@fajiao/kernel';
import { rowPerKey, type Projection, type StreamFact } from '@fajiao/projections';
import { caseSchemas, type CaseEvent, type CaseFiled } from '../domain/events';
import { cases } from '../domain/evolve';
import { statusAfter, type Status } from '../domain/status';

const HANDLED = [
  'CaseFiled',
  'FilingApproved',
  'FilingRefused',
  'OfficersReplaced',
  'InvestigationConcluded',
  'ProposalRevised',
  'PriorNoticeServed',
  'PenaltyDecided',
  'NoPenaltyDecided',
  'CaseDropped',
  'DecisionNumbered',
  'DecisionServed',
  'PaymentCompleted',
  'PaymentReopened',
  'CaseClosed',
] as const satisfies readonly CaseEvent['type'][];

type Listed = Extract<CaseEvent, { readonly type: (typeof HANDLED)[number] }>;

/** A row by its columns. */
export interface CaseColumns {
  readonly case_id: string;
  readonly status: Status;
  readonly outcome: string | null;
  readonly party_kind: Party['kind'];
  readonly party_name: string;
  readonly party_code: string | null;
  readonly offence_code: string;
  readonly offence_title: string;
  readonly act_date: CivilDate;
  readonly officers: readonly string[];
  readonly document_number: string | null;
  readonly filed_on: CivilDate;
  readonly decided_on: CivilDate | null;
  readonly served_on: CivilDate | null;
  readonly closed_on: CivilDate | null;
  readonly filed_at: Instant;
}

/** What the deciding side lists and searches. */
export const decisionCases: Projection<Listed> = {
  name: 'decision_cases',
  version: 1,
  tables: readFileSync(join(__dirname, 'decision-cases.tables.sql'), 'utf8'),
  schemas: Object.fromEntries(HANDLED.map((type) => [type, caseSchemas[type]])) as Projection<Listed>['schemas'],
  ...rowPerKey<CaseColumns, Listed>({
    table: 'decision_case',
    key: 'case_id',
    columns: [
      'case_id',
      'status',
      'outcome',
      'party_kind',
      'party_name',
      'party_code',
      'offence_code',
      'offence_title',
      'act_date',
      'officers',
      'document_number',
      'filed_on',
      'decided_on',
      'served_on',
      'closed_on',
      'filed_at',
    ],
    keyOf: ({ stream }) => caseIdOf(stream),
    evolve: (row, fact) => (fact.type === 'CaseFiled' ? filed(fact) : row && after(row, fact)),
  }),
};

function caseIdOf(stream: string): string | undefined {
  const prefix = `${cases.category}-`;
  return stream.startsWith(prefix) ? stream.slice(prefix.length) : undefined;
}

function filed({ stream, data, meta }: StreamFact<CaseFiled>): CaseColumns {
  const { party, offence, actDate, officers } = data;
  return {
    case_id: caseIdOf(stream) ?? '',
    status: 'filed',
    outcome: null,
    party_kind: party.kind,
    party_name: party.name,
    party_code: party.kind === 'citizen' ? null : party.unifiedSocialCreditCode,
    offence_code: offence.code,
    offence_title: offence.title,
    act_date: actDate,
    officers: officers.map(({ id }) => id),
    document_number: null,
    filed_on: civilDateOf(meta.occurredAt),
    decided_on: null,
    served_on: null,
    closed_on: null,
    filed_at: meta.recordedAt,
  };
}

function after(row: CaseColumns, fact: StreamFact<Listed>): CaseColumns {
  return { ...row, ...changed(fact), status: statusAfter(fact, row.status) };
}

function changed(fact: StreamFact<Listed>): Partial<CaseColumns> {
  switch (fact.type) {
    case 'OfficersReplaced':
      return { officers: fact.data.officers.map(({ id }) => id) };
    case 'PenaltyDecided':
      return { outcome: 'penalty', decided_on: fact.data.decidedOn };
    case 'NoPenaltyDecided':
      return { outcome: 'no-penalty', decided_on: fact.data.decidedOn };
    case 'CaseDropped':
      return { outcome: 'dropped', closed_on: civilDateOf(fact.meta.occurredAt) };
    case 'DecisionNumbered':
      return { document_number: fact.data.documentNumber };
    case 'DecisionServed':
      return { served_on: fact.data.servedOn };
    case 'CaseClosed':
      return { closed_on: civilDateOf(fact.meta.occurredAt) };
    case 'PaymentReopened':
      return { closed_on: null };
    default:
      return {};
  }
}
