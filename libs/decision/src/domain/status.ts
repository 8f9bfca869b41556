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
  'dropped',
  'closed',
  'reopened',
  'redo',
  'revoked',
  'archived',
] as const;
export type Status = (typeof STATUSES)[number];

const REACHED_BY: Readonly<Record<string, Status>> = {
  CaseFiled: 'filed',
  FilingRefused: 'filing-refused',
  FilingApproved: 'under-investigation',
  InvestigationConcluded: 'proposed',
  PriorNoticeServed: 'notified',
  CaseHandedOver: 'transferred',
  SpotPenaltyDecided: 'served',
  PenaltyDecided: 'decided',
  NoPenaltyDecided: 'decided',
  DecisionServed: 'served',
  PaymentCompleted: 'paid',
  PaymentReopened: 'served',
  CaseDropped: 'dropped',
  CaseClosed: 'closed',
  CaseArchived: 'archived',
};

/** A file that was closed is open again. */
const REOPENING = ['RemedySought', 'DecisionChanged'];

/**
 * The status after an event. A revision takes a case back to its proposal, unless the notice goes on holding; a transfer that
 * comes back, to where it was when it was handed over (`interrupted`).
 */
export function statusAfter(
  event: { readonly type: string; readonly data: object },
  before: Status,
  interrupted?: Status | null,
): Status {
  if (event.type === 'CaseReturned' || event.type === 'TransferDeclined') return interrupted ?? before;
  if (event.type === 'TransferReviewConcluded')
    return 'accepted' in event.data && event.data.accepted === true ? 'transferred' : before;
  if (event.type === 'ProposalRevised')
    return 'onlyLowers' in event.data && event.data.onlyLowers === true ? before : 'proposed';
  if (event.type === 'DecisionRevoked') return 'how' in event.data && event.data.how === 'redo' ? 'redo' : 'revoked';
  if (REOPENING.includes(event.type)) return before === 'closed' || before === 'archived' ? 'reopened' : before;
  return REACHED_BY[event.type] ?? before;
}
