import {
  type CivilDate,
  civilDateOf,
  fen,
  type Fen,
  type Instant,
  minusFen,
  sumFen,
  type WorkingCalendar,
} from '@fajiao/kernel';
import {
  type Account,
  accountAtEndOf,
  type Clock,
  clockRule,
  deadline,
  type Debt,
  type Profile,
  type SurchargeDay,
  surchargeOn,
  type SurchargeRule,
  surchargeRule,
  surchargeTable,
} from '@fajiao/rulebook';
import type { BankReference } from '../bank-reference';
import type { FineImposed } from './fine.events';
import { type FineState, type Payment, paymentOf } from './fine.state';

/** The law that money is counted by. */
export interface FineRules {
  readonly profile: Profile;
  readonly calendar: WorkingCalendar;
}

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
  /** Day of the payment that extinguished the debt; null: it is not extinguished. */
  readonly paidOn: CivilDate | null;
  readonly overpaidFen: Fen;
  /** Second proof, and all three, for as much as is owed. */
  readonly settled: boolean;
  readonly closable: boolean;
}

/** The term of payment (缴款期限, APL-67): from service, 15 days, rolling. */
export function paymentTerm({ servedOn }: FineImposed['data'], { profile, calendar }: FineRules): Clock {
  return deadline(clockRule(profile, 'payment', servedOn), servedOn, calendar);
}

/** A cancelled fine owes nothing. */
export function debtOf(imposed: FineImposed['data'], state: FineState, rules: FineRules): Debt {
  const nothing = state.cancelledOn !== null;
  const fineFen = nothing ? fen(0) : imposed.fineFen;
  return {
    fineFen,
    confiscatedGainsFen: nothing ? fen(0) : imposed.confiscatedGainsFen,
    surchargeStated: imposed.surchargeStated,
    terms: [{ fen: fineFen, ends: paymentTerm(imposed, rules) }],
    payments: entriesOf(state.payments).map((entry) => ({ paidOn: civilDateOf(entry.at), fen: entry.fen })),
    pauses: [],
  };
}

/** null: it rests on a working day of a year that is not loaded. */
export function standingOf(imposed: FineImposed['data'], state: FineState, rules: FineRules): Standing | null {
  const debt = debtOf(imposed, state, rules);
  const rule = ruleOf(imposed, rules);
  const days = [...new Set(debt.payments.map(({ paidOn }) => paidOn))].sort();
  const accounts = (days.length > 0 ? days : [imposed.servedOn]).map((day) => ({
    day,
    ...accountAtEndOf(debt, rule, day),
  }));
  const last = accounts.at(-1);
  if (!last || last.surchargeArisenFen === null || last.overpaidFen === null) return null;
  const openOn = accounts.findLastIndex(({ outstandingFen }) => outstandingFen !== 0);
  const owedFen = sumFen(debt.fineFen, debt.confiscatedGainsFen, last.surchargeArisenFen);
  const paidOn = days[openOn + 1] ?? null;
  const standing = state.payments.filter(({ reversed }) => reversed === null);
  const proved = (payments: readonly Payment[]) =>
    paidOn !== null && sumFen(...payments.map((payment) => payment.fen)) >= owedFen;
  const confirmed = standing.filter(({ confirmedOn }) => confirmedOn !== null);
  return {
    owedFen,
    surchargeFen: last.surchargeArisenFen,
    paidOn,
    overpaidFen: last.overpaidFen,
    settled: proved(confirmed),
    closable: proved(confirmed.filter(({ creditedAt }) => creditedAt !== null)),
  };
}

/** How much of a payment nothing is owed for; null: not known, or the payment was taken back. */
export function overpaidShareOf(state: FineState, of: BankReference, rules: FineRules): Fen | null {
  const { imposed } = state;
  if (!imposed || paymentOf(state, of)?.reversed) return null;
  const entries = entriesOf(state.payments);
  const index = entries.findIndex(({ bank, reference }) => bank === of.bank && reference === of.reference);
  const entry = entries[index];
  if (!entry) return null;
  const debt = debtOf(imposed, state, rules);
  const surcharge = surchargeOn(debt, ruleOf(imposed, rules), civilDateOf(entry.at));
  if (surcharge === null) return null;
  const owed = sumFen(debt.fineFen, debt.confiscatedGainsFen, surcharge);
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

/**
 * Money in the order of its value time, whatever the order in which it was told. A reversal counts from its own value
 * time: until then the fine was paid, and nobody owes surcharge for those days.
 */
function entriesOf(payments: readonly Payment[]): Entry[] {
  const entries = payments.flatMap(({ bank, reference, fen: amount, paidAt, reversed }): Entry[] => {
    const paid = { bank, reference, at: paidAt, fen: amount };
    if (!reversed) return [paid];
    const at = reversed.reversedAt > paidAt ? reversed.reversedAt : paidAt;
    return [paid, { bank, reference, at, fen: minusFen(fen(0), amount) }];
  });
  return entries.sort((a, b) => compare(keyOf(a), keyOf(b)) || b.fen - a.fen);
}

const keyOf = ({ at, bank, reference }: Entry): string => JSON.stringify([at, bank, reference]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
