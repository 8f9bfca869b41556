import { type Fen, minusFen } from '@fajiao/kernel';
import { isExactSum, sumOfParts } from '../payment/listed-sum';
import { listedElsewhere, type ListedLine, misfitOf } from '../payment/payment.decider';
import type { ListKind, SuspenseReason } from '../payment/payment.events';
import { listedFenOf } from '../payment/report-refund';
import { isDenied, type PaymentState, standingReversal } from '../payment/payment.state';

/** Where a line ends; each line ends in one, the first that fits. */
export const BUCKETS = [
  'malformed',
  'duplicate-line',
  'reversal',
  'reversal-of-unknown',
  'refund-of-unknown',
  'refund',
  'sum-differs',
  'matched-as-sum',
  'suspended.unknown-code',
  'suspended.fine-cancelled',
  'credit-of-unknown',
  'amount-differs',
  'callback-missing',
  'matched-with-overpayment',
  'matched',
] as const;
export type Bucket = (typeof BUCKETS)[number];

export const STATEMENT_KINDS = ['statement', 'treasury-credits'] as const satisfies readonly ListKind[];
export type StatementKind = ListKind;

/** The rules of each kind of file, in the order in which they are tried. */
const RULES: Readonly<Record<StatementKind, readonly Bucket[]>> = {
  statement: BUCKETS.filter((bucket) => bucket !== 'credit-of-unknown'),
  'treasury-credits': [
    ...(['malformed', 'duplicate-line', 'sum-differs', 'matched-as-sum'] as const),
    ...(['credit-of-unknown', 'amount-differs', 'matched'] as const),
  ],
};

/** The rules that were tried on a line, the last of which fitted. */
export const rulesTried = (kind: StatementKind, bucket: Bucket): readonly Bucket[] =>
  RULES[kind].slice(0, RULES[kind].indexOf(bucket) + 1);

/** Buckets whose money is where it belongs; the others wait for somebody to look at them. */
const MATCHED: readonly Bucket[] = [
  ...(['reversal', 'refund', 'matched-as-sum', 'callback-missing', 'matched-with-overpayment', 'matched'] as const),
];

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
  const elsewhere = listedElsewhere(payment, line, 'statement');
  if (elsewhere) return duplicate(elsewhere);
  if (place && 'reason' in place) {
    const code = (payment.suspended ?? payment.report)?.code ?? 'none';
    return { bucket: `suspended.${place.reason}`, because: { code, suspenseId: place.suspenseId } };
  }
  // Two persons have corrected it to nothing, on the bank's letter; now it lists it after all.
  const reportedFen = isDenied(payment) ? 0 : (payment.report?.fen ?? 0);
  if (reportedFen !== line.fen || !payment.report) return { bucket: 'amount-differs', because: { reportedFen } };
  if (payment.report.via === 'statement') return { bucket: 'callback-missing' };
  return overpaidFen ? { bucket: 'matched-with-overpayment', because: { overpaidFen } } : { bucket: 'matched' };
}

/**
 * The bucket of a line of money that was taken back. `target`: the payment that it takes back, as far as it is named;
 * `paidBack`: from suspense, to whoever paid it.
 */
export function judgeReversal(
  line: ListedLine,
  own: PaymentState,
  target: PaymentState | undefined,
  paidBack: boolean,
): Judged {
  const elsewhere = listedElsewhere(own, line, 'statement');
  if (elsewhere) return duplicate(elsewhere);
  const unknown = (why: string): Judged => ({ bucket: 'reversal-of-unknown', because: { why } });
  if (own.report) return unknown('the reference is that of a payment');
  if (!target) return unknown('no payment is named');
  if (!target.report) return unknown('the payment is not known');
  const fen = minusFen(0 as Fen, line.fen);
  const misfit = misfitOf(target, line.reference, fen);
  if (misfit !== undefined && misfit !== 'amount-differs') return unknown(misfit);
  const reportedFen = target.report.fen === fen ? own.reversal?.fen : target.report.fen;
  if (reportedFen !== undefined && reportedFen !== fen) return { bucket: 'amount-differs', because: { reportedFen } };
  // The money has left twice: no rule settles that.
  if (paidBack) return unknown('the money had been paid back');
  // What its callback told of it may have taken nothing back.
  return standingReversal(target)?.by === line.reference ? { bucket: 'reversal' } : unknown('nothing was taken back');
}

/** The bucket of a line that says that the treasury has the money of a payment. `payment`: the line included. */
export function judgeCredit(line: ListedLine, payment: PaymentState): Judged {
  const elsewhere = listedElsewhere(payment, line, 'treasury-credits');
  if (elsewhere) return duplicate(elsewhere);
  if (!payment.report) return { bucket: 'credit-of-unknown' };
  // The treasury has money that no fine counts: the third proof is there to find it.
  if (standingReversal(payment)) return { bucket: 'credit-of-unknown', because: { why: 'the payment was taken back' } };
  if (payment.report.fen !== line.fen)
    return { bucket: 'amount-differs', because: { reportedFen: payment.report.fen } };
  return { bucket: 'matched' };
}

/** What became of a line that names a refund: `why` where it closes none. */
export interface PaidBack {
  readonly fineId?: string;
  readonly why?: string;
}

/** The bucket of a line of money that the treasury has paid back. */
export function judgeRefund(line: ListedLine, own: PaymentState, { why }: PaidBack): Judged {
  const elsewhere = listedElsewhere(own, line, 'statement');
  if (elsewhere) return duplicate(elsewhere);
  return why === undefined ? { bucket: 'refund' } : { bucket: 'refund-of-unknown', because: { why } };
}

/** The bucket of a line that does not name its refund, where the bank's own message has told of it. */
export function judgeUnnamedRefund(line: ListedLine, own: PaymentState): Judged {
  const elsewhere = listedElsewhere(own, line, 'statement');
  if (elsewhere) return duplicate(elsewhere);
  const reportedFen = own.refund ? listedFenOf(own.refund) : 0;
  return line.fen === reportedFen ? { bucket: 'refund' } : { bucket: 'amount-differs', because: { reportedFen } };
}

/** The bucket of a line that is the sum of several payments. `own`: what is known of its own reference, the line included. */
export function judgeSum(line: ListedLine, own: PaymentState, kind: StatementKind): Judged {
  const elsewhere = listedElsewhere(own, line, kind);
  if (elsewhere) return duplicate(elsewhere);
  const sum = own.sums[kind];
  if (!sum) throw new Error('a sum that was not listed');
  const { covers, parts } = sum;
  if (isExactSum(sum)) return { bucket: 'matched-as-sum', because: { payments: parts.length } };
  return {
    bucket: 'sum-differs',
    because: { named: covers.length, fitting: parts.length, fittingFen: sumOfParts(sum) },
  };
}

const duplicate = ({ statementDate, line }: { readonly statementDate: string; readonly line: number }): Judged => ({
  bucket: 'duplicate-line',
  because: { statementDate, line },
});
