import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  civilDateOf,
  daysBetween,
  fullYearsBetween,
  InvalidCivilDate,
  parseCivilDate,
  startOfDay,
  weekdayOf,
  yearOf,
  type CivilDate,
} from './civil-date';
import { addMinutes, parseInstant } from './instant';

const date = parseCivilDate;
const dates = fc.integer({ min: -40_000, max: 80_000 }).map((n) => addDays(date('1970-01-01'), n));
const platform = (d: CivilDate) => new Date(`${d}T00:00:00Z`);

describe('a civil date', () => {
  it.each([
    '2023-02-29',
    '1900-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-04-31',
    '2023-1-01',
    '0000-01-01',
    '2023-09-11Z',
    '',
  ])('%j is refused', (text) => {
    expect(() => parseCivilDate(text)).toThrow(InvalidCivilDate);
  });

  it('knows leap days', () => {
    expect([date('2024-02-29'), date('2000-02-29')]).toEqual(['2024-02-29', '2000-02-29']);
    expect(addDays(date('2023-02-28'), 1)).toBe('2023-03-01');
    expect(addDays(date('2024-02-28'), 1)).toBe('2024-02-29');
  });

  it('moves by days as the platform does, and days between two dates lead from one to the other', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(to).toBe(new Date(platform(from).getTime() + days * 86_400_000).toISOString().slice(0, 10));
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
        expect(parseCivilDate(to)).toBe(to);
      }),
    );
  });

  it('knows the day of the week', () => {
    fc.assert(fc.property(dates, (d) => expect(weekdayOf(d) % 7).toBe(platform(d).getUTCDay())));
  });

  it('sorts as text', () => {
    fc.assert(fc.property(dates, dates, (a, b) => expect(a < b).toBe(daysBetween(a, b) > 0)));
  });

  it('is the date in Shanghai, whose day begins at 16:00 UTC', () => {
    expect(civilDateOf(parseInstant('2023-09-10T15:59:59.999Z'))).toBe('2023-09-10');
    expect(civilDateOf(parseInstant('2023-09-10T16:00:00Z'))).toBe('2023-09-11');
    expect(startOfDay(date('2023-09-11'))).toBe('2023-09-10T16:00:00.000Z');
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 1439 }), (d, minute) => {
        expect(civilDateOf(addMinutes(startOfDay(d), minute))).toBe(d);
        expect(civilDateOf(addMinutes(startOfDay(d), -1))).toBe(addDays(d, -1));
      }),
    );
  });

  it('moves by months to the same day, or to the last of a shorter month', () => {
    expect(addMonths(date('2023-01-31'), 1)).toBe('2023-02-28');
    expect(addMonths(date('2023-08-31'), 6)).toBe('2024-02-29');
    expect(addMonths(date('2023-12-15'), 1)).toBe('2024-01-15');
    expect(addMonths(date('2023-01-15'), -1)).toBe('2022-12-15');
    expect(addYears(date('2024-02-29'), 2)).toBe('2026-02-28');
    expect(yearOf(date('2024-02-29'))).toBe(2024);
  });

  it('counts full years, the anniversary included', () => {
    expect(fullYearsBetween(date('2010-11-05'), date('2024-11-04'))).toBe(13);
    expect(fullYearsBetween(date('2010-11-05'), date('2024-11-05'))).toBe(14);
    expect(fullYearsBetween(date('2008-02-29'), date('2022-02-27'))).toBe(13);
    expect(fullYearsBetween(date('2008-02-29'), date('2022-02-28'))).toBe(14);
  });

  it('refuses what lies outside the years 1 to 9999, and fractions of a day', () => {
    expect(() => addDays(date('9999-12-31'), 1)).toThrow(InvalidCivilDate);
    expect(() => addMonths(date('0001-01-01'), -1)).toThrow(InvalidCivilDate);
    expect(() => addDays(date('2023-01-01'), 0.5)).toThrow(InvalidCivilDate);
  });
});

describe('the time zone of the process', () => {
  const sources = readdirSync(__dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));

  it('cannot matter: the only use of Date is the system clock reading milliseconds', () => {
    const uses = sources.flatMap((file) =>
      [...readFileSync(join(__dirname, file), 'utf8').matchAll(/\b(new Date|Date\.\w+|Date\(|Intl\b)/g)].map(
        (m) => `${file}: ${m[0]}`,
      ),
    );
    expect(uses).toEqual(['clock.ts: Date.now']);
  });
});
