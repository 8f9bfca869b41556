import type { CaseState } from '../../domain/case-state';
import type { CaseEvent, IssuingEvent } from '../../domain/events';
import type { FormId } from '.';

const ISSUED_WITH = {
  EvidencePreserved: 'preservation-notice',
  PreservationResolved: 'preservation-outcome',
  SeizureMade: 'seizure-decision',
  SeizureExtended: 'seizure-extension',
  SeizureLifted: 'seizure-lifting',
  CorrectionOrdered: 'correction-order',
  PriorNoticeServed: 'prior-notice',
  HearingNoticed: 'hearing-notice',
  CaseHandedOver: 'transfer-letter',
  DecisionServed: 'penalty-decision',
  DecisionNumbered: 'spot-decision',
  ClericalErrorCorrected: 'decision-correction',
  DemandIssued: 'demand',
  CourtEnforcementSought: 'court-application',
  CaseClosed: 'closing-report',
} as const satisfies Readonly<Record<IssuingEvent['type'], FormId>>;

export function issuesDocument(event: CaseEvent): event is IssuingEvent {
  return Object.hasOwn(ISSUED_WITH, event.type);
}

/** The form that goes out with an act; undefined: none. `state` stands after the act. */
export function formIssuedWith(event: CaseEvent, { decision }: CaseState): FormId | undefined {
  if (!issuesDocument(event)) return undefined;
  if (event.type === 'DecisionServed' && decision?.outcome === 'no-penalty') return 'no-penalty-decision';
  // Other decisions are issued when they are served; one made on the spot is, as soon as it has its number.
  if (event.type === 'DecisionNumbered' && event.data.kind !== 'spot-penalty') return undefined;
  return ISSUED_WITH[event.type];
}
