import type { BankReference } from '../../bank-reference';
import { isOfSeries } from '../../receipt-number/receipt-number';
import { paymentOf, type FineState } from '../fine.state';
import { type ActContext, type ActDecision, decided, notOfDecidingSide } from './act-context';

/** 开具财政票据 (APL-70) for one payment. */
export interface IssueReceipt extends BankReference {
  readonly receiptNumber: string;
}

/** 票据作废: a receipt that is wrong, or whose payment was taken back. Its number is used up; the payment may get another. */
export interface VoidReceipt extends IssueReceipt {
  readonly reason: string;
}

/** One that an officer gave for cash is not the finance clerk's to void. */
export function voidReceipt(state: FineState, voided: VoidReceipt, act: ActContext): ActDecision {
  const { bank, reference, receiptNumber, reason } = voided;
  const payment = paymentOf(state, voided);
  const isIssued = payment?.receiptNumber === receiptNumber && !payment.onTheSpot;
  return decided(
    [notOfDecidingSide(act), !isIssued && { code: 'receipt.not-issued', source: 'APL-70', detail: { receiptNumber } }],
    state,
    () => [{ type: 'ReceiptVoided', data: { bank, reference, receiptNumber, reason } }],
    act,
  );
}

export function issueReceipt(state: FineState, issue: IssueReceipt, act: ActContext): ActDecision {
  const { bank, reference, receiptNumber } = issue;
  const payment = paymentOf(state, issue);
  const series = act.rules.profile.receiptSeries.filter(({ effectiveFrom }) => effectiveFrom <= act.on);
  return decided(
    [
      notOfDecidingSide(act),
      (!payment || payment.reversed !== null) && { code: 'receipt.no-payment', source: 'APL-70' },
      payment !== undefined &&
        payment.receiptNumber !== null && {
          ...{ code: 'receipt.issued-before', source: 'APL-70' },
          detail: { receiptNumber: payment.receiptNumber },
        },
      !isOfSeries(series, receiptNumber) && { code: 'receipt.not-of-series', source: 'APL-70' },
    ],
    state,
    () => (payment ? [{ type: 'ReceiptIssued', data: { bank, reference, fen: payment.fen, receiptNumber } }] : []),
    act,
  );
}
