import ical, { ICalCalendarMethod } from 'ical-generator';
import { instantMillis, type Instant } from '@fajiao/kernel';
import type { NamedTerm } from '../application/due-desk';

/**
 * The terms as an iCalendar (RFC 5545), a day each. It names no party: a calendar is kept on other people's servers
 * (APL-50).
 */
export function dueCalendar(terms: readonly NamedTerm[], now: Instant): string {
  const stamp = new Date(instantMillis(now));
  const calendar = ical({ name: '办案期限', method: ICalCalendarMethod.PUBLISH, prodId: '//Fajiao//due//ZH' });
  for (const { caseId, clock, title, source, documentNumber, notBefore, state } of terms) {
    calendar.createEvent({
      id: `${caseId}.${clock}@fajiao`,
      stamp,
      start: new Date(`${notBefore}T00:00:00.000Z`),
      allDay: true,
      summary: `${title} · ${documentNumber ?? `案件 ${caseId.slice(0, 8)}`}`,
      description: `${source}${WORDS[state]} /decision/v1/cases/${caseId}`,
    });
  }
  return calendar.toString();
}

const WORDS: Readonly<Record<NamedTerm['state'], string>> = {
  overdue: '，已逾期',
  running: '',
  'standing-still': '，期限中止，最早于此日届满',
  unknown: '，工作日历尚未公布，最早于此日届满',
};
