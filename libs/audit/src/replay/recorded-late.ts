import { civilDateOf, type FactMeta, type WorkingCalendar } from '@fajiao/kernel';
import { clockRule, deadline, passed, type Profile } from '@fajiao/rulebook';

/** What lateness is judged by. */
export interface RecordingRules {
  readonly profile: Profile;
  readonly calendar: WorkingCalendar;
}

/**
 * Whether an act was recorded later than the profile allows without a reason (补录). Null where a calendar year is missing or
 * the profile does not reach back so far. Policies record at the time of their cause.
 */
export function recordedLate(
  { profile, calendar }: RecordingRules,
  { actor, occurredAt, recordedAt }: Pick<FactMeta, 'actor' | 'occurredAt' | 'recordedAt'>,
): boolean | null {
  if (actor.id.startsWith('policy:')) return false;
  const occurredOn = civilDateOf(occurredAt);
  if (occurredOn < profile.effectiveFrom) return null;
  const clock = deadline(clockRule(profile, 'recording', occurredOn), occurredOn, calendar);
  const late = passed(clock, civilDateOf(recordedAt));
  return late === 'unknown' ? null : late;
}
