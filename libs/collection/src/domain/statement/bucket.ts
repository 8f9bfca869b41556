import { type Fen, minusFen } from '@fajiao/kernel';
import { isListedElsewhere, type ListedLine, misfitOf } from '../payment/payment.decider';
import type { SuspenseReason } from '../payment/payment.events';
import type { PaymentState } from '../payment/payment.state';

/** Where a line ends; each line ends in one, the first that fits (law.md, Readings). */
export const BUCKETS = [
  'malformed',
  'duplicate-line',
  'reversal',
  'reversal-of-unknown',
  'suspended.unknown-code',
  'suspended.fine-cancelled',
  'amount-differs',
  'callback-missing',
  'matched-with-overpayment',
  'matched',
] as const;
export type Bucket = (typeof BUCKETS)[number];

/** Buckets whose money is where it belongs; the others wait for somebody to look at them. */
const MATCHED: readonly Bucket[] = ['reversal', 'callback-missing', 'matched-with-overpayment', 'matched'];

export const isMatched = (bucket: Bucket): boolean => MATCHED.includes(bucket);

/** Where the money of a payment is. */
export type Place = { readonly fineId: string } | { readonly suspenseId: string; readonly reason: SuspenseReason };

/**
 * The bucket of a line of money that came in. `payment`: all that is known of its reference, the line included;
 * `overpaidFen`: how much of it nothing is owed for. It comes out the same when it is asked again after a crash.
 */
export function bucketOfPayment(
  line: ListedLine,
  payment: PaymentState,
  place: Place | undefined,
  overpaidFen: Fen | null,
): Bucket {
  if (isListedElsewhere(payment, line)) return 'duplicate-line';
  if (place && 'reason' in place) return `suspended.${place.reason}`;
  if (payment.report?.fen !== line.fen) return 'amount-differs';
  if (payment.report.via === 'statement') return 'callback-missing';
  return overpaidFen ? 'matched-with-overpayment' : 'matched';
}

/** The bucket of a line of money that was taken back. `target`: the payment that it takes back, as far as it is named. */
export function bucketOfReversal(line: ListedLine, own: PaymentState, target: PaymentState | undefined): Bucket {
  if (isListedElsewhere(own, line)) return 'duplicate-line';
  if (own.report || !target?.report) return 'reversal-of-unknown';
  const misfit = misfitOf(target, line.reference, minusFen(0 as Fen, line.fen));
  if (misfit === undefined) return 'reversal';
  return misfit === 'amount-differs' ? 'amount-differs' : 'reversal-of-unknown';
}
