import type { CaseEvent } from './events';

/** How far a case has come. Set by its latest telling event, so that a list can say it without folding. */
export const STATUSES = [
  'filed',
  'filing-refused',
  'under-investigation',
  'proposed',
  'notified',
  'transferred',
  'decided',
  'served',
  'paid',
  'written-off',
  'dropped',
  'closed',
  'reopened',
  'redo',
  'revoked',
  'archived',
] as const;
export type Status = (typeof STATUSES)[number];

const REACHED_BY: Readonly<Partial<Record<CaseEvent['type'], Status>>> = {
  CaseFiled: 'filed',
  FilingRefused: 'filing-refused',
  FilingApproved: 'under-investigation',
  InvestigationConcluded: 'proposed',
  PriorNoticeServed: 'notified',
  SpotPenaltyDecided: 'served',
  PenaltyDecided: 'decided',
  NoPenaltyDecided: 'decided',
  DecisionServed: 'served',
  PaymentCompleted: 'paid',
  PaymentReopened: 'served',
  PaymentWrittenOff: 'written-off',
  CaseDropped: 'dropped',
  CaseClosed: 'closed',
  CaseArchived: 'archived',
};

/** A file that was closed is open again. */
const REOPENING: readonly CaseEvent['type'][] = ['RemedySought', 'DecisionChanged', 'TransferProposed'];

/** A case that is decided goes on as it was while the justice organs look at it (D310-11). */
const UNDECIDED: readonly Status[] = ['filed', 'under-investigation', 'proposed', 'notified', 'redo', 'transferred'];

/** What the collecting side reports of a file that was closed because enforcement had ended leaves it closed. */
const SETTLING: readonly CaseEvent['type'][] = ['PaymentCompleted', 'PaymentWrittenOff'];

/**
 * The status after an event. A revision takes a case back to its proposal, unless the notice goes on holding; a transfer that
 * comes back, to where it was when it was handed over (`interrupted`).
 */
export function statusAfter(event: CaseEvent, before: Status, interrupted?: Status | null): Status {
  if (event.type === 'CaseReturned' || event.type === 'TransferDeclined')
    return before === 'transferred' ? (interrupted ?? before) : before;
  if (event.type === 'CaseHandedOver' || (event.type === 'TransferReviewConcluded' && event.data.accepted))
    return UNDECIDED.includes(before) ? 'transferred' : before;
  if (event.type === 'ProposalRevised') return event.data.onlyLowers ? before : 'proposed';
  if (event.type === 'DecisionRevoked') return event.data.how === 'redo' ? 'redo' : 'revoked';
  const closed = before === 'closed' || before === 'archived';
  if (REOPENING.includes(event.type)) return closed ? 'reopened' : before;
  if (closed && SETTLING.includes(event.type)) return before;
  return REACHED_BY[event.type] ?? before;
}
