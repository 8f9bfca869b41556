import {
  addDays,
  addMinutes,
  addMonths,
  civilDateOf,
  daysBetween,
  type CivilDate,
  type Due,
  type Instant,
  type WorkingCalendar,
} from '@fajiao/kernel';
import type { ClockId, ClockRule, ClockUnit, ReadingId, Standing } from './profile';

/** Days that do not count, both ends included; `through` null: it has not ended. */
export interface Pause {
  readonly from: CivilDate;
  readonly through: CivilDate | null;
  /** The event or fact that stops the count. */
  readonly by: string;
}

/** An end, or why it is not known and the day before which it cannot be. */
export type Ending =
  | { readonly due: CivilDate }
  | {
      readonly due: null;
      readonly notBefore: CivilDate;
      /** The calendar lacks a year; or the period stands still and nobody knows until when. */
      readonly reason: 'calendar-year-not-loaded' | 'standing-still';
    };

/** A deadline with everything that makes it: a pure function of history, calendar and rulebook, never stored. */
export type Clock = Ending & {
  readonly rule: ClockId;
  readonly source: string;
  readonly standing: Standing;
  readonly length: number;
  readonly unit: ClockUnit;
  readonly bound: ClockRule['bound'];
  readonly startedBy: string;
  readonly startedOn: CivilDate;
  readonly pausedBy: readonly Pause[];
  /** Ends that held before a pause or an extension moved them, oldest first. */
  readonly previousDue: readonly CivilDate[];
  /** The rest day from which the end ran on to `due`. */
  readonly rolledFrom?: CivilDate;
  /** The end to the minute, of a clock that counts hours. */
  readonly dueAt?: Instant;
  readonly reading?: ReadingId;
};

/** The clock of a rule in days or months that the act of `startedOn` starts. */
export function deadline(
  rule: ClockRule,
  startedOn: CivilDate,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): Clock {
  if (rule.unit === 'hour') throw new RangeError(`${rule.id} counts hours: deadlineAt`);
  const ordered = [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1));
  const ending = rolled(rule, calendar, endOf(rule, startedOn, calendar, ordered));
  const before = ordered.map(
    (_, i) => rolled(rule, calendar, endOf(rule, startedOn, calendar, ordered.slice(0, i))).due,
  );
  return {
    ...about(rule, startedOn),
    pausedBy: ordered,
    previousDue: [...new Set(before)].filter((due) => due !== null && due !== ending.due) as CivilDate[],
    ...ending,
  };
}

/** The clock of a rule in hours that the act at `startedAt` starts. */
export function deadlineAt(rule: ClockRule, startedAt: Instant): Clock {
  if (rule.unit !== 'hour') throw new RangeError(`${rule.id} counts days: deadline`);
  const dueAt = addMinutes(startedAt, rule.length * 60);
  return {
    ...about(rule, civilDateOf(startedAt)),
    pausedBy: [],
    previousDue: [],
    due: civilDateOf(dueAt),
    dueAt,
  };
}

/** The same clock with an end that an act sets: an extension, a deferral. */
export function movedTo(clock: Clock, due: CivilDate): Clock {
  const { rule, source, standing, length, unit, bound, startedBy, startedOn, pausedBy, reading } = clock;
  const previousDue = clock.due === null ? clock.previousDue : [...clock.previousDue, clock.due];
  const known = { rule, source, standing, length, unit, bound, startedBy, startedOn, pausedBy };
  return { ...known, ...(reading && { reading }), previousDue, due };
}

/** Whether the end lies behind on that day; the last day itself still counts. */
export function passed(ending: Ending, on: CivilDate): boolean | 'unknown' {
  if (ending.due !== null) return on > ending.due;
  if (ending.reason === 'standing-still') return false;
  return on <= ending.notBefore ? false : 'unknown';
}

/** Whether the end is reached on that day: what a clock with bound `earliest` allows from its last day on. */
export function reached(ending: Ending, on: CivilDate): boolean | 'unknown' {
  if (ending.due !== null) return on >= ending.due;
  if (ending.reason === 'standing-still') return false;
  return on < ending.notBefore ? false : 'unknown';
}

/** Like `passed`, to the minute where the clock counts hours. */
export function passedAt(clock: Clock, at: Instant): boolean | 'unknown' {
  return clock.dueAt === undefined ? passed(clock, civilDateOf(at)) : at > clock.dueAt;
}

export type ClockState = 'running' | 'standing-still' | 'overdue' | 'met' | 'missed' | 'unknown';

/** How a clock with bound `latest` stands on a day; `doneOn`: the day of the act that it waits for. */
export function clockState(clock: Clock, on: CivilDate, doneOn?: CivilDate): ClockState {
  const late = passed(clock, doneOn ?? on);
  if (late === 'unknown') return 'unknown';
  if (doneOn !== undefined) return late ? 'missed' : 'met';
  if (late) return 'overdue';
  return clock.due === null && clock.reason === 'standing-still' ? 'standing-still' : 'running';
}

/** The same at an instant, to the minute where the clock counts hours; `doneAt`: when the act came that it waits for. */
export function clockStateAt(clock: Clock, at: Instant, doneAt?: Instant): ClockState {
  if (clock.dueAt === undefined) return clockState(clock, civilDateOf(at), doneAt && civilDateOf(doneAt));
  const late = (doneAt ?? at) > clock.dueAt;
  if (doneAt !== undefined) return late ? 'missed' : 'met';
  return late ? 'overdue' : 'running';
}

/** Days left out of the decision term: from the day of suspension to the day before resumption (readings: decision-term). */
export function leftOutOfTerm(suspendedOn: CivilDate, resumedOn: CivilDate | null, by: string): Pause {
  return { from: suspendedOn, through: resumedOn === null ? null : addDays(resumedOn, -1), by };
}

/** Days without surcharge: from the day a remedy is sought to the day it ends, both left out (readings: remedy-pause). */
export function pausedForRemedy(soughtOn: CivilDate, endedOn: CivilDate | null, by: string): Pause {
  return { from: soughtOn, through: endedOn, by };
}

/** Whether the day is left out. */
export function isPaused(pauses: readonly Pause[], day: CivilDate): boolean {
  return pauses.some(({ from, through }) => from <= day && (through === null || day <= through));
}

function about(rule: ClockRule, startedOn: CivilDate) {
  const { id, source, standing, length, unit, bound, startedBy, reading } = rule;
  return { rule: id, source, standing, length, unit, bound, startedBy, startedOn, ...(reading && { reading }) };
}

/** The end without rolling: each day left out within the period moves it one day on, which may leave out further days. */
function endOf(rule: ClockRule, startedOn: CivilDate, calendar: WorkingCalendar, pauses: readonly Pause[]): Ending {
  const open = pauses.find(({ through }) => through === null);
  const closed = pauses.filter(({ through }) => through !== null);
  for (let extra = 0; ;) {
    const end = plainEnd(rule, startedOn, calendar, extra);
    const earliest = end.due ?? end.notBefore;
    const out = daysLeftOut(rule.unit, startedOn, earliest, calendar, closed);
    if (out > extra) extra = out;
    else if (open && open.from <= earliest) return { due: null, notBefore: earliest, reason: 'standing-still' };
    else return end;
  }
}

function plainEnd(rule: ClockRule, startedOn: CivilDate, calendar: WorkingCalendar, extra: number): Due {
  if (rule.unit === 'wd') return calendar.addWorkingDays(startedOn, rule.length + extra);
  if (rule.unit === 'cd') return { due: addDays(startedOn, rule.length + extra) };
  return { due: addDays(addMonths(startedOn, rule.length), extra) };
}

function daysLeftOut(
  unit: ClockUnit,
  startedOn: CivilDate,
  end: CivilDate,
  calendar: WorkingCalendar,
  pauses: readonly Pause[],
): number {
  if (pauses.length === 0) return 0;
  const days = Array.from({ length: daysBetween(startedOn, end) }, (_, i) => addDays(startedOn, i + 1));
  return days.filter((day) => isPaused(pauses, day) && (unit !== 'wd' || calendar.isWorkingDay(day))).length;
}

function rolled(rule: ClockRule, calendar: WorkingCalendar, end: Ending): Ending & { readonly rolledFrom?: CivilDate } {
  if (!rule.rolls || end.due === null) return end;
  const next = calendar.rollForward(end.due);
  return next.due === end.due ? end : { ...next, rolledFrom: end.due };
}
