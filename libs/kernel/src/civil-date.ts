import { dayNumberOf, dayOfNumber, daysInMonth, isRealDay, printDay, type YearMonthDay } from './day-number';
import { instantMillis, instantOfMillis, type Instant } from './instant';

declare const civilDateBrand: unique symbol;

/** A calendar date in Asia/Shanghai, "2023-09-11": it sorts as text. */
export type CivilDate = string & { readonly [civilDateBrand]: true };

/** The text is no real date, or lies outside the years 1 to 9999. */
export class InvalidCivilDate extends Error {
  constructor(readonly text: string) {
    super(`not a date: ${JSON.stringify(text)}`);
    this.name = 'InvalidCivilDate';
  }
}

const DAY_MILLIS = 86_400_000;
// China has kept one offset without summer time since 1991-09-15; no date here is older.
const SHANGHAI_MILLIS = 8 * 3_600_000;

/** @throws InvalidCivilDate */
export function parseCivilDate(text: string): CivilDate {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new InvalidCivilDate(text);
  return civilDate(partsOf(text), text);
}

/** The date in Shanghai at that instant. */
export function civilDateOf(instant: Instant): CivilDate {
  return dateOfNumber(Math.floor((instantMillis(instant) + SHANGHAI_MILLIS) / DAY_MILLIS));
}

/** 00:00 in Shanghai. */
export function startOfDay(date: CivilDate): Instant {
  return instantOfMillis(dayNumber(date) * DAY_MILLIS - SHANGHAI_MILLIS);
}

/** @throws InvalidCivilDate when the result lies outside the years 1 to 9999 */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day of the month so many months on; where that month has no such day, its last (民法典第二百零二条). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(count / 12), month: count - Math.floor(count / 12) * 12 + 1 };
  return civilDate(
    { ...target, day: Math.min(day, daysInMonth(target.year, target.month)) },
    `${date} + ${months} months`,
  );
}

export function addYears(date: CivilDate, years: number): CivilDate {
  return addMonths(date, years * 12);
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: CivilDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Full years from `birth` to `on`, an anniversary included: 14 on the fourteenth birthday. */
export function fullYearsBetween(birth: CivilDate, on: CivilDate): number {
  const years = yearOf(on) - yearOf(birth);
  return addYears(birth, years) <= on ? years : years - 1;
}

function partsOf(text: string): YearMonthDay {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) };
}

function civilDate(parts: YearMonthDay, described: string): CivilDate {
  if (!isRealDay(parts)) throw new InvalidCivilDate(described);
  return printDay(parts) as CivilDate;
}

function dayNumber(date: CivilDate): number {
  return dayNumberOf(partsOf(date));
}

function dateOfNumber(number: number): CivilDate {
  if (!Number.isInteger(number)) throw new InvalidCivilDate(`day number ${number}`);
  return civilDate(dayOfNumber(number), `day number ${number}`);
}
