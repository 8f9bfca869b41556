import fc from 'fast-check';
import { InvalidCalendar, WorkingCalendar, type CalendarYear } from './calendar';
import { addDays, parseCivilDate, weekdayOf, yearOf } from './civil-date';

const date = parseCivilDate;

function year(of: number, holidays: string[] = [], workdays: string[] = []): CalendarYear {
  return { year: of, source: `notice for ${of}`, holidays: holidays.map(date), workdays: workdays.map(date) };
}

/** National Day 2023 as it was: eight days off, two make-up days after them. */
const nationalDay = year(
  2023,
  ['2023-09-29', '2023-09-30', '2023-10-01', '2023-10-02', '2023-10-03', '2023-10-04', '2023-10-05', '2023-10-06'],
  ['2023-10-07', '2023-10-08'],
);
const calendar = new WorkingCalendar([nationalDay, year(2024, ['2024-01-01'])]);

describe('the working calendar', () => {
  it('knows working days, weekends, holidays and make-up days', () => {
    expect(calendar.isWorkingDay(date('2023-09-28'))).toBe(true);
    expect(calendar.isWorkingDay(date('2023-09-29'))).toBe(false);
    expect(calendar.isWorkingDay(date('2023-10-07'))).toBe(true);
    expect(calendar.isWorkingDay(date('2023-10-14'))).toBe(false);
  });

  it('does not count the day from which it counts', () => {
    expect(calendar.addWorkingDays(date('2023-09-28'), 1)).toEqual({ due: '2023-10-07' });
    expect(calendar.addWorkingDays(date('2023-09-28'), 10)).toEqual({ due: '2023-10-18' });
    expect(calendar.addWorkingDays(date('2023-09-30'), 0)).toEqual({ due: '2023-09-30' });
  });

  it('rolls a rest day on to the next working day, and leaves a working day where it is', () => {
    expect(calendar.rollForward(date('2023-09-29'))).toEqual({ due: '2023-10-07' });
    expect(calendar.rollForward(date('2023-10-13'))).toEqual({ due: '2023-10-13' });
    expect(calendar.rollForward(date('2023-12-30'))).toEqual({ due: '2024-01-02' });
  });

  it('says the earliest possible day where a year is not loaded, and nothing more', () => {
    expect(calendar.isWorkingDay(date('2025-01-06'))).toBeUndefined();
    expect(calendar.addWorkingDays(date('2024-12-27'), 5)).toEqual({
      due: null,
      notBefore: '2025-01-03', // 30 and 31 December, then at best 1, 2 and 3 January
      reason: 'calendar-year-not-loaded',
    });
    expect(calendar.rollForward(date('2025-03-01'))).toEqual({
      due: null,
      notBefore: '2025-03-01',
      reason: 'calendar-year-not-loaded',
    });
    expect(calendar.addWorkingDays(date('2022-12-20'), 1)).toMatchObject({ due: null });
  });

  it('says until when it knows without a gap', () => {
    const gap = new WorkingCalendar([year(2026), year(2022), year(2023)]);
    expect(gap.years()).toEqual([2022, 2023, 2026]);
    expect(gap.knownUntil(date('2022-05-05'))).toBe('2023-12-31');
    expect(gap.knownUntil(date('2026-05-05'))).toBe('2026-12-31');
    expect(gap.knownUntil(date('2024-05-05'))).toBeNull();
  });

  it('lets a notice reach back into the December before its year', () => {
    const reaching = new WorkingCalendar([year(2024), year(2025, ['2024-12-31', '2025-01-01'])]);
    expect(reaching.isWorkingDay(date('2024-12-31'))).toBe(false);
  });

  it('has a version that depends on the days and sources, not on their order', () => {
    const same = new WorkingCalendar([
      year(2024, ['2024-01-01']),
      { ...nationalDay, holidays: [...nationalDay.holidays].reverse() },
    ]);
    expect(same.version).toBe(calendar.version);
    expect(new WorkingCalendar([nationalDay, year(2024)]).version).not.toBe(calendar.version);
  });

  it('names every fault of its data at once', () => {
    const faulty = [year(2023, ['2023-10-01', '2024-10-01'], ['2023-10-01', '2023-10-09']), year(2023)];
    const thrown = (() => {
      try {
        return new WorkingCalendar(faulty);
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toBeInstanceOf(InvalidCalendar);
    expect((thrown as InvalidCalendar).faults).toEqual([
      '2023: 2024-10-01 is outside the year and the December before it',
      '2023: 2023-10-01 is given as holiday and again as workday',
      '2023: 2023-10-09 is no weekend day, so no make-up day',
      '2023 is given twice',
    ]);
  });

  it('refuses to count backwards', () => {
    expect(() => calendar.addWorkingDays(date('2023-09-28'), -1)).toThrow(RangeError);
  });
});

describe('working days, whatever the holidays', () => {
  const firstDay = date('2023-01-01');
  const days = fc.integer({ min: 0, max: 700 }).map((n) => addDays(firstDay, n));
  const anyCalendar = fc.uniqueArray(days, { maxLength: 120 }).map((chosen) => {
    const of = (y: number) => chosen.filter((d) => yearOf(d) === y);
    const split = (y: number): CalendarYear => ({
      ...year(y),
      holidays: of(y).filter((d, i) => weekdayOf(d) <= 5 || i % 2 === 0),
      workdays: of(y).filter((d, i) => weekdayOf(d) > 5 && i % 2 === 1),
    });
    return new WorkingCalendar([split(2023), split(2024)]);
  });

  it('the n-th working day is one, and n working days lie after the start up to it', () => {
    fc.assert(
      fc.property(anyCalendar, days, fc.integer({ min: 1, max: 40 }), (any, from, n) => {
        const { due } = any.addWorkingDays(from, n);
        if (due === null) return;
        expect(any.isWorkingDay(due)).toBe(true);
        let counted = 0;
        for (let d = addDays(from, 1); d <= due; d = addDays(d, 1)) if (any.isWorkingDay(d)) counted += 1;
        expect(counted).toBe(n);
      }),
    );
  });

  it('an unknown end is never before the day that a later calendar gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 30 }), (back, n) => {
        const from = addDays(date('2023-12-31'), -back);
        const short = new WorkingCalendar([year(2023, ['2023-12-29'])]);
        const longer = new WorkingCalendar([year(2023, ['2023-12-29']), year(2024, ['2024-01-01', '2024-01-02'])]);
        const guess = short.addWorkingDays(from, n);
        const known = longer.addWorkingDays(from, n);
        if (known.due === null) throw new Error('two years are enough');
        if (guess.due === null) expect(guess.notBefore <= known.due).toBe(true);
        else expect(guess.due).toBe(known.due);
      }),
    );
  });

  it('rolling forward passes over rest days only', () => {
    fc.assert(
      fc.property(anyCalendar, days, (any, from) => {
        const { due } = any.rollForward(from);
        if (due === null) return;
        expect(any.isWorkingDay(due)).toBe(true);
        for (let d = from; d < due; d = addDays(d, 1)) expect(any.isWorkingDay(d)).toBe(false);
      }),
    );
  });
});
