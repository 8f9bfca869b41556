import type { CivilDate, Decision, Fen, Instant } from '@fajiao/kernel';
import type { BankReference } from '../bank-reference';
import { withConsequences } from './fine-consequences';
import type { FineRules } from './fine-terms';
import type { FineEvent, FineImposed } from './fine.events';
import { type FineState, paymentOf } from './fine.state';

export type FineCode = 'fine.cancelled';

/** The collecting side opens the fine of a served decision, with the code under which it is paid. */
export function imposeFine(state: FineState, imposed: FineImposed['data'], code: string): Decision<FineEvent> {
  if (state.imposed) return { events: [] };
  return {
    events: [
      { type: 'FineImposed', data: imposed },
      { type: 'PaymentCodeIssued', data: { code, plan: 0, instalment: 1 } },
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
  else if (known.paidAt !== paidAt && !known.onTheSpot)
    events.push({ type: 'PaymentTimeCorrected', data: { ...payment, paidAt } });
  if (listedOn !== null && !known?.confirmedOn)
    events.push({ type: 'PaymentConfirmed', data: { ...payment, statementDate: listedOn } });
  if (creditedAt !== null && !known?.creditedAt)
    events.push({ type: 'TreasuryCredited', data: { ...payment, fen, creditedAt } });
  if (takenBack !== null && !known?.reversed)
    events.push({ type: 'PaymentReversed', data: { ...payment, fen, ...takenBack } });
  return { events: withConsequences(state, events, rules) };
}
