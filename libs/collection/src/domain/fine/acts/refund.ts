import { type Fen, type Instant, minusFen } from '@fajiao/kernel';
import type { BankReference } from '../../bank-reference';
import { refundPendingFen, refundsFen } from '../fine-account';
import type { FineState, Refund } from '../fine.state';
import {
  type ActContext,
  type ActDecision,
  type ActGround,
  decided,
  notARequester,
  notOfDecidingSide,
} from './act-context';

// 退款 (APL-74): nothing is returned except lawful refunds, approved by the finance authority, paid by the treasury.

export interface RequestRefund {
  readonly refundId: string;
  readonly fen: Fen;
  readonly reason?: string;
}

/** Only what nothing is owed for goes back, and no part of it twice. */
export function requestRefund(
  state: FineState,
  { refundId, fen, reason }: RequestRefund,
  act: ActContext,
): ActDecision {
  const free = minusFen(state.heldFen, refundPendingFen(state));
  return decided(
    [notOfDecidingSide(act), aboveHeld(fen, free)],
    state,
    () => [{ type: 'RefundRequested', data: { refundId, fen, ...(reason !== undefined && { reason }) } }],
    act,
  );
}

export interface AuthoriseRefund {
  readonly refundId: string;
  /** Of the finance authority (财政部门批准文号). */
  readonly approvalNumber?: string;
}

export function authoriseRefund(state: FineState, asked: AuthoriseRefund, act: ActContext): ActDecision {
  const { refundId, approvalNumber = '' } = asked;
  const refund = refundOf(state, refundId);
  return decided(
    [
      notARequester(state, act),
      notOfDecidingSide(act),
      refund?.state !== 'requested' && { code: 'refund.not-open', source: 'internal control' },
      approvalNumber === '' && { code: 'refund.approval-missing', source: 'APL-74' },
      // A bank may have taken money back since: there may not be enough for all that were asked for.
      refund?.state === 'requested' && aboveHeld(refund.fen, minusFen(state.heldFen, refundsFen(state, 'authorised'))),
    ],
    state,
    () => [{ type: 'RefundAuthorised', data: { refundId, approvalNumber } }],
    act,
  );
}

export interface CancelRefund {
  readonly refundId: string;
  readonly reason: string;
}

/** Withdrawn or refused; once the treasury has paid there is nothing to cancel. */
export function cancelRefund(state: FineState, { refundId, reason }: CancelRefund, act: ActContext): ActDecision {
  const now = refundOf(state, refundId)?.state;
  return decided(
    [
      notOfDecidingSide(act),
      now !== 'requested' && now !== 'authorised' && { code: 'refund.not-open', source: 'internal control' },
    ],
    state,
    () => [{ type: 'RefundCancelled', data: { refundId, reason } }],
    act,
  );
}

export interface PayOutRefund extends BankReference {
  readonly refundId: string;
  readonly fen: Fen;
  readonly madeAt: Instant;
  /** Told by a line of the bank's statement, which knows the day only. */
  readonly via?: 'statement';
}

/** Whether the same payment out is on record already. */
export function isSamePayOut({ made }: Refund, { bank, reference, fen, madeAt, via }: PayOutRefund): boolean {
  if (made?.bank !== bank || made.reference !== reference || made.fen !== fen) return false;
  return made.madeAt === madeAt || made.via === 'statement' || via === 'statement';
}

/** The treasury's bank says that it paid. */
export function payOutRefund(state: FineState, payOut: PayOutRefund, act: ActContext): ActDecision {
  const { refundId, bank, reference, fen, madeAt, via } = payOut;
  const refund = refundOf(state, refundId);
  if (refund && isSamePayOut(refund, payOut)) return { events: [] };
  return decided(
    [
      refund?.state !== 'authorised' && { code: 'refund.not-authorised', source: 'APL-74' },
      refund !== undefined &&
        refund.fen !== fen && {
          ...{ code: 'refund.other-amount', source: 'APL-74' },
          detail: { fen, authorisedFen: refund.fen },
        },
    ],
    state,
    () => [{ type: 'RefundMade', data: { refundId, fen, bank, reference, madeAt, ...(via && { via }) } }],
    act,
  );
}

export interface ReturnRefund extends BankReference {
  readonly refundId: string;
  readonly fen: Fen;
  readonly returnedAt: Instant;
  /** Told by a line of the bank's statement, which knows the day only. */
  readonly via?: 'statement';
}

/** The payment out came back (退汇). */
export function returnRefund(state: FineState, back: ReturnRefund, act: ActContext): ActDecision {
  const { refundId, bank, reference, fen, returnedAt, via } = back;
  const refund = refundOf(state, refundId);
  const { returned } = refund ?? {};
  const sameTime = returned?.returnedAt === returnedAt || returned?.via === 'statement' || via === 'statement';
  const same = returned?.bank === bank && returned.reference === reference && sameTime;
  if (same && refund?.fen === fen) return { events: [] };
  return decided(
    [
      refund?.state !== 'made' && { code: 'refund.not-made', source: 'APL-74' },
      refund !== undefined &&
        refund.fen !== fen && {
          ...{ code: 'refund.other-amount', source: 'APL-74' },
          detail: { fen, authorisedFen: refund.fen },
        },
    ],
    state,
    () => [{ type: 'RefundReturned', data: { refundId, fen, bank, reference, returnedAt, ...(via && { via }) } }],
    act,
  );
}

export function refundOf({ refunds }: FineState, refundId: string): Refund | undefined {
  return refunds.find((refund) => refund.refundId === refundId);
}

function aboveHeld(fen: Fen, heldFen: Fen): ActGround | false {
  return fen > heldFen && { code: 'refund.above-overpaid', source: 'APL-74', detail: { fen, overpaidFen: heldFen } };
}
