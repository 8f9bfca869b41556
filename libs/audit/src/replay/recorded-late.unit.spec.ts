import { parseInstant, WorkingCalendar } from '@fajiao/kernel';
import { loadCalendar, loadRulebook } from '@fajiao/rulebook';
import { recordedLate } from './recorded-late';

const { profile } = loadRulebook();
const rules = { profile, calendar: loadCalendar() };

const act = (occurredAt: string, recordedAt: string, id = 'officer-1') => ({
  actor: { id, roles: [] },
  occurredAt: parseInstant(occurredAt),
  recordedAt: parseInstant(recordedAt),
});

describe('an act', () => {
  it('is recorded late from the third working day after it on', () => {
    // 29 September to 6 October 2023 are days off, 7 and 8 October are working days.
    const late = (recordedAt: string) => recordedLate(rules, act('2023-09-28T10:00+08:00', recordedAt));
    expect(late('2023-09-28T10:00+08:00')).toBe(false);
    expect(late('2023-10-08T23:59+08:00')).toBe(false);
    expect(late('2023-10-09T00:00+08:00')).toBe(true);
  });

  it('of a policy is recorded at the time of its cause, and never late', () => {
    expect(recordedLate(rules, act('2023-09-01T10:00+08:00', '2023-12-01T10:00+08:00', 'policy:x'))).toBe(false);
  });

  it('is neither late nor in time where that cannot be told', () => {
    const unknown = { profile, calendar: new WorkingCalendar([]) };
    expect(recordedLate(unknown, act('2023-09-28T10:00+08:00', '2023-10-09T10:00+08:00'))).toBeNull();
    expect(recordedLate(rules, act('2020-09-28T10:00+08:00', '2023-10-09T10:00+08:00'))).toBeNull();
  });
});
