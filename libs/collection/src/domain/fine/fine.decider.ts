import type { CivilDate, Decision, Fen, Instant } from '@fajiao/kernel';
import type { BankReference } from '../bank-reference';
import { type FineRules, type Standing, standingOf } from './fine-account';
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

/** The decision fell (撤销, 确认无效). */
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
  const { imposed } = after;
  const standing = imposed && standingOf(imposed, after, rules);
  // Not known yet: it is said with the next event after the calendar's year is loaded.
  if (!imposed || !standing) return [...events];
  const said = after.cancelledOn === null ? [...events, ...reopened(after, imposed, standing, events)] : [...events];
  return [...said, ...extinguished(said.reduce(evolveFine, state), imposed, standing), ...held(after, standing)];
}

/** Only a reversal takes away what was said: then all of it, and what still holds is said again. */
function reopened(
  { said }: FineState,
  { fineId, caseId }: FineImposed['data'],
  { paidOn, settled, closable }: Standing,
  events: readonly FineEvent[],
): FineEvent[] {
  const reversal = events.find((event) => event.type === 'PaymentReversed');
  const takenAway = (said.paid && paidOn === null) || (said.settled && !settled) || (said.closable && !closable);
  if (!reversal || !takenAway) return [];
  const { reference, fen } = reversal.data;
  return [{ type: 'FineReopened', data: { fineId, caseId, reversedReference: reference, reversedFen: fen } }];
}

function extinguished(
  { said, cancelledOn }: FineState,
  { fineId, caseId }: FineImposed['data'],
  { owedFen, surchargeFen, paidOn, settled, closable }: Standing,
): FineEvent[] {
  if (cancelledOn !== null || paidOn === null) return [];
  const paid = { paidFen: owedFen, surchargeFen, paidOn };
  const same = said.paid?.paidFen === owedFen && said.paid.paidOn === paidOn;
  return [
    ...(same ? [] : [{ type: 'FinePaid' as const, data: paid }]),
    ...(settled && !said.settled ? [{ type: 'FineSettled' as const, data: { paidFen: owedFen } }] : []),
    ...(closable && !said.closable ? [{ type: 'FineClosable' as const, data: { fineId, caseId, ...paid } }] : []),
  ];
}

function held({ heldFen }: FineState, { overpaidFen }: Standing): FineEvent[] {
  if (overpaidFen === heldFen) return [];
  return [{ type: overpaidFen > heldFen ? 'OverpaymentHeld' : 'OverpaymentReleased', data: { heldFen: overpaidFen } }];
}
