import { type Decision, type Fen, type Ground, minusFen } from '@fajiao/kernel';
import type { BankReference } from '../bank-reference';
import type { ListedLine } from './payment.decider';
import type { PaymentEvent, RefundReported } from './payment.events';
import type { PaymentState } from './payment.state';

/** The treasury has paid a refund out under this reference (退库), or it came back under it (退汇). */
export type ReportRefund = BankReference & RefundReported['data'];

export type RefundReferenceCode = 'refund.reference-known';

/** The reference is that of the refund from now on: no second one is closed by the same payment. */
export function reportRefund(
  { report, reversal, refund }: PaymentState,
  { bank, reference, ...told }: ReportRefund,
): Decision<PaymentEvent, RefundReferenceCode> {
  if (!report && !reversal && !refund) return { events: [{ type: 'RefundReported', data: told }] };
  if (refund && isSame(refund, told)) return { events: [] };
  const ground: Ground<RefundReferenceCode> = {
    ...{ code: 'refund.reference-known', source: 'APL-74' },
    detail: { bank, reference },
  };
  return { refused: [ground] };
}

const isSame = (known: RefundReported['data'], told: RefundReported['data']): boolean =>
  known.refundId === told.refundId && known.fen === told.fen && known.way === told.way;

/** What a statement's line of the refund says: it left, or came back. */
export const listedFenOf = ({ way, fen }: RefundReported['data']): Fen =>
  way === 'out' ? minusFen(0 as Fen, fen) : fen;

/** A line of a refund that its own message has told, though the line does not name it. */
export const isUnnamedRefund = ({ refunds }: ListedLine, { refund }: PaymentState): boolean =>
  refund !== null && refunds === undefined;
