import { personalFieldsOf, publishedByDecision, type PublishedByDecision } from '@fajiao/contracts';
import type { EventSchemas } from '@fajiao/event-store';
import type { DecisionEvent } from './decision';
import type { DefenceEvent } from './defence';
import type { ExecutionEvent } from './execution';
import type { FilingEvent } from './filing';
import type { InvestigationEvent } from './investigation';

export * from './decision';
export * from './defence';
export * from './execution';
export * from './filing';
export * from './investigation';

/**
 * Everything that can stand in `case-<id>`. The shapes are a storage contract: a change is a new version with an
 * upcaster and a golden file.
 */
export type CaseEvent =
  FilingEvent | InvestigationEvent | DefenceEvent | DecisionEvent | ExecutionEvent | PublishedByDecision;

export const caseSchemas: EventSchemas<CaseEvent> = {
  CaseFiled: { version: 1, personal: [...personalFieldsOf('party'), 'place', 'facts'] },
  FilingApproved: { version: 1 },
  OfficersAssigned: { version: 1 },
  FilingRefused: { version: 1, personal: ['reason'] },
  OfficersReplaced: { version: 1 },
  RecusalDecided: { version: 1, personal: ['ground'] },
  EvidenceCollected: { version: 1, personal: ['title'] },
  EvidenceVerified: { version: 1, personal: ['result'] },
  EvidenceExcluded: { version: 1, personal: ['reason'] },
  InvestigationConcluded: { version: 1, personal: ['findings', 'proposal.reasons', 'proposal.mitigation.reason'] },
  ProposalRevised: { version: 1, personal: ['findings', 'proposal.reasons', 'proposal.mitigation.reason'] },
  PriorNoticeServed: { version: 1, personal: ['proof', 'signedBy'] },
  RightsWaived: { version: 1, personal: ['statement'] },
  StatementMade: { version: 1, personal: ['text'] },
  StatementReviewed: { version: 1, personal: ['reasons'] },
  HearingRequested: { version: 1 },
  HearingNoticed: { version: 1 },
  HearingHeld: { version: 1, personal: ['opinion'] },
  HearingMissed: { version: 1 },
  LegalReviewPassed: { version: 1, personal: ['opinion'] },
  LegalReviewReturned: { version: 1, personal: ['opinion'] },
  DeliberationHeld: { version: 1, personal: ['opinions[].opinion'] },
  PenaltyDecided: { version: 1, personal: ['facts', 'mitigation.reason', 'correction.what'] },
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
  CaseClosed: { version: 1 },
  ...publishedByDecision,
};
