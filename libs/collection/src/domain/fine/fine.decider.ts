import type { CivilDate, Decision, Fen, Instant } from '@fajiao/kernel';
import { minusFen } from '@fajiao/kernel';
import type { BankReference } from '../bank-reference';
import { type FineRules, standingOf } from './fine-account';
import type { FineEvent, FineImposed } from './fine.events';
import { evolveFine, type FineState, paymentOf } from './fine.state';

export type FineCode = 'fine.cancelled';

/** The collecting side opens the fine of a served decision, with the code under which it is paid. */
export function imposeFine(state: FineState, imposed: FineImposed['data'], code: string): Decision<FineEvent> {
  if (state.imposed) return { events: [] };
  return {
    events: [
      { type: 'FineImposed', data: imposed },
      { type: 'PaymentCodeIssued', data: { code, instalment: 1 } },
    ],
  };
}

/** All that is known of a payment: told again whenever something of it becomes known. */
export interface MoneyEvidence extends BankReference {
  readonly fen: Fen;
  readonly paidAt: Instant;
  /** The statement that lists it with this amount. */
  readonly listedOn: CivilDate | null;
  /** When the treasury got this amount. */
  readonly creditedAt: Instant | null;
  readonly takenBack: { readonly by: string; readonly reversedAt: Instant } | null;
  /** Somebody said that the money belongs here: then even a cancelled fine takes it, and holds it. */
  readonly assigned: boolean;
}

/** Brings the fine to what is known of a payment; makes no event where that is so already. */
export function takeMoney(state: FineState, money: MoneyEvidence, rules: FineRules): Decision<FineEvent, FineCode> {
  const known = paymentOf(state, money);
  if (!known && state.cancelledOn !== null && !money.assigned)
    return { refused: [{ code: 'fine.cancelled', source: 'APL-74', detail: { on: state.cancelledOn } }] };
  const { bank, reference, fen, paidAt, listedOn, creditedAt, takenBack } = money;
  const payment = { bank, reference };
  const events: FineEvent[] = [];
  if (!known) events.push({ type: 'PaymentApplied', data: { ...payment, fen, paidAt } });
  else if (known.paidAt !== paidAt) events.push({ type: 'PaymentTimeCorrected', data: { ...payment, paidAt } });
  if (listedOn !== null && !known?.confirmedOn)
    events.push({ type: 'PaymentConfirmed', data: { ...payment, statementDate: listedOn } });
  if (creditedAt !== null && !known?.creditedAt)
    events.push({ type: 'TreasuryCredited', data: { ...payment, fen, creditedAt } });
  if (takenBack !== null && !known?.reversed)
    events.push({ type: 'PaymentReversed', data: { ...payment, fen, ...takenBack } });
  return { events: withConsequences(state, events, rules) };
}

/** The decision fell. */
export function cancelFine(
  state: FineState,
  cancelled: { readonly reason: string; readonly cancelledOn: CivilDate },
  rules: FineRules,
): Decision<FineEvent> {
  if (state.cancelledOn !== null) return { events: [] };
  return { events: withConsequences(state, [{ type: 'FineCancelled', data: cancelled }], rules) };
}

/** What becomes true by the events is said in the same append, and told to the deciding side by it (contracts). */
function withConsequences(state: FineState, events: readonly FineEvent[], rules: FineRules): FineEvent[] {
  if (events.length === 0) return [];
  const after = events.reduce(evolveFine, state);
  return [...events, ...consequencesOf(after, rules)];
}

function consequencesOf(state: FineState, rules: FineRules): FineEvent[] {
  const { imposed } = state;
  const standing = imposed && standingOf(imposed, state, rules);
  // Not known yet: it is said with the next event after the calendar's year is loaded.
  if (!imposed || !standing) return [];
  const { surchargeFen, paidOn, overpaidFen, settled, closable } = standing;
  const owed = state.cancelledOn === null;
  const events: FineEvent[] = [];

  const taken = owed && isTakenAway(state, standing) ? lastReversed(state) : undefined;
  if (taken) {
    const { fineId, caseId } = imposed;
    const data = { fineId, caseId, reversedReference: taken.reference, reversedFen: taken.fen };
    events.push({ type: 'FineReopened', data });
  }
  const { said } = events.reduce(evolveFine, state);
  if (owed && paidOn !== null) {
    const paid = { paidFen: standing.owedFen, surchargeFen, paidOn };
    if (said.paid?.paidFen !== paid.paidFen || said.paid.paidOn !== paidOn) events.push({ type: 'FinePaid', data: paid });
    if (settled && !said.settled) events.push({ type: 'FineSettled', data: { paidFen: paid.paidFen } });
    if (closable && !said.closable)
      events.push({ type: 'FineClosable', data: { fineId: imposed.fineId, caseId: imposed.caseId, ...paid } });
  }
  const change = minusFen(overpaidFen, state.heldFen);
  if (change > 0) events.push({ type: 'OverpaymentHeld', data: { heldFen: overpaidFen } });
  if (change < 0) events.push({ type: 'OverpaymentReleased', data: { heldFen: overpaidFen } });
  return events;
}

/** Whether something that was said no longer holds: only a reversal can do that. */
function isTakenAway({ said }: FineState, { paidOn, settled, closable }: { paidOn: CivilDate | null; settled: boolean; closable: boolean }): boolean {
  return (said.paid !== null && paidOn === null) || (said.settled && !settled) || (said.closable && !closable);
}

function lastReversed(state: FineState) {
  return state.payments
    .filter(({ reversed }) => reversed !== null)
    .reduce((last, one) => ((last.reversed?.reversedAt ?? '') > (one.reversed?.reversedAt ?? '') ? last : one));
}
