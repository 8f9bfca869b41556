import { basename, join } from 'node:path';
import { InvalidCalendar, WorkingCalendar, type CalendarYear } from '@fajiao/kernel';
import { dataDirectory, jsonFilesOf, readJson } from './data-files';
import { date, list, record, RulebookFaults, text, whole } from './shape';

const calendarYear = record<CalendarYear>({
  year: whole(1949),
  source: text,
  holidays: list(date),
  workdays: list(date),
});

/**
 * The working calendar of the years that came with the program and of further directories of `<year>.json` files
 * (CALENDAR_DIR), where a later directory's file replaces an earlier one's of the same year: the State Council amends
 * its notices.
 * @throws RulebookFaults naming every fault of every file
 */
export function loadCalendar(directories: readonly string[] = []): WorkingCalendar {
  const faults: string[] = [];
  const years = new Map<number, CalendarYear>();
  for (const directory of [join(dataDirectory, 'calendar'), ...directories])
    for (const file of jsonFilesOf(directory, faults)) {
      const read = readYear(file, faults);
      if (read) years.set(read.year, read);
    }
  if (faults.length > 0) throw new RulebookFaults(faults);
  return calendarOf([...years.values()]);
}

function readYear(file: string, faults: string[]): CalendarYear | undefined {
  const read = readJson(file, calendarYear, faults);
  if (read && basename(file) !== `${read.year}.json`)
    faults.push(`${file}: a file of ${read.year} is named ${read.year}.json`);
  return read;
}

function calendarOf(years: readonly CalendarYear[]): WorkingCalendar {
  try {
    return new WorkingCalendar(years);
  } catch (error) {
    if (error instanceof InvalidCalendar) throw new RulebookFaults(error.faults.map((fault) => `calendar: ${fault}`));
    throw error;
  }
}
