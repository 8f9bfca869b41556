import { addDays, weekdayOf, yearOf, type CivilDate } from './civil-date';
import { sha256Hex } from './identifiers';

/**
 * The working days of one year as the State Council's notice sets them. A notice may reach back into the December
 * before its year, so such days stand in the file of the year that the notice is for.
 */
export interface CalendarYear {
  readonly year: number;
  /** The notice, e.g. 国办发明电〔2022〕16号. */
  readonly source: string;
  /** Days off, weekend days inside a holiday included. */
  readonly holidays: readonly CivilDate[];
  /** Weekend days on which people work instead (调休上班). */
  readonly workdays: readonly CivilDate[];
}

/** A date, or, where a year is not loaded, the earliest day that it can be. An unknown year is never guessed. */
export type Due =
  | { readonly due: CivilDate }
  | { readonly due: null; readonly notBefore: CivilDate; readonly reason: 'calendar-year-not-loaded' };

export class InvalidCalendar extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`calendar: ${faults.join('; ')}`);
    this.name = 'InvalidCalendar';
  }
}

/** Chinese working days over the years that are loaded. */
export class WorkingCalendar {
  /** SHA-256 (hex) of the loaded years: two calendars of one version give the same dates. */
  readonly version: string;
  private readonly loaded: readonly number[];
  private readonly holidays: ReadonlySet<CivilDate>;
  private readonly workdays: ReadonlySet<CivilDate>;

  /** @throws InvalidCalendar naming every fault */
  constructor(years: readonly CalendarYear[]) {
    const faults = faultsOf(years);
    if (faults.length > 0) throw new InvalidCalendar(faults);
    const sorted = [...years].sort((a, b) => a.year - b.year);
    this.loaded = sorted.map(({ year }) => year);
    this.holidays = new Set(sorted.flatMap(({ holidays }) => holidays));
    this.workdays = new Set(sorted.flatMap(({ workdays }) => workdays));
    this.version = sha256Hex(
      JSON.stringify(sorted.map((y) => [y.year, y.source, [...y.holidays].sort(), [...y.workdays].sort()])),
    );
  }

  /** The loaded years, ascending. */
  years(): number[] {
    return [...this.loaded];
  }

  /** The last day of the loaded years that follow each other without a gap from the year of `on`; null: it is not loaded. */
  knownUntil(on: CivilDate): CivilDate | null {
    let year = yearOf(on);
    if (!this.loaded.includes(year)) return null;
    while (this.loaded.includes(year + 1)) year += 1;
    return `${year}-12-31` as CivilDate;
  }

  /** undefined: its year is not loaded. */
  isWorkingDay(date: CivilDate): boolean | undefined {
    if (!this.loaded.includes(yearOf(date))) return undefined;
    if (this.workdays.has(date)) return true;
    return weekdayOf(date) <= 5 && !this.holidays.has(date);
  }

  /** The n-th working day after `from`, which is itself not counted (APL-85); n = 0 gives `from`. */
  addWorkingDays(from: CivilDate, n: number): Due {
    if (!Number.isInteger(n) || n < 0) throw new RangeError(`a number of working days: ${n}`);
    let date = from;
    for (let left = n; left > 0;) {
      date = addDays(date, 1);
      const working = this.isWorkingDay(date);
      // Every day of an unknown year may be a working day, so this is the earliest possible end.
      if (working === undefined) return unknownUntilLoaded(addDays(date, left - 1));
      if (working) left -= 1;
    }
    return { due: date };
  }

  /** The day itself when it is a working day, else the next one. */
  rollForward(date: CivilDate): Due {
    for (let day = date; ; day = addDays(day, 1)) {
      const working = this.isWorkingDay(day);
      if (working === undefined) return unknownUntilLoaded(day);
      if (working) return { due: day };
    }
  }
}

function unknownUntilLoaded(notBefore: CivilDate): Due {
  return { due: null, notBefore, reason: 'calendar-year-not-loaded' };
}

function faultsOf(years: readonly CalendarYear[]): string[] {
  const faults: string[] = [];
  const seen = new Set<number>();
  const kinds = new Map<CivilDate, string>();
  for (const { year, holidays, workdays } of years) {
    if (seen.has(year)) faults.push(`${year} is given twice`);
    seen.add(year);
    for (const [kind, days] of [
      ['holiday', holidays],
      ['workday', workdays],
    ] as const) {
      for (const day of days) {
        const known = kinds.get(day);
        if (known) faults.push(`${year}: ${day} is given as ${known} and again as ${kind}`);
        kinds.set(day, kind);
        if (!belongsTo(year, day)) faults.push(`${year}: ${day} is outside the year and the December before it`);
        if (kind === 'workday' && weekdayOf(day) <= 5)
          faults.push(`${year}: ${day} is no weekend day, so no make-up day`);
      }
    }
  }
  return faults;
}

function belongsTo(year: number, day: CivilDate): boolean {
  return yearOf(day) === year || day.startsWith(`${year - 1}-12-`);
}
