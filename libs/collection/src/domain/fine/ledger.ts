import { type CivilDate, civilDateOf, fen, type Fen, type Instant, minusFen, sumFen } from '@fajiao/kernel';
import { accountAtEndOf, type SurchargeDay, surchargeTable } from '@fajiao/rulebook';
import { debtOf, ruleOf } from './fine-account';
import { amountsOf, type FineState } from './fine.state';
import type { FineRules } from './fine-terms';

/** What a line of a fine's ledger (罚款分户账) is about, in the order in which lines of one day stand. */
export const LEDGER_KINDS = [
  'fine',
  'confiscated-gains',
  'changed',
  'cancelled',
  'surcharge',
  'surcharge-reduced',
  'payment',
  'cash-in-custody',
  'reversal',
  'refund',
  'refund-returned',
  'written-off',
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** Debit: more is owed. Credit: less is. The balance is what is outstanding; negative: what is held. */
export interface LedgerLine {
  readonly on: CivilDate;
  readonly at: Instant | null;
  readonly kind: LedgerKind;
  readonly debitFen: Fen;
  readonly creditFen: Fen;
  readonly balanceFen: Fen;
  /** First day of a line of surcharge, whose last day is `on`. */
  readonly from: CivilDate | null;
  readonly bank: string | null;
  /** Of the bank; of cash its receipt. */
  readonly reference: string | null;
}

type Move = Omit<LedgerLine, 'debitFen' | 'creditFen' | 'balanceFen'> & { readonly fen: Fen };

/**
 * Everything that moved what is owed, up to a day, as it is known now; what came after the day is left out. The last balance
 * is what was outstanding at its end less what was held. null: it rests on a calendar year that is not loaded.
 */
export function ledgerOf(state: FineState, on: CivilDate, rules: FineRules): LedgerLine[] | null {
  const { imposed } = state;
  if (!imposed) return [];
  const debt = debtOf(imposed, state, rules);
  const rule = ruleOf(imposed, rules);
  const days = surchargeTable(debt, rule, on);
  const { surchargeWaivedFen } = accountAtEndOf(debt, rule, on);
  if (!days || surchargeWaivedFen === null) return null;
  const moves = [...owed(state), ...surcharge(days), ...waived(state, surchargeWaivedFen), ...money(state)];
  let balanceFen = fen(0);
  return ordered(moves.filter((one) => one.on <= on)).map(
    ({ on: day, at, kind, fen: amount, from, bank, reference }): LedgerLine => {
      balanceFen = sumFen(balanceFen, amount);
      const [debitFen, creditFen] = [fen(Math.max(0, amount)), fen(Math.max(0, negative(amount)))];
      return { on: day, at, kind, debitFen, creditFen, balanceFen, from, bank, reference };
    },
  );
}

const move = (on: CivilDate, kind: LedgerKind, amount: Fen, more: Partial<Move> = {}): Move => ({
  ...{ on, kind, fen: amount, at: null, from: null, bank: null, reference: null },
  ...more,
});

const negative = (amount: Fen): Fen => minusFen(fen(0), amount);

function owed(state: FineState): Move[] {
  const { imposed, reduced, cancelledOn, writtenOff } = state;
  if (!imposed) return [];
  const handedOver = sumFen(imposed.fineFen, imposed.confiscatedGainsFen);
  const changed = reduced ? sumFen(reduced.fineFen, reduced.confiscatedGainsFen) : handedOver;
  const now = amountsOf(state);
  const gains = imposed.confiscatedGainsFen;
  return [
    move(imposed.servedOn, 'fine', imposed.fineFen),
    ...(gains > 0 ? [move(imposed.servedOn, 'confiscated-gains', gains)] : []),
    ...(reduced ? [move(reduced.changedOn, 'changed', minusFen(changed, handedOver))] : []),
    ...(cancelledOn === null
      ? []
      : [move(cancelledOn, 'cancelled', minusFen(sumFen(now.fineFen, now.confiscatedGainsFen), changed))]),
    ...(writtenOff ? [move(writtenOff.on, 'written-off', fen(0))] : []),
  ];
}

/** One line for each row of days with the same base. */
function surcharge(days: readonly SurchargeDay[]): Move[] {
  const lines: Move[] = [];
  let [before, from] = [fen(0), days[0]?.day];
  days.forEach(({ day, baseFen, arisenFen }, i) => {
    const next = days[i + 1];
    if (next?.baseFen === baseFen) return;
    lines.push(move(day, 'surcharge', minusFen(arisenFen, before), { from: from ?? day }));
    [before, from] = [arisenFen, next?.day];
  });
  return lines;
}

/** Never more than has arisen. */
function waived({ waivers }: FineState, mostFen: Fen): Move[] {
  let left: number = mostFen;
  return waivers.map(({ fen: amount, on }) => {
    const taken = Math.min(left, amount);
    left -= taken;
    return move(on, 'surcharge-reduced', negative(fen(taken)));
  });
}

function money({ payments, spotMoney, refunds }: FineState): Move[] {
  const paid = payments.flatMap(({ bank, reference, fen: amount, paidAt, reversed }) => {
    const payment = move(civilDateOf(paidAt), 'payment', negative(amount), { at: paidAt, bank, reference });
    if (!reversed) return [payment];
    const at = reversed.reversedAt > paidAt ? reversed.reversedAt : paidAt;
    return [payment, move(civilDateOf(at), 'reversal', amount, { at, bank, reference: reversed.by })];
  });
  const cash = spotMoney
    .filter(({ deposited }) => deposited === null)
    .map(({ takenAt: at, fen: amount, receiptNumber: reference }) =>
      move(civilDateOf(at), 'cash-in-custody', negative(amount), { at, reference }),
    );
  const refunded = refunds.flatMap(({ made, returned }) => {
    if (!made) return [];
    const { bank, reference, madeAt, fen: amount } = made;
    const out = move(civilDateOf(madeAt), 'refund', amount, { at: madeAt, bank, reference });
    if (!returned) return [out];
    const at = returned.returnedAt > madeAt ? returned.returnedAt : madeAt;
    const back = { at, bank: returned.bank, reference: returned.reference };
    return [out, move(civilDateOf(at), 'refund-returned', negative(amount), back)];
  });
  return [...paid, ...cash, ...refunded];
}

function ordered(moves: readonly Move[]): Move[] {
  const isMoney = ({ at }: Move) => at !== null;
  return [...moves].sort(
    (a, b) =>
      compare(a.on, b.on) ||
      Number(isMoney(a)) - Number(isMoney(b)) ||
      compare(a.at ?? '', b.at ?? '') ||
      LEDGER_KINDS.indexOf(a.kind) - LEDGER_KINDS.indexOf(b.kind),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
