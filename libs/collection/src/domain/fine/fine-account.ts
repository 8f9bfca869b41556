import { type CivilDate, civilDateOf, fen, type Fen, type Instant, minusFen, sumFen } from '@fajiao/kernel';
import {
  type Account,
  accountAtEndOf,
  type Debt,
  type SurchargeDay,
  surchargeOn,
  type SurchargeRule,
  surchargeRule,
  surchargeTable,
} from '@fajiao/rulebook';
import type { BankReference } from '../bank-reference';
import type { Proof } from './clerk.events';
import type { FineImposed } from './fine.events';
import { amountsOf, type FineState, type Payment, paymentOf, type Refund } from './fine.state';
import { type FineRules, pausesOf, schedulesOf } from './fine-terms';

/** What a payment was counted for; money on one day goes by its time, and then by its reference. */
interface Entry extends BankReference {
  readonly at: Instant;
  readonly fen: Fen;
}

/** How the fine stands by all the money that is known. */
export interface Standing {
  /** The debt with the surcharge that arose until it was paid; of an unpaid fine, until the last money. */
  readonly owedFen: Fen;
  readonly surchargeFen: Fen;
  /** Day of the money that extinguished the debt; null: it is not extinguished, or a bank has not said so yet. */
  readonly paidOn: CivilDate | null;
  /** Of the money that banks have, what nothing is owed for and nobody got back. */
  readonly overpaidFen: Fen;
  /** Second proof, and all three, for as much as is owed. */
  readonly settled: boolean;
  readonly closable: boolean;
}

/** A cancelled fine owes nothing. `until`: only money up to that instant counts. */
export function debtOf(imposed: FineImposed['data'], state: FineState, rules: FineRules, until?: Instant): Debt {
  const { fineFen, confiscatedGainsFen } = amountsOf(state);
  const { terms, missedMakesAllDue = false, formerly } = schedulesOf(imposed, state, rules);
  const payments = moneyOf(state).flatMap(({ at, fen: amount }) =>
    until === undefined || at <= until ? { paidOn: civilDateOf(at), fen: amount } : [],
  );
  return {
    fineFen,
    confiscatedGainsFen,
    surchargeStated: imposed.surchargeStated,
    terms,
    missedMakesAllDue,
    formerly,
    payments,
    pauses: pausesOf(state),
    waivedFen: totalOf(state.waivers),
  };
}

/** null: it rests on a working day of a year that is not loaded. */
export function standingOf(imposed: FineImposed['data'], state: FineState, rules: FineRules): Standing | null {
  const debt = debtOf(imposed, state, rules);
  const rule = ruleOf(imposed, rules);
  const days = daysOf(debt, state);
  const accounts = (days.length > 0 ? days : [imposed.servedOn]).map((day) => ({
    day,
    ...accountAtEndOf(debt, rule, day),
  }));
  const last = accounts.at(-1);
  if (!last || last.surchargeArisenFen === null || last.surchargeWaivedFen === null) return null;
  const openOn = accounts.findLastIndex(({ outstandingFen }) => outstandingFen !== 0);
  const surchargeFen = minusFen(last.surchargeArisenFen, last.surchargeWaivedFen);
  const owedFen = sumFen(debt.fineFen, debt.confiscatedGainsFen, surchargeFen);
  const standing = state.payments.filter(({ reversed }) => reversed === null);
  const atBanks = minusFen(totalOf(standing), refundedFen(state));
  const paidOn = atBanks >= owedFen ? (days[openOn + 1] ?? null) : null;
  // Money that went back proves nothing any more, whichever payment it came with.
  const proved = (payments: readonly Payment[]) =>
    paidOn !== null && minusFen(totalOf(payments), refundedFen(state)) >= owedFen;
  const listed = standing.filter((payment) => payment.confirmedOn !== null || isDispensed(payment, 'statement'));
  return {
    ...{ owedFen, surchargeFen, paidOn },
    overpaidFen: fen(Math.max(0, minusFen(atBanks, owedFen))),
    settled: proved(listed),
    closable: proved(listed.filter((payment) => payment.creditedAt !== null || isDispensed(payment, 'treasury'))),
  };
}

/** Days on which the debt may have been extinguished. */
function daysOf({ payments, fineFen, confiscatedGainsFen }: Debt, { reduced }: FineState): CivilDate[] {
  const days = payments.map(({ paidOn }) => paidOn);
  // A change that leaves nothing to pay extinguishes it without any money.
  if (reduced && fineFen === 0 && confiscatedGainsFen === 0) days.push(reduced.changedOn);
  return [...new Set(days)].sort();
}

const isDispensed = ({ dispensed }: Payment, proof: Proof): boolean => dispensed.includes(proof);

const totalOf = (payments: readonly { readonly fen: Fen }[]): Fen => sumFen(...payments.map((payment) => payment.fen));

/** What went back to the payer and stayed there. */
export const refundedFen = ({ refunds }: FineState): Fen =>
  totalOf(refunds.flatMap(({ made, returned }) => (made && !returned ? made : [])));

/** What is asked for or authorised, and not made yet. */
export const refundPendingFen = (state: FineState): Fen =>
  sumFen(refundsFen(state, 'requested'), refundsFen(state, 'authorised'));

export const refundsFen = ({ refunds }: FineState, stage: Refund['state']): Fen =>
  totalOf(refunds.filter(({ state }) => state === stage));

/** How much of a payment nothing is owed for; null: not known, or the payment was taken back. */
export function overpaidShareOf(state: FineState, of: BankReference, rules: FineRules): Fen | null {
  const { imposed } = state;
  if (!imposed || paymentOf(state, of)?.reversed) return null;
  const entries = ordered(entriesOf(state.payments));
  const index = entries.findIndex(({ bank, reference }) => bank === of.bank && reference === of.reference);
  const entry = entries[index];
  if (!entry) return null;
  const debt = debtOf(imposed, state, rules);
  const surcharge = surchargeOn(debt, ruleOf(imposed, rules), civilDateOf(entry.at));
  if (surcharge === null) return null;
  const owed = sumFen(debt.fineFen, debt.confiscatedGainsFen, fen(Math.max(0, surcharge - totalOf(state.waivers))));
  const before = sumFen(...entries.slice(0, index).map((e) => e.fen));
  const over = (money: Fen) => Math.max(0, minusFen(money, owed));
  return fen(over(sumFen(before, entry.fen)) - over(before));
}

// On a date. null: it rests on a working day of a year that is not loaded.

/** How the fine stands at the end of a day. */
export function accountOn(imposed: FineImposed['data'], state: FineState, day: CivilDate, rules: FineRules): Account {
  return accountAtEndOf(debtOf(imposed, state, rules), ruleOf(imposed, rules), day);
}

/** How it stands on a day before any payment of that day: what a bank that asks on that day is told. */
export function accountBeforePaymentsOn(
  imposed: FineImposed['data'],
  state: FineState,
  day: CivilDate,
  rules: FineRules,
): Account {
  const debt = debtOf(imposed, state, rules);
  const payments = debt.payments.filter(({ paidOn }) => paidOn < day);
  return accountAtEndOf({ ...debt, payments }, ruleOf(imposed, rules), day);
}

/** The days on which surcharge (加处罚款) arose, up to a day. */
export function surchargeDays(
  imposed: FineImposed['data'],
  state: FineState,
  through: CivilDate,
  rules: FineRules,
): SurchargeDay[] | null {
  return surchargeTable(debtOf(imposed, state, rules), ruleOf(imposed, rules), through);
}

/** Rate and cap are those of the day on which the decision states them. */
export function ruleOf({ decidedOn }: FineImposed['data'], { profile }: FineRules): SurchargeRule {
  return surchargeRule(profile, decidedOn);
}

/** All money, in no order: payments, cash that the bureau holds for the party, and refunds. */
function moneyOf({ payments, spotMoney, refunds }: FineState): Entry[] {
  const entries = entriesOf(payments);
  for (const { deposited, takenAt, fen: amount, receiptNumber } of spotMoney)
    if (deposited === null) entries.push({ bank: '', reference: receiptNumber, at: takenAt, fen: amount });
  for (const { made, returned } of refunds) {
    if (!made) continue;
    const { bank, reference, madeAt, fen: amount } = made;
    entries.push({ bank, reference, at: madeAt, fen: minusFen(fen(0), amount) });
    if (!returned) continue;
    const at = returned.returnedAt > madeAt ? returned.returnedAt : madeAt;
    entries.push({ bank: returned.bank, reference: returned.reference, at, fen: amount });
  }
  return entries;
}

/** A reversal counts from its own value time: until then the fine was paid, and nobody owes surcharge for those days. */
function entriesOf(payments: readonly Payment[]): Entry[] {
  return payments.flatMap(({ bank, reference, fen: amount, paidAt, reversed }): Entry[] => {
    const paid = { bank, reference, at: paidAt, fen: amount };
    if (!reversed) return [paid];
    const at = reversed.reversedAt > paidAt ? reversed.reversedAt : paidAt;
    return [paid, { bank, reference, at, fen: minusFen(fen(0), amount) }];
  });
}

/** Money in the order of its value time, whatever the order in which it was told. */
const ordered = (entries: Entry[]): Entry[] =>
  entries.sort(
    (a, b) => compare(a.at, b.at) || compare(a.bank, b.bank) || compare(a.reference, b.reference) || b.fen - a.fen,
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
