import { civilDateOf, type Decision, type Fen, type Instant } from '@fajiao/kernel';
import type { BankReference } from '../bank-reference';
import type { PaymentEvent } from './payment.events';
import type { PaymentState } from './payment.state';

/** The finance clerk paid in cash under this reference (APL-71); `code` is that of its fine. */
export interface ReportDeposit extends BankReference {
  readonly code: string;
  readonly fen: Fen;
  readonly paidAt: Instant;
}

/** The reference is that of the deposit from now on. The bank may have told of it before: then it says the same money. */
export function reportDeposit(
  { report, reversal, takenBack }: PaymentState,
  deposit: ReportDeposit,
): Decision<PaymentEvent, 'spot-deposit.reference-known'> {
  const { bank, reference, code, fen, paidAt } = deposit;
  if (!report && !reversal && !takenBack)
    return { events: [{ type: 'PaymentReported', data: { bank, reference, code, fen, paidAt, via: 'deposit' } }] };
  if (report?.fen === fen && !takenBack) {
    if (report.code === code) return { events: [] };
    const listedOnly = report.via === 'statement' && report.callbackAt === null && report.code === null;
    if (listedOnly && civilDateOf(paidAt) <= civilDateOf(report.paidAt))
      return { events: [{ type: 'CallbackArrived', data: { code, paidAt } }] };
  }
  return { refused: [{ code: 'spot-deposit.reference-known', source: 'APL-71', detail: { bank, reference } }] };
}
