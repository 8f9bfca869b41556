import { parseInstant, WorkingCalendar } from '@fajiao/kernel';
import { calendarCheck } from './calendar-check';

describe('the calendar check', () => {
  const calendar = new WorkingCalendar([
    { year: 2025, source: 'test', holidays: [], workdays: [] },
    { year: 2026, source: 'test', holidays: [], workdays: [] },
  ]);
  const on = (day: string) => calendarCheck(calendar, { now: () => parseInstant(`${day}T12:00:00+08:00`) }).check();

  it('is content until 60 days before the last loaded day', async () => {
    expect(await on('2026-11-01')).toEqual({ status: 'ok' });
    const warning = await on('2026-11-02');
    expect(warning.status).toBe('warn');
    expect(warning.note).toContain('2026-12-31');
    expect(await on('2027-03-01')).toMatchObject({ status: 'warn' });
  });
});
