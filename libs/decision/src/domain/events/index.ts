import { personalFieldsOf, publishedByDecision, type PublishedByDecision } from '@fajiao/contracts';
import type { EventSchemas } from '@fajiao/event-store';
import { archiveSchemas, type CaseArchived } from './archive';
import { correctionSchemas, type CorrectionEvent } from './correction';
import type { DecisionEvent } from './decision';
import type { DefenceEvent } from './defence';
import { enforcementSchemas, type EnforcementEvent } from './enforcement';
import { evidenceSchemas, type EvidenceEvent } from './evidence';
import type { ExecutionEvent } from './execution';
import type { FilingEvent } from './filing';
import type { InvestigationEvent } from './investigation';
import { remedySchemas, type RemedyEvent } from './remedies';
import { seizureSchemas, type SeizureEvent } from './seizure';
import { spotSchemas, type SpotEvent } from './spot';
import { transferSchemas, type TransferEvent } from './transfer';

export * from './archive';
export * from './correction';
export * from './decision';
export * from './defence';
export * from './document';
export * from './enforcement';
export * from './evidence';
export * from './execution';
export * from './filing';
export * from './investigation';
export * from './no-penalty-grounds';
export * from './remedies';
export * from './seizure';
export * from './spot';
export * from './transfer';

/**
 * Everything that can stand in `case-<id>`. The shapes are a storage contract: a change is a new version with an
 * upcaster and a golden file.
 */
export type CaseEvent =
  | FilingEvent
  | InvestigationEvent
  | EvidenceEvent
  | SeizureEvent
  | CorrectionEvent
  | DefenceEvent
  | TransferEvent
  | DecisionEvent
  | SpotEvent
  | ExecutionEvent
  | RemedyEvent
  | EnforcementEvent
  | CaseArchived
  | PublishedByDecision;

/** Acts that issue a document. */
export type IssuingEvent = Issuing<CaseEvent>;
type Issuing<Event> = Event extends { readonly data: infer Data }
  ? string extends keyof Data // an event without data
    ? never
    : 'document' extends keyof Data
      ? Event
      : never
  : never;

const personalFindings = [
  'proposal.noPenalty.reasons',
  'findings',
  'proposal.reasons',
  'proposal.mitigation.reason',
  'proposal.governing.reason',
];

export const caseSchemas: EventSchemas<CaseEvent> = {
  CaseFiled: {
    version: 1,
    personal: [...personalFieldsOf('party'), 'place', 'facts', 'source.informant', 'source.summary'],
  },
  FilingApproved: { version: 1 },
  OfficersAssigned: { version: 1 },
  FilingRefused: { version: 1, personal: ['reason'] },
  OfficersReplaced: { version: 1 },
  RecusalRequested: { version: 1, personal: ['ground'] },
  RecusalDecided: { version: 1, personal: ['ground'] },
  ...evidenceSchemas,
  ...seizureSchemas,
  ...correctionSchemas,
  InvestigationConcluded: { version: 1, personal: [...personalFindings] },
  ProposalRevised: { version: 1, personal: [...personalFindings] },
  PriorNoticeServed: { version: 1, personal: ['proof', 'signedBy'] },
  RightsWaived: { version: 1, personal: ['statement'] },
  StatementMade: { version: 1, personal: ['text'] },
  StatementReviewed: { version: 1, personal: ['reasons'] },
  HearingRequested: { version: 1 },
  HearingRequestWithdrawn: { version: 1, personal: ['statement'] },
  HearingNoticed: { version: 1, personal: ['place'] },
  HearingHeld: { version: 1, personal: ['opinion', 'minutes.note'] },
  HearingMissed: { version: 1 },
  LegalReviewPassed: { version: 1, personal: ['opinion'] },
  LegalReviewReturned: { version: 1, personal: ['opinion'] },
  DeliberationHeld: { version: 1, personal: ['opinions[].opinion'] },
  PenaltyDecided: { version: 1, personal: ['facts', 'mitigation.reason', 'governing.reason', 'correction.what'] },
  NoPenaltyDecided: { version: 1, personal: ['facts', 'reasons', 'education'] },
  CaseDropped: { version: 1, personal: ['ground'] },
  CaseSuspended: { version: 1 },
  CaseResumed: { version: 1 },
  DecisionTermExtended: { version: 1 },
  DecisionNumbered: { version: 1 },
  RecordedLate: { version: 1, personal: ['reason'] },
  DecisionServed: { version: 1, personal: ['proof', 'signedBy'] },
  ClericalErrorCorrected: { version: 1, personal: ['was', 'is'] },
  OtherPenaltyExecuted: { version: 1, personal: ['how'] },
  PaymentCompleted: { version: 1 },
  PaymentReopened: { version: 1 },
  PaymentWrittenOff: { version: 1 },
  CaseClosed: { version: 1 },
  ...remedySchemas,
  ...enforcementSchemas,
  ...archiveSchemas,
  ...transferSchemas,
  ...spotSchemas,
  ...publishedByDecision,
};
