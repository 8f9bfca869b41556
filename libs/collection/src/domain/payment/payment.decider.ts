import {
  addDays,
  addMinutes,
  type CivilDate,
  civilDateOf,
  type Decision,
  type Fen,
  type Instant,
  instantMillis,
  instantOfMillis,
  minusFen,
  startOfDay,
} from '@fajiao/kernel';
import type { BankReference } from '../bank-reference';
import type {
  ListKind,
  PaymentConflict,
  PaymentConflictRecorded,
  PaymentEvent,
  PaymentSuspended,
} from './payment.events';
import { byCorrection, type PaymentState, standingReversal } from './payment.state';

// Whatever a bank says is taken down: no message is refused. One that contradicts an earlier one is recorded as a
// conflict and has no effect; one that says what is known already makes no event.

const ZERO = 0 as Fen;

/** How far a bank's clock may be ahead of ours. */
export const CLOCK_TOLERANCE_MINUTES = 5;

/** Whether a value time lies further in the future than clocks differ. */
export function isInFuture(instant: Instant, now: Instant): boolean {
  return instant > addMinutes(now, CLOCK_TOLERANCE_MINUTES);
}

/** A bank's callback: this payment was made. */
export interface ReportPayment extends BankReference {
  readonly code: string;
  readonly fen: Fen;
  readonly paidAt: Instant;
}

export function reportPayment(state: PaymentState, payment: ReportPayment): Decision<PaymentEvent> {
  const { bank, reference, code, fen, paidAt } = payment;
  const { report, reversal, refund } = state;
  const conflict = () => conflicting('payment', 'other-content', { code, fen, paidAt });
  if (reversal || refund) return conflict();
  if (!report)
    return { events: [{ type: 'PaymentReported', data: { bank, reference, code, fen, paidAt, via: 'callback' } }] };
  const codeFits = report.code === code || (report.via === 'statement' && report.code === null);
  if (!codeFits || report.fen !== fen) return conflict();
  if (report.via !== 'callback' && report.callbackAt === null) {
    // A day's statement cannot list what was paid after that day.
    if (report.via === 'statement' && civilDateOf(paidAt) > civilDateOf(report.paidAt)) return conflict();
    return { events: [{ type: 'CallbackArrived', data: { code, paidAt } }] };
  }
  return report.paidAt === paidAt ? { events: [] } : conflict();
}

/** A bank's callback: this reversal takes that payment back. */
export interface ReportReversal extends BankReference {
  readonly reverses: string;
  readonly fen: Fen;
  /** undefined: the bank did not say; then it is `receivedAt`. */
  readonly reversedAt: Instant | undefined;
  readonly receivedAt: Instant;
}

/** `target`: the payment that it takes back, as it stands. An unknown one may still arrive. */
export function reportReversal(
  state: PaymentState,
  reversal: ReportReversal,
  target: PaymentState,
): Decision<PaymentEvent> {
  const { bank, reference, reverses, fen, reversedAt, receivedAt } = reversal;
  const conflict = (why: PaymentConflict) =>
    conflicting('reversal', why, { reverses, fen, reversedAt: reversedAt ?? null });
  if (state.report || state.refund) return conflict('other-content');
  if (state.reversal) {
    const known = state.reversal;
    // A statement's line says the day only.
    const sameTime = reversedAt === undefined || known.via === 'statement' || known.reversedAt === reversedAt;
    const same = known.reverses === reverses && known.fen === fen && sameTime;
    return same ? { events: [] } : conflict('other-content');
  }
  const misfit = reverses === reference ? 'not-a-payment' : misfitOf(target, reference, fen);
  if (misfit) return conflict(misfit);
  const data = { bank, reference, reverses, fen, reversedAt: reversedAt ?? receivedAt, via: 'callback' as const };
  return { events: [{ type: 'ReversalReported', data }] };
}

/** Why a reversal cannot take this payment back; undefined: it can, or the payment is not known yet. */
export function misfitOf(target: PaymentState, reversalReference: string, fen: Fen): PaymentConflict | undefined {
  if (target.reversal) return 'not-a-payment';
  if (target.report && target.report.fen !== fen) return 'amount-differs';
  const before = standingReversal(target);
  return before && before.by !== reversalReference ? 'reversed-before' : undefined;
}

/** The other end of a reversal: recorded with the payment itself. */
export function takeBack(
  state: PaymentState,
  reversal: { readonly by: string; readonly fen: Fen; readonly reversedAt: Instant },
): Decision<PaymentEvent> {
  if (misfitOf(state, reversal.by, reversal.fen) || standingReversal(state)) return { events: [] };
  return { events: [{ type: 'PaymentTakenBack', data: reversal }] };
}

/** A bank's callback: the money of that payment has been paid on to the treasury. */
export interface ReportTreasuryCredit {
  readonly fen: Fen;
  readonly creditedAt: Instant | undefined;
  readonly receivedAt: Instant;
}

export function reportTreasuryCredit(state: PaymentState, credit: ReportTreasuryCredit): Decision<PaymentEvent> {
  const { fen, creditedAt, receivedAt } = credit;
  const conflict = (why: PaymentConflict) =>
    conflicting('treasury-credit', why, { fen, creditedAt: creditedAt ?? null });
  const known = state.treasuryCredit;
  if (known) {
    // The treasury's list says the day only.
    const sameTime = creditedAt === undefined || state.creditListed !== null || known.creditedAt === creditedAt;
    const same = known.fen === fen && sameTime;
    return same ? { events: [] } : conflict('other-content');
  }
  if (state.reversal) return conflict('not-a-payment');
  if (state.report && state.report.fen !== fen) return conflict('amount-differs');
  return { events: [{ type: 'TreasuryCreditReported', data: { fen, creditedAt: creditedAt ?? receivedAt } }] };
}

/** A line of a statement that could be read. `fen` is negative for a reversal. */
export interface ListedLine extends BankReference {
  readonly statementDate: CivilDate;
  readonly line: number;
  readonly fen: Fen;
  readonly code?: string;
  readonly reverses?: string;
  /** The refund that was paid out, or came back: of the fine of the code, or held money where there is none. */
  readonly refunds?: string;
  /** The payments of which it is the sum. */
  readonly covers?: readonly string[];
  /** When the money moved, as far as a statement tells. */
  readonly at: Instant;
}

/** A statement tells the day only: the money moved by its end, and before the statement was made. */
export function timeOfListed(statementDate: CivilDate, receivedAt: Instant): Instant {
  const end = instantOfMillis(instantMillis(startOfDay(addDays(statementDate, 1))) - 1);
  return receivedAt < end ? receivedAt : end;
}

/** The other line on which the reference stands on such a list, where it stood there before this one. */
export function listedElsewhere(
  { listed, creditListed, sums }: PaymentState,
  { statementDate, line }: Pick<ListedLine, 'statementDate' | 'line'>,
  kind: ListKind,
): { readonly statementDate: CivilDate; readonly line: number } | undefined {
  const first = (kind === 'statement' ? listed : creditListed) ?? sums[kind];
  return first && (first.statementDate !== statementDate || first.line !== line) ? first : undefined;
}

/** A line of the treasury's list without a callback is a credit of the same kind, even of a payment still to be heard of. */
export function listCredit(state: PaymentState, line: ListedLine): Decision<PaymentEvent> {
  if (state.creditListed || state.sums['treasury-credits']) return { events: [] };
  const { statementDate, fen, at } = line;
  const listed = { type: 'CreditListed' as const, data: { statementDate, line: line.line, fen } };
  const isNews = !state.treasuryCredit && !state.reversal && (!state.report || state.report.fen === fen);
  const credit = { type: 'TreasuryCreditReported' as const, data: { fen, creditedAt: at } };
  return { events: isNews ? [credit, listed] : [listed] };
}

/** A line without a callback is a receipt of the same kind. `target`: the payment that a reversal takes back. */
export function listPayment(
  state: PaymentState,
  line: ListedLine,
  target: PaymentState | undefined,
): Decision<PaymentEvent> {
  const { bank, reference, statementDate, fen, code, reverses, at } = line;
  if (state.listed || state.sums.statement) return { events: [] };
  const listed = { type: 'PaymentListed' as const, data: { statementDate, line: line.line, fen } };
  if (state.report || state.reversal || state.refund) return { events: [listed] };
  // A refund that came back is the fine's again by the line's naming it, and no new money.
  if (fen > 0 && line.refunds === undefined) {
    const data = { bank, reference, code: code ?? null, fen, paidAt: at, via: 'statement' as const };
    return { events: [{ type: 'PaymentReported', data }, listed] };
  }
  const taken = minusFen(ZERO, fen);
  if (reverses === undefined || !target || misfitOf(target, reference, taken)) return { events: [listed] };
  const data = { bank, reference, reverses, fen: taken, reversedAt: at, via: 'statement' as const };
  return { events: [{ type: 'ReversalReported', data }, listed] };
}

/** Only to the amount that the bank has reported: nothing else would be proved by it. */
export function correctListing(
  state: PaymentState,
  { correctionId, fen }: { readonly correctionId: string; readonly fen: Fen },
): Decision<PaymentEvent> {
  if (!state.listed || state.listed.fen === fen || state.report?.fen !== fen) return { events: [] };
  return { events: [{ type: 'ListingCorrected', data: { correctionId, fen } }] };
}

/** No money came: it counts as taken back at the moment at which it was told to have come. */
export function denyPayment(state: PaymentState, correctionId: string): Decision<PaymentEvent> {
  const { report, listed } = state;
  if (!report || listed) return { events: [] };
  return takeBack(state, { by: byCorrection(correctionId), fen: report.fen, reversedAt: report.paidAt });
}

export function suspendPayment(state: PaymentState, suspended: PaymentSuspended['data']): Decision<PaymentEvent> {
  return { events: state.suspended ? [] : [{ type: 'PaymentSuspended', data: suspended }] };
}

function conflicting(
  message: PaymentConflictRecorded['data']['message'],
  conflict: PaymentConflict,
  content: PaymentConflictRecorded['data']['content'],
): Decision<PaymentEvent> {
  return { events: [{ type: 'PaymentConflictRecorded', data: { message, conflict, content } }] };
}
