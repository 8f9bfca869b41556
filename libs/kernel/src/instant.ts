import { dayNumberOf, dayOfNumber, isRealDay, pad, printDay } from './day-number';

declare const instantBrand: unique symbol;

/** An instant in UTC to the millisecond in its one canonical text, "2023-09-11T01:00:00.000Z": it sorts as text. */
export type Instant = string & { readonly [instantBrand]: true };

/** The text is no instant of RFC 3339 with an offset, or lies outside the years 1 to 9999. */
export class InvalidInstant extends Error {
  constructor(readonly text: string) {
    super(`not an instant with an offset (RFC 3339): ${JSON.stringify(text)}`);
    this.name = 'InvalidInstant';
  }
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FIRST = dayNumberOf({ year: 1, month: 1, day: 1 }) * DAY;
const LAST = (dayNumberOf({ year: 9999, month: 12, day: 31 }) + 1) * DAY - 1;

const RFC_3339 =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * Reads RFC 3339 with an offset; seconds may be left out ("2023-09-11T09:00+08:00"); digits beyond the millisecond
 * are cut off.
 * @throws InvalidInstant
 */
export function parseInstant(text: string): Instant {
  const match = RFC_3339.exec(text);
  if (!match) throw new InvalidInstant(text);
  const [, year, month, day, hour, minute, second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] =
    match;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (!isRealDay(date)) throw new InvalidInstant(text);
  const offset = Number(offsetHour) * HOUR + Number(offsetMinute) * MINUTE;
  const local =
    dayNumberOf(date) * DAY +
    Number(hour) * HOUR +
    Number(minute) * MINUTE +
    Number(second) * 1000 +
    Number(fraction.slice(0, 3).padEnd(3, '0'));
  const millis = sign === '-' ? local + offset : local - offset;
  if (millis < FIRST || millis > LAST) throw new InvalidInstant(text);
  return instantOfMillis(millis);
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function instantMillis(instant: Instant): number {
  const match = RFC_3339.exec(instant);
  if (!match) throw new InvalidInstant(instant);
  const [, year, month, day, hour, minute, second, fraction] = match;
  return (
    dayNumberOf({ year: Number(year), month: Number(month), day: Number(day) }) * DAY +
    Number(hour) * HOUR +
    Number(minute) * MINUTE +
    Number(second) * 1000 +
    Number(fraction)
  );
}

/**
 * The instant so many whole milliseconds after 1970-01-01T00:00:00Z.
 * @throws InvalidInstant
 */
export function instantOfMillis(millis: number): Instant {
  if (!Number.isInteger(millis) || millis < FIRST || millis > LAST) throw new InvalidInstant(String(millis));
  const { date, time, fraction } = print(millis);
  return `${date}T${time}.${fraction}Z` as Instant;
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantOfMillis(instantMillis(instant) + minutes * MINUTE);
}

/** In the time of Shanghai: "2023-09-11T09:00:00+08:00"; milliseconds are printed only where there are any. */
export function printShanghai(instant: Instant): string {
  const { date, time, fraction } = print(instantMillis(instant) + 8 * HOUR);
  return `${date}T${time}${fraction === '000' ? '' : `.${fraction}`}+08:00`;
}

function print(millis: number): { date: string; time: string; fraction: string } {
  const dayNumber = Math.floor(millis / DAY);
  const ofDay = millis - dayNumber * DAY;
  const seconds = Math.floor(ofDay / 1000);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return {
    date: printDay(dayOfNumber(dayNumber)),
    time: time.map((part) => pad(part, 2)).join(':'),
    fraction: pad(ofDay % 1000, 3),
  };
}
