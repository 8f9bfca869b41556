/** How far a case has come. Set by its latest telling event, so that a list can say it without folding. */
export const STATUSES = [
  'filed',
  'filing-refused',
  'under-investigation',
  'proposed',
  'notified',
  'decided',
  'served',
  'paid',
  'dropped',
  'closed',
] as const;
export type Status = (typeof STATUSES)[number];

const REACHED_BY: Readonly<Record<string, Status>> = {
  CaseFiled: 'filed',
  FilingRefused: 'filing-refused',
  FilingApproved: 'under-investigation',
  InvestigationConcluded: 'proposed',
  PriorNoticeServed: 'notified',
  PenaltyDecided: 'decided',
  NoPenaltyDecided: 'decided',
  DecisionServed: 'served',
  PaymentCompleted: 'paid',
  PaymentReopened: 'served',
  CaseDropped: 'dropped',
  CaseClosed: 'closed',
};

/** The status after an event. A revision takes a case back to its proposal, unless the notice goes on holding. */
export function statusAfter(event: { readonly type: string; readonly data: object }, before: Status): Status {
  if (event.type === 'ProposalRevised')
    return 'onlyLowers' in event.data && event.data.onlyLowers === true ? before : 'proposed';
  return REACHED_BY[event.type] ?? before;
}
