import { birthDateOf, type CivilDate } from '@fajiao/kernel';
import {
  ageOn,
  clockRule,
  deadline,
  hearingGrounds,
  passed,
  type Clock,
  type ClockId,
  type Ending,
  type HearingGround,
  type OffenceItem,
  type Pause,
} from '@fajiao/rulebook';
import { standingProposal, type CaseState, type Filing } from './case-state';
import type { LawContext } from './context';
import { missing, type Finding } from './requirement';

/** What the rulebook says about one case. */

/** The clock of a rule that the day `from` starts; `on`: the day whose version of the rule holds. */
export function clockFrom(
  { rulebook, calendar }: LawContext,
  id: ClockId,
  from: CivilDate,
  { on = from, pauses = [] }: { readonly on?: CivilDate; readonly pauses?: readonly Pause[] } = {},
): Clock {
  return deadline(clockRule(rulebook.profile, id, on), from, calendar, pauses);
}

/** A finding by whether the end lies behind on a day. An unknown calendar year is never guessed. */
export function byWhetherPassed(
  ending: Ending,
  on: CivilDate,
  findings: { readonly passed: Finding; readonly open: Finding },
): Finding {
  const is = passed(ending, on);
  if (is === 'unknown') return yearUnknown(ending);
  return is ? findings.passed : findings.open;
}

export function yearUnknown(ending: Ending): Finding {
  const detail = ending.due === null ? { notBefore: ending.notBefore } : undefined;
  return missing(detail, { code: 'calendar.year-unknown', source: 'calendar' });
}

/** The item of the catalogue that governs the day of the act. */
export function offenceOf(
  { offence, actDate }: Pick<Filing, 'offence' | 'actDate'>,
  { rulebook }: Pick<LawContext, 'rulebook'>,
): OffenceItem | undefined {
  return rulebook.catalogue.find(offence.code, actDate);
}

/** Full years of a citizen at the act, on the birthday itself the younger age (APL-30); null: no citizen. */
export function ageAtAct({ party, actDate }: Pick<Filing, 'party' | 'actDate'>): number | null {
  return party.kind === 'citizen' ? ageOn(birthDateOf(party.citizenId), actDate) : null;
}

/** Why the party has a right to a hearing on the version that stands; empty: it has none (APL-63). */
export function hearingRight(state: CaseState, { rulebook, today }: LawContext): readonly HearingGround[] {
  const standing = standingProposal(state);
  if (!state.filing || !standing) return [];
  return hearingGrounds(rulebook.profile, state.filing.party.kind, standing.penalties, today);
}

/** Complex or serious (APL-57, 58; readings: major). */
export function isMajorCase(state: CaseState, law: LawContext): boolean {
  return hearingRight(state, law).length > 0 || state.approval?.markedMajor === true;
}
