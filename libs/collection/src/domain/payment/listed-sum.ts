import { type Decision, type Fen, sumFen } from '@fajiao/kernel';
import { listedElsewhere, type ListedLine } from './payment.decider';
import type { ListKind, PaymentEvent, SumListed } from './payment.events';
import { type PaymentState, standingReversal } from './payment.state';

// 汇总入账: a bank books several payments as one line, under a reference that is none of theirs. The line says which they
// are. It proves them together or not at all: only when each of them is known, stands on no other line, and all of them
// come to exactly the amount of the line. Nothing is ever guessed, and the line itself is no money besides theirs.
// Several lines may name one payment: the payment's own stream says which of them has it.

/** A line that names the payments of which it is the sum. */
export type SumLine = ListedLine & { readonly covers: readonly string[] };

export const isSumLine = (line: ListedLine): line is SumLine => line.covers !== undefined;

/** @param known what is known of each payment that the line names, by its reference */
export function listSum(state: PaymentState, line: SumLine, kind: ListKind, known: Known): Decision<PaymentEvent> {
  if (standsOnList(state, kind)) return { events: [] };
  const { statementDate, fen, at, covers } = line;
  const sum = { kind, statementDate, line: line.line, fen, at, covers };
  return { events: [{ type: 'SumListed', data: { ...sum, parts: partsOf(state, sum, known) } }] };
}

/** For whoever reports a payment after the line that names it: then the sum may come out. */
export function nameInSum(state: PaymentState, named: { kind: ListKind; reference: string }): Decision<PaymentEvent> {
  const isNamed = state.namedIn.some(({ kind, reference }) => kind === named.kind && reference === named.reference);
  return { events: state.report || isNamed ? [] : [{ type: 'NamedInSum', data: named }] };
}

/** Makes an event only when the sum comes out by now. */
export function completeSum(state: PaymentState, kind: ListKind, known: Known): Decision<PaymentEvent> {
  const before = state.sums[kind];
  if (!before || isExactSum(before)) return { events: [] };
  const sum = { ...before, parts: partsOf(state, before, known) };
  return { events: isExactSum(sum) ? [{ type: 'SumListed', data: sum }] : [] };
}

type Known = ReadonlyMap<string, PaymentState>;
type Sum = SumListed['data'];

function partsOf({ report, reversal }: PaymentState, sum: Omit<Sum, 'parts'>, known: Known): Sum['parts'] {
  if (report || reversal) return [];
  return sum.covers.flatMap((reference) => {
    const payment = known.get(reference);
    return payment?.report && fits(payment, sum) ? [{ reference, fen: payment.report.fen }] : [];
  });
}

/** Whether the line has the payment already, or may have it. */
function fits(payment: PaymentState, sum: Omit<Sum, 'parts'>): boolean {
  if (standsOnList(payment, sum.kind)) return !listedElsewhere(payment, sum, sum.kind);
  return !payment.reversal && !standingReversal(payment);
}

const standsOnList = ({ listed, creditListed, sums }: PaymentState, kind: ListKind): boolean =>
  (kind === 'statement' ? listed : creditListed) !== null || sums[kind] !== undefined;

export const sumOfParts = ({ parts }: Pick<Sum, 'parts'>): Fen => sumFen(...parts.map(({ fen }) => fen));

/** Whether the line proves its payments. */
export const isExactSum = (sum: Sum): boolean => sum.parts.length === sum.covers.length && sumOfParts(sum) === sum.fen;

/** What the line says of each of its payments; nothing where it is not their exact sum. */
export const linesOfSum = (bank: string, sum: Sum | undefined): readonly ListedLine[] =>
  sum && isExactSum(sum)
    ? sum.parts.map((part) => ({ ...part, bank, statementDate: sum.statementDate, line: sum.line, at: sum.at }))
    : [];
