import { type Fen, minusFen } from '@fajiao/kernel';
import { isCreditListedElsewhere, isListedElsewhere, type ListedLine, misfitOf } from '../payment/payment.decider';
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
  'credit-of-unknown',
  'amount-differs',
  'callback-missing',
  'matched-with-overpayment',
  'matched',
] as const;
export type Bucket = (typeof BUCKETS)[number];

/** What a file lists: the payments of a day, or those of which the treasury has the money by now (third proof). */
export const STATEMENT_KINDS = ['statement', 'treasury-credits'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** The rules of each kind of file, in the order in which they are tried. */
const RULES: Readonly<Record<StatementKind, readonly Bucket[]>> = {
  statement: BUCKETS.filter((bucket) => bucket !== 'credit-of-unknown'),
  'treasury-credits': ['malformed', 'duplicate-line', 'credit-of-unknown', 'amount-differs', 'matched'],
};

/** The rules that were tried on a line, the last of which fitted. */
export const rulesTried = (kind: StatementKind, bucket: Bucket): readonly Bucket[] =>
  RULES[kind].slice(0, RULES[kind].indexOf(bucket) + 1);

/** Buckets whose money is where it belongs; the others wait for somebody to look at them. */
const MATCHED: readonly Bucket[] = ['reversal', 'callback-missing', 'matched-with-overpayment', 'matched'];

export const isMatched = (bucket: Bucket): boolean => MATCHED.includes(bucket);

/** Where the money of a payment is. */
export type Place = { readonly fineId: string } | { readonly suspenseId: string; readonly reason: SuspenseReason };

/** What the rule that fitted rests on, in words and figures of the line's own; nothing where the bucket says it all. */
export type Because = Readonly<Record<string, string | number>>;

export interface Judged {
  readonly bucket: Bucket;
  readonly because?: Because;
}

/**
 * The bucket of a line of money that came in. `payment`: all that is known of its reference, the line included;
 * `overpaidFen`: how much of it nothing is owed for. It comes out the same when it is asked again after a crash.
 */
export function judgePayment(
  line: ListedLine,
  payment: PaymentState,
  place: Place | undefined,
  overpaidFen: Fen | null,
): Judged {
  if (isListedElsewhere(payment, line)) return duplicate(payment.listed);
  if (place && 'reason' in place) {
    const code = payment.suspended?.code ?? 'none';
    return { bucket: `suspended.${place.reason}`, because: { code, suspenseId: place.suspenseId } };
  }
  if (payment.report?.fen !== line.fen)
    return { bucket: 'amount-differs', because: { reportedFen: payment.report?.fen ?? 0 } };
  if (payment.report.via === 'statement') return { bucket: 'callback-missing' };
  return overpaidFen ? { bucket: 'matched-with-overpayment', because: { overpaidFen } } : { bucket: 'matched' };
}

/** The bucket of a line of money that was taken back. `target`: the payment that it takes back, as far as it is named. */
export function judgeReversal(line: ListedLine, own: PaymentState, target: PaymentState | undefined): Judged {
  if (isListedElsewhere(own, line)) return duplicate(own.listed);
  const unknown = (why: string): Judged => ({ bucket: 'reversal-of-unknown', because: { why } });
  if (own.report) return unknown('the reference is that of a payment');
  if (!target) return unknown('no payment is named');
  if (!target.report) return unknown('the payment is not known');
  const misfit = misfitOf(target, line.reference, minusFen(0 as Fen, line.fen));
  if (misfit === undefined) return { bucket: 'reversal' };
  if (misfit === 'amount-differs') return { bucket: misfit, because: { reportedFen: target.report.fen } };
  return unknown(misfit);
}

/** The bucket of a line that says that the treasury has the money of a payment. `payment`: the line included. */
export function judgeCredit(line: ListedLine, payment: PaymentState): Judged {
  if (isCreditListedElsewhere(payment, line)) return duplicate(payment.creditListed);
  if (!payment.report) return { bucket: 'credit-of-unknown' };
  if (payment.report.fen !== line.fen)
    return { bucket: 'amount-differs', because: { reportedFen: payment.report.fen } };
  return { bucket: 'matched' };
}

function duplicate(listed: PaymentState['listed']): Judged {
  return {
    bucket: 'duplicate-line',
    ...(listed && { because: { statementDate: listed.statementDate, line: listed.line } }),
  };
}
