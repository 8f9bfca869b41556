import type { Position } from '@fajiao/event-store';
import type { Receipt } from '../application/receipt';
import { money } from '../domain/fine/fine-view';
import { type PaymentState, standingReversal } from '../domain/payment/payment.state';
import type { StatementState } from '../domain/statement/statement';
import type {
  PaymentReceiptDto,
  ReferenceDto,
  ReversalReceiptDto,
  StatementReceiptDto,
  TreasuryCreditReceiptDto,
} from './bank-answers.dto';
import { collectionProblem } from './collection.messages';

// From what is kept of a message to what its bank is answered.

/** @throws Problem 422 `payment.conflict`, `payment.in-future` */
export function kept(receipt: Receipt<PaymentState>): { readonly state: PaymentState; readonly position: Position } {
  if (receipt.outcome === 'conflict') throw collectionProblem('payment.conflict');
  if (receipt.outcome === 'in-future') throw collectionProblem('payment.in-future');
  return receipt;
}

/** @throws Problem 422 `statement.conflict`, `statement.in-future` */
export function keptStatement(receipt: Receipt<StatementState>): {
  readonly answer: StatementReceiptDto;
  readonly position: Position;
} {
  if (receipt.outcome === 'conflict') throw collectionProblem('statement.conflict');
  if (receipt.outcome === 'in-future') throw collectionProblem('statement.in-future');
  const { bank, date, lines, linesFen, receivedAt } = present(receipt.state.received);
  return { answer: { bank, date, lines, sum: money(linesFen), receivedAt }, position: receipt.position };
}

/** Nothing in it changes when more becomes known, so that the same message always gets the same answer. */
export function paymentReceipt(reference: string, state: PaymentState): PaymentReceiptDto {
  const { code, fen, paidAt, receivedAt, callbackAt } = present(state.report);
  return { reference, code: code ?? '', amount: money(fen), paidAt, receivedAt: callbackAt ?? receivedAt };
}

export function reversalReceipt(reference: string, state: PaymentState): ReversalReceiptDto {
  const { reverses, fen, reversedAt, receivedAt } = present(state.reversal);
  return { reference, reverses, amount: money(fen), reversedAt, receivedAt };
}

export function treasuryReceipt(reference: string, state: PaymentState): TreasuryCreditReceiptDto {
  const { fen, creditedAt, receivedAt } = present(state.treasuryCredit);
  return { reference, amount: money(fen), creditedAt, receivedAt };
}

/** @throws Problem 404 where nothing is known under the reference */
export function referenceOf(reference: string, state: PaymentState): ReferenceDto {
  const { report, reversal, takenBack, refund, listed, treasuryCredit, suspended, conflicts } = state;
  if (!report && !reversal && !takenBack && !refund && !listed && !treasuryCredit && conflicts === 0)
    throw collectionProblem('payment.not-found');
  return {
    reference,
    payment: report && {
      ...{ code: report.code, amount: money(report.fen), paidAt: report.paidAt },
      ...{ via: report.via, receivedAt: report.receivedAt },
    },
    reversal: reversal && {
      ...{ reverses: reversal.reverses, amount: money(reversal.fen) },
      ...{ reversedAt: reversal.reversedAt, receivedAt: reversal.receivedAt },
    },
    refund: refund && { refundId: refund.refundId, amount: money(refund.fen), way: refund.way },
    takenBackBy: standingReversal(state)?.by ?? null,
    listed: listed && { statementDate: listed.statementDate, line: listed.line, amount: money(listed.fen) },
    treasuryCredit: treasuryCredit && { amount: money(treasuryCredit.fen), creditedAt: treasuryCredit.creditedAt },
    suspended: suspended?.reason ?? null,
    conflicts,
  };
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('a message that is kept is not there');
  return value;
}
