import { addDays, type CivilDate, daysBetween } from '@fajiao/kernel';
import { type Clock, clockRule, deadline, type Ending, movedTo, passed } from '@fajiao/rulebook';
import type { RemedyPause } from './fine.state';
import type { FineRules } from './fine-terms';

/** What the planner needs to know of an unpaid fine. */
export interface UnpaidFine {
  readonly servedOn: CivilDate;
  /** No suit without a reconsideration before it (ARL-23). */
  readonly reconsiderationFirst: boolean;
  /** Last day of an approved deferral or plan. */
  readonly approvedUntil: CivilDate | null;
  readonly remedies: readonly Omit<RemedyPause, 'remedy'>[];
  /** The latest demand was served; null: nobody has demanded it. */
  readonly demandedOn: CivilDate | null;
  readonly atCourtSince: CivilDate | null;
}

/**
 * `not-due`: the term of payment runs. `remedy-pending`: a remedy is pending. `demand`: overdue; the demand (催告, ACL-54)
 * must be served by `demandBy`. `demanded`: it was, and its term or the last one before the court runs. `apply`: the court
 * can be asked (ACL-53). `at-court`: it was. `lost`: its term has passed. `unknown`: it rests on a calendar year that is
 * not loaded.
 */
export const PLAN_STANDINGS = [
  'not-due',
  'remedy-pending',
  'demand',
  'demanded',
  'apply',
  'at-court',
  'lost',
  'unknown',
] as const;
export type PlanStanding = (typeof PLAN_STANDINGS)[number];

/** When an unpaid fine must be demanded, and by when the court must be asked to enforce it. */
export interface EnforcementPlan {
  readonly standing: PlanStanding;
  readonly paymentTerm: Clock;
  /** Last day of whichever term ends last (readings: court-application-start); null: a remedy is pending. */
  readonly courtTermFrom: CivilDate | null;
  readonly courtApplyBy: Clock | null;
  /** Last day of a demand whose ten working days end before `courtApplyBy`; null: the demand was made. */
  readonly demandBy: CivilDate | null;
  /** The ten working days of the demand that was made. */
  readonly demandTerm: Clock | null;
  /** Days until the application is lost; negative: it is lost. */
  readonly daysLeft: number | null;
}

export function planOf(fine: UnpaidFine, on: CivilDate, rules: FineRules): EnforcementPlan {
  const paymentTerm = termOf(fine, rules);
  const pending = fine.remedies.some(({ through }) => through === null);
  const from = pending ? null : courtTermFrom(fine, paymentTerm, rules);
  const clockOf = (id: 'court-application' | 'demand', day: CivilDate | null) =>
    day === null ? null : deadline(clockRule(rules.profile, id, day), day, rules.calendar);
  const courtApplyBy = clockOf('court-application', from);
  const demandTerm = clockOf('demand', fine.demandedOn);
  const due = courtApplyBy?.due ?? null;
  const clocks = { paymentTerm, courtTermFrom: from, courtApplyBy, demandTerm };
  return {
    ...clocks,
    standing: fine.atCourtSince === null ? standingOn(on, pending, clocks) : 'at-court',
    demandBy: due === null || demandTerm ? null : lastDayToDemand(due, rules),
    daysLeft: due === null ? null : daysBetween(on, due),
  };
}

function termOf({ servedOn, approvedUntil }: UnpaidFine, { profile, calendar }: FineRules): Clock {
  const term = deadline(clockRule(profile, 'payment', servedOn), servedOn, calendar);
  return approvedUntil === null ? term : movedTo(term, approvedUntil);
}

/** null: one of the terms rests on a year that is not loaded. */
function courtTermFrom(
  { servedOn, reconsiderationFirst, approvedUntil, remedies }: UnpaidFine,
  paymentTerm: Clock,
  rules: FineRules,
) {
  const { profile, calendar } = rules;
  const remedy = reconsiderationFirst ? 'reconsideration' : 'litigation';
  const direct = deadline(clockRule(profile, remedy, servedOn), servedOn, calendar);
  // Whoever asked for reconsideration sues within the term after it, and not within the six months (ALL-45).
  const reconsidered = remedies.some(
    ({ kind, through, counted }) => kind === 'reconsideration' && through !== null && counted,
  );
  const ends: Ending[] = [
    ...(reconsidered ? [] : [direct]),
    paymentTerm,
    ...(approvedUntil === null ? [] : [{ due: approvedUntil }]),
  ];
  for (const { kind, through, counted } of remedies) {
    if (through === null || !counted) continue;
    const after = clockRule(profile, 'litigation-after-reconsideration', through);
    ends.push(kind === 'litigation' ? { due: through } : deadline(after, through, calendar));
  }
  const days = ends.map(({ due }) => due);
  return days.some((day) => day === null) ? null : (days.sort().at(-1) ?? null);
}

function standingOn(
  on: CivilDate,
  pending: boolean,
  {
    paymentTerm,
    courtTermFrom: from,
    courtApplyBy,
    demandTerm,
  }: Omit<EnforcementPlan, 'standing' | 'demandBy' | 'daysLeft'>,
): PlanStanding {
  const overdue = passed(paymentTerm, on);
  if (overdue === false) return 'not-due';
  if (pending) return 'remedy-pending';
  const lost = courtApplyBy && passed(courtApplyBy, on);
  if (overdue === 'unknown' || from === null || lost === null || lost === 'unknown') return 'unknown';
  if (lost) return 'lost';
  if (!demandTerm) return 'demand';
  return on > from && passed(demandTerm, on) === true ? 'apply' : 'demanded';
}

const DAYS_OF_A_DEMAND_AT_MOST = 60;

function lastDayToDemand(applyBy: CivilDate, { profile, calendar }: FineRules): CivilDate | null {
  for (let back = 1; back <= DAYS_OF_A_DEMAND_AT_MOST; back += 1) {
    const day = addDays(applyBy, -back);
    const { due } = deadline(clockRule(profile, 'demand', day), day, calendar);
    if (due !== null && due < applyBy) return day;
  }
  return null;
}
