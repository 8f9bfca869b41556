import { addDays, daysBetween, fen, type CivilDate, type Fen } from '@fajiao/kernel';
import { isPaused, passed, type Ending, type Pause } from './deadline';
import type { SurchargeRule } from './profile';

/** A part of the fine and the end of its term: one part, or one per instalment (readings: missed-instalment). */
export interface Term {
  readonly fen: Fen;
  readonly ends: Ending;
}

/** Terms that hold together. */
export interface Schedule {
  /** Together the fine. */
  readonly terms: readonly Term[];
  /** A part that is missed makes all of it due from the next day on (readings: missed-instalment). */
  readonly missedMakesAllDue?: boolean;
}

/** Terms that an approval replaced; they held up to and including that day (readings: moved-term). */
export interface FormerSchedule extends Schedule {
  readonly through: CivilDate;
}

/** Money on the day of the bank's value time; negative where a bank took a payment back (冲正), or where it was refunded. */
export interface Paid {
  readonly paidOn: CivilDate;
  readonly fen: Fen;
}

/** What is owed under one decision, as it stands now. */
export interface Debt extends Schedule {
  readonly fineFen: Fen;
  readonly confiscatedGainsFen: Fen;
  /** Whether the decision states rate and cap; otherwise no surcharge ever arises (APL-72, ACL-45). */
  readonly surchargeStated: boolean;
  readonly payments: readonly Paid[];
  /** Days on which no surcharge is counted (APL-73); the term itself does not move. */
  readonly pauses: readonly Pause[];
  /** In the order of their last days. */
  readonly formerly?: readonly FormerSchedule[];
  /** Surcharge that an execution agreement lets off (ACL-42); never more than has arisen. */
  readonly waivedFen?: Fen;
}

/** Days in a row on which the same part of the fine was overdue at the start of the day. */
export interface SurchargeSpan {
  readonly from: CivilDate;
  readonly through: CivilDate;
  readonly days: number;
  readonly baseFen: Fen;
  /** What the rate gives for the span in thousandths of a fen, the cap not yet applied. */
  readonly thousandths: bigint;
}

/** A line of the table that explains a surcharge day by day. */
export interface SurchargeDay {
  readonly day: CivilDate;
  readonly baseFen: Fen;
  /** Arisen up to and including the day, capped, in whole fen. */
  readonly arisenFen: Fen;
}

/** How a debt stands. Amounts that rest on a term whose end is not known (a year not loaded) are null, never guessed. */
export interface Account {
  readonly paidFen: Fen;
  readonly fineUnpaidFen: Fen;
  readonly gainsUnpaidFen: Fen;
  readonly surchargeArisenFen: Fen | null;
  /** Of it, what an execution agreement lets off. */
  readonly surchargeWaivedFen: Fen | null;
  readonly surchargeUnpaidFen: Fen | null;
  /** Money that was refunded although a bank then took its payment back: it is to be paid again. */
  readonly refundedBeyondFen: Fen;
  /** Everything that is still to be paid. */
  readonly outstandingFen: Fen | null;
  /** What was received beyond everything owed. */
  readonly overpaidFen: Fen | null;
}

/**
 * The surcharge that has arisen up to and including a day (APL-72): the rate on the fine that was unpaid and overdue at
 * the start of each day, summed exactly, then down to the whole fen, never above the cap. null: not known.
 */
export function surchargeOn(debt: Debt, rule: SurchargeRule, day: CivilDate): Fen | null {
  const spans = surchargeSpans(debt, rule, day);
  return spans && arisen(debt, rule, sum(spans.map(({ thousandths }) => thousandths)));
}

/** The table of the days on which surcharge arose; it ends where the cap is reached. null: not known. */
export function surchargeTable(debt: Debt, rule: SurchargeRule, through: CivilDate): SurchargeDay[] | null {
  const spans = surchargeSpans(debt, rule, through);
  if (!spans) return null;
  const cap = arisen(debt, rule, null);
  const rows: SurchargeDay[] = [];
  let total = 0n;
  for (const { from, days, baseFen } of spans) {
    for (let i = 0; i < days && (rows.at(-1)?.arisenFen ?? -1) < cap; i += 1) {
      total += BigInt(baseFen) * BigInt(rule.perMillePerDay);
      rows.push({ day: addDays(from, i), baseFen, arisenFen: arisen(debt, rule, total) });
    }
  }
  return rows;
}

/** How the debt stands at the end of a day. */
export function accountAtEndOf(debt: Debt, rule: SurchargeRule, day: CivilDate): Account {
  return account(
    debt,
    surchargeOn(debt, rule, day),
    paidWhere(debt, (paidOn) => paidOn <= day),
  );
}

/**
 * What a bank that asks on that day is told: before any payment of that day, whose surcharge has arisen already
 * (readings: late-day-payment). null: not known.
 */
export function amountDueOn(debt: Debt, rule: SurchargeRule, day: CivilDate): Fen | null {
  return account(
    debt,
    surchargeOn(debt, rule, day),
    paidWhere(debt, (paidOn) => paidOn < day),
  ).outstandingFen;
}

/** The spans with something overdue up to a day; null: whether something is overdue rests on an unknown end. */
export function surchargeSpans(debt: Debt, rule: SurchargeRule, last: CivilDate): SurchargeSpan[] | null {
  if (!debt.surchargeStated) return [];
  const spans: SurchargeSpan[] = [];
  const eves = evesOfChanges(debt, last);
  for (const [i, eve] of eves.entries()) {
    const from = addDays(eve, 1);
    const baseFen = overdueAtStartOf(debt, from);
    if (baseFen === null) return null;
    if (baseFen === 0) continue;
    const through = eves[i + 1] ?? last;
    const days = daysBetween(eve, through);
    const thousandths = BigInt(baseFen) * BigInt(rule.perMillePerDay) * BigInt(days);
    spans.push({ from, through, days, baseFen, thousandths });
  }
  return spans;
}

/** The days before `last` after which the base may be another than on them, ascending. */
function evesOfChanges({ terms, formerly = [], payments, pauses }: Debt, last: CivilDate): CivilDate[] {
  const eves = new Set<CivilDate>();
  const add = (day: CivilDate | null) => {
    if (day !== null && day < last) eves.add(day);
  };
  for (const { ends } of terms) add(ends.due ?? ends.notBefore);
  for (const former of formerly) {
    for (const { ends } of former.terms) add(ends.due ?? ends.notBefore);
    add(former.through);
  }
  for (const { paidOn } of payments) add(paidOn);
  for (const { from, through } of pauses) {
    add(addDays(from, -1));
    add(through);
  }
  return [...eves].sort();
}

/** The part of the fine that bears surcharge on a day: overdue, and not paid before the day. */
function overdueAtStartOf(debt: Debt, day: CivilDate): Fen | null {
  const paid = Math.max(
    0,
    paidWhere(debt, (paidOn) => paidOn < day),
  );
  if (paid >= debt.fineFen || isPaused(debt.pauses, day)) return fen(0);
  const schedule = debt.formerly?.find(({ through }) => day <= through) ?? debt;
  const fallenDue: Term[] = [];
  for (const term of schedule.terms) {
    const isPast = passed(term.ends, day);
    if (isPast === 'unknown') return null;
    if (isPast) fallenDue.push(term);
  }
  const due = isMissed(debt, schedule, fallenDue) ? debt.fineFen : total(fallenDue.map((term) => term.fen));
  return fen(Math.max(0, Math.min(due, debt.fineFen) - paid));
}

/** Whether, where that makes all due, one of these parts was not paid in full when its last day ended. */
function isMissed(debt: Debt, { missedMakesAllDue }: Schedule, fallenDue: readonly Term[]): boolean {
  if (missedMakesAllDue !== true) return false;
  return fallenDue.some(({ ends: { due } }) => {
    const until = fallenDue.filter(({ ends }) => due !== null && ends.due !== null && ends.due <= due);
    const paid = paidWhere(debt, (paidOn) => due !== null && paidOn <= due);
    return paid < Math.min(total(until.map((term) => term.fen)), debt.fineFen);
  });
}

/** Fine, then confiscated gains, then surcharge (readings: debt-order). */
function account(debt: Debt, surchargeArisenFen: Fen | null, paidFen: Fen): Account {
  const refundedBeyondFen = fen(Math.max(0, 0 - paidFen));
  const [fineUnpaidFen, afterFine] = extinguish(debt.fineFen, fen(Math.max(0, paidFen)));
  const [gainsUnpaidFen, afterGains] = extinguish(debt.confiscatedGainsFen, afterFine);
  const known = surchargeArisenFen !== null;
  const [surchargeOwedFen] = extinguish(surchargeArisenFen ?? fen(0), debt.waivedFen ?? fen(0));
  const [surchargeUnpaidFen, overpaidFen] = extinguish(surchargeOwedFen, afterGains);
  return {
    paidFen,
    fineUnpaidFen,
    gainsUnpaidFen,
    surchargeArisenFen,
    surchargeWaivedFen: known ? fen(surchargeArisenFen - surchargeOwedFen) : null,
    surchargeUnpaidFen: known ? surchargeUnpaidFen : null,
    refundedBeyondFen,
    outstandingFen: known ? total([fineUnpaidFen, gainsUnpaidFen, surchargeUnpaidFen, refundedBeyondFen]) : null,
    overpaidFen: known ? overpaidFen : null,
  };
}

/** What is left of the debt, and what is left of the money. */
function extinguish(owed: Fen, money: Fen): [Fen, Fen] {
  const taken = Math.max(0, Math.min(owed, money));
  return [fen(owed - taken), fen(money - taken)];
}

function paidWhere({ payments }: Debt, counts: (paidOn: CivilDate) => boolean): Fen {
  let sum = fen(0);
  for (const payment of payments) if (counts(payment.paidOn)) sum = fen(sum + payment.fen);
  return sum;
}

/** Thousandths of a fen to whole fen under the cap; null: the cap itself. */
function arisen(debt: Debt, rule: SurchargeRule, thousandths: bigint | null): Fen {
  const cap = BigInt(debt.fineFen) * BigInt(rule.capPercent) * 10n;
  return fen(Number((thousandths === null || thousandths > cap ? cap : thousandths) / 1000n));
}

function sum(parts: readonly bigint[]): bigint {
  return parts.reduce((all, part) => all + part, 0n);
}

function total(amounts: readonly Fen[]): Fen {
  return amounts.reduce((all, one) => fen(all + one), fen(0));
}
