import type { CivilDate, WorkingCalendar } from '@fajiao/kernel';
import { type ClockId, clockRule, type ClockState, clockState, deadline, passed, type Profile } from '@fajiao/rulebook';

/** What the clocks are computed with. */
export interface DisclosureRules {
  readonly profile: Profile;
  readonly calendar: WorkingCalendar;
}

/** A term for publishing a decision, and whether it was kept. */
export interface DisclosureClock {
  readonly rule: ClockId;
  readonly name: string;
  /** Null where the calendar lacks the year; then it is `notBefore` at the earliest. */
  readonly due: CivilDate | null;
  readonly notBefore: CivilDate | null;
  /** Null where that depends on the missing year. */
  readonly met: boolean | null;
  readonly source: string;
}

/** The bureau's own promise (Report §3(2)) and the national ceiling (GBF118), each with a clock of its own. */
const RULES = ['disclosure-promise', 'disclosure-ceiling'] as const;

/** The term for taking down a decision that fell (APL-48). */
export interface WithdrawalClock {
  readonly due: CivilDate | null;
  readonly notBefore: CivilDate | null;
  readonly state: ClockState;
  readonly source: string;
}

export function withdrawalClock(
  { profile, calendar }: DisclosureRules,
  fellOn: CivilDate,
  today: CivilDate,
  withdrawnOn: CivilDate | null,
): WithdrawalClock {
  const clock = deadline(clockRule(profile, 'withdrawal', fellOn), fellOn, calendar);
  return {
    due: clock.due,
    notBefore: clock.due === null ? clock.notBefore : null,
    state: clockState(clock, today, withdrawnOn ?? undefined),
    source: clock.source,
  };
}

export function disclosureClocks(
  { profile, calendar }: DisclosureRules,
  decidedOn: CivilDate,
  publishedOn: CivilDate,
): DisclosureClock[] {
  return RULES.map((id) => {
    const rule = clockRule(profile, id, decidedOn);
    const clock = deadline(rule, decidedOn, calendar);
    const late = passed(clock, publishedOn);
    return {
      rule: id,
      name: rule.title.zh,
      due: clock.due,
      notBefore: clock.due === null ? clock.notBefore : null,
      met: late === 'unknown' ? null : !late,
      source: rule.source,
    };
  });
}
