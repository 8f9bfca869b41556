import { addDays, civilDateOf, type Clock, daysBetween, parseCivilDate, type WorkingCalendar } from '@fajiao/kernel';
import type { ReadinessCheck } from '../context/ports';

const WARNING_DAYS = 60;

/** Warns 60 days before the loaded years of the working-day calendar end. */
export function calendarCheck(calendar: WorkingCalendar, clock: Clock): ReadinessCheck {
  return {
    name: 'calendar',
    check: () => {
      const today = civilDateOf(clock.now());
      const last = addDays(parseCivilDate(`${Math.max(...calendar.years()) + 1}-01-01`), -1);
      const left = daysBetween(today, last);
      if (left >= WARNING_DAYS) return Promise.resolve({ status: 'ok' });
      return Promise.resolve({
        status: 'warn',
        note: `the calendar ends on ${last}: add the next year to CALENDAR_DIR`,
      });
    },
  };
}
