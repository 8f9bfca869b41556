import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, parseCivilDate, weekdayOf } from '@fajiao/kernel';
import chineseDays from 'chinese-days/dist/chinese-days.json';
import { dataDirectory } from './data-files';
import { loadCalendar } from './load-calendar';
import { RulebookFaults } from './shape';

/** 国务院办公厅关于部分节假日安排的通知 */
const NOTICES = {
  2022: '国办发明电〔2021〕11号',
  2023: '国办发明电〔2022〕16号',
  2024: '国办发明电〔2023〕7号',
  2025: '国办发明电〔2024〕12号',
  2026: '国办发明电〔2025〕7号',
};

/** The notice for 2023 reaches back to one day of 2022. */
const noticeYear = (day: string) => (day === '2022-12-31' ? '2023' : day.slice(0, 4));
const daysOf = (days: object, year: string) =>
  Object.keys(days)
    .filter((day) => noticeYear(day) === year)
    .sort();

describe('the calendar that comes with the program', () => {
  // The tables of chinese-days, not its functions: those depend on the time zone of the process and call every day of
  // an unknown year that is no weekend a working day.
  it.each(Object.entries(NOTICES))('%s is what chinese-days has, and names its notice', (year, source) => {
    const file: unknown = JSON.parse(readFileSync(join(dataDirectory, 'calendar', `${year}.json`), 'utf8'));
    expect(file).toEqual({
      year: Number(year),
      source,
      holidays: daysOf(chineseDays.holidays, year),
      workdays: daysOf(chineseDays.workdays, year),
    });
  });

  it('agrees with chinese-days on every day of the five years', () => {
    const calendar = loadCalendar();
    for (let day = parseCivilDate('2022-01-01'); day <= '2026-12-31'; day = addDays(day, 1)) {
      const working = day in chineseDays.workdays || (weekdayOf(day) <= 5 && !(day in chineseDays.holidays));
      expect([day, calendar.isWorkingDay(day)]).toEqual([day, working]);
    }
    expect(calendar.knownUntil(parseCivilDate('2022-01-01'))).toBe('2026-12-31');
    expect(calendar.isWorkingDay(parseCivilDate('2027-01-04'))).toBeUndefined();
  });
});

describe('a directory of further years', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'calendar-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  const write = (file: string, content: unknown) =>
    writeFileSync(join(directory, file), typeof content === 'string' ? content : JSON.stringify(content));
  const faults = (...directories: string[]) => {
    try {
      loadCalendar(directories);
    } catch (error) {
      if (error instanceof RulebookFaults) return error.faults;
      throw error;
    }
    return [];
  };

  it('adds a year without a release', () => {
    write('2027.json', { year: 2027, source: 'notice', holidays: ['2027-01-01'], workdays: [] });
    const calendar = loadCalendar([directory]);
    expect(calendar.addWorkingDays(parseCivilDate('2026-12-31'), 1)).toEqual({ due: '2027-01-04' });
    expect(calendar.version).not.toBe(loadCalendar().version);
  });

  it('replaces a year that came with the program, because notices are amended', () => {
    write('2023.json', { year: 2023, source: 'amended notice', holidays: ['2023-03-01'], workdays: [] });
    const calendar = loadCalendar([directory]);
    expect(calendar.isWorkingDay(parseCivilDate('2023-03-01'))).toBe(false);
    expect(calendar.isWorkingDay(parseCivilDate('2023-10-02'))).toBe(true);
  });

  it('leaves other files alone', () => {
    write('README.txt', 'notices');
    expect(faults(directory)).toEqual([]);
  });

  it('names every fault of every file', () => {
    write('2027.json', '{ "year": 2027,');
    write('2028.json', { year: 2029, source: 'notice', holidays: ['2029-01-01'], workdays: [] });
    write('2030.json', { year: 2030, source: '', holidays: ['2030-02-30'], workdays: '2030-01-05', extra: 1 });
    const absent = join(directory, 'absent');
    expect(faults(directory, absent)).toEqual([
      expect.stringContaining('2027.json: '),
      expect.stringContaining('2028.json: a file of 2029 is named 2029.json'),
      expect.stringContaining('2030.json.extra: not known here'),
      expect.stringContaining('2030.json.source: a text is expected'),
      expect.stringContaining('2030.json.holidays[0]: a date (2023-09-11) is expected'),
      expect.stringContaining('2030.json.workdays: a list is expected'),
      `${absent}: not a directory that can be read`,
    ]);
  });

  it('names days that no notice can mean', () => {
    write('2027.json', { year: 2027, source: 'notice', holidays: ['2026-05-01'], workdays: ['2027-01-04'] });
    expect(faults(directory)).toEqual([
      'calendar: 2027: 2026-05-01 is given as holiday and again as holiday',
      'calendar: 2027: 2026-05-01 is outside the year and the December before it',
      'calendar: 2027: 2027-01-04 is no weekend day, so no make-up day',
    ]);
  });
});
