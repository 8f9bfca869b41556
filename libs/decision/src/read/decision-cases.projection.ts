import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Party } from '@fajiao/contracts';
import { civilDateOf, type CivilDate, type Instant } from '@fajiao/kernel';
import { rowPerKey, type Projection, type StreamFact } from '@fajiao/projections';
import { caseSchemas, type CaseEvent, type CaseFiled, type SpotPenaltyDecided } from '../domain/events';
import { cases } from '../domain/evolve';
import { statusAfter, type Status } from '../domain/status';

const HANDLED = [
  'CaseFiled',
  'SpotPenaltyDecided',
  'FilingApproved',
  'FilingRefused',
  'OfficersReplaced',
  'InvestigationConcluded',
  'ProposalRevised',
  'PriorNoticeServed',
  'TransferProposed',
  'CaseHandedOver',
  'CaseReturned',
  'TransferDeclined',
  'TransferReviewConcluded',
  'PenaltyDecided',
  'NoPenaltyDecided',
  'CaseDropped',
  'DecisionNumbered',
  'DecisionServed',
  'PaymentCompleted',
  'PaymentReopened',
  'PaymentWrittenOff',
  'CaseClosed',
  'CaseArchived',
  'RemedySought',
  'DecisionChanged',
  'DecisionRevoked',
] as const satisfies readonly CaseEvent['type'][];

type Listed = Extract<CaseEvent, { readonly type: (typeof HANDLED)[number] }>;

/** A row by its columns. */
export interface CaseColumns {
  readonly case_id: string;
  readonly status: Status;
  /** Where the case was when it was handed over, and where it goes on when it comes back. */
  readonly interrupted: Status | null;
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
      'interrupted',
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
    evolve: (row, fact) =>
      fact.type === 'CaseFiled' || fact.type === 'SpotPenaltyDecided' ? opened(fact) : row && after(row, fact),
  }),
};

function caseIdOf(stream: string): string | undefined {
  const prefix = `${cases.category}-`;
  return stream.startsWith(prefix) ? stream.slice(prefix.length) : undefined;
}

/** A case decided on the spot is served by being decided. */
function opened(fact: StreamFact<CaseFiled> | StreamFact<SpotPenaltyDecided>): CaseColumns {
  const { stream, data, meta } = fact;
  const { party, offence, actDate, officers } = data;
  const spot = fact.type === 'SpotPenaltyDecided';
  const decidedOn = spot ? fact.data.decidedOn : null;
  return {
    case_id: caseIdOf(stream) ?? '',
    status: statusAfter(fact, 'filed'),
    interrupted: null,
    outcome: spot ? 'penalty' : null,
    party_kind: party.kind,
    party_name: party.name,
    party_code: party.kind === 'citizen' ? null : party.unifiedSocialCreditCode,
    offence_code: offence.code,
    offence_title: offence.title,
    act_date: actDate,
    officers: officers.map(({ id }) => id),
    document_number: null,
    filed_on: civilDateOf(meta.occurredAt),
    decided_on: decidedOn,
    served_on: decidedOn,
    closed_on: null,
    filed_at: meta.recordedAt,
  };
}

function after(row: CaseColumns, fact: StreamFact<Listed>): CaseColumns {
  return { ...row, ...changed(row, fact), status: statusAfter(fact, row.status, row.interrupted) };
}

function changed({ status }: CaseColumns, fact: StreamFact<Listed>): Partial<CaseColumns> {
  switch (fact.type) {
    case 'CaseHandedOver': {
      const ended = fact.data.kind === 'authority';
      const ending = ended ? { outcome: 'transferred', closed_on: civilDateOf(fact.meta.occurredAt) } : {};
      return { interrupted: status, ...ending };
    }
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
    case 'TransferProposed':
    case 'PaymentReopened':
    case 'RemedySought':
    case 'DecisionChanged':
      return { closed_on: null };
    case 'DecisionRevoked':
      // To be decided anew: the case stands before its decision.
      return fact.data.how === 'redo'
        ? { closed_on: null, outcome: null, document_number: null, decided_on: null, served_on: null }
        : { closed_on: null };
    default:
      return {};
  }
}
