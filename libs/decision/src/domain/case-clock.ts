import type { CivilDate } from '@fajiao/kernel';
import { clockState, type Clock, type ClockState } from '@fajiao/rulebook';
import type { LawContext } from './context';
import { ifAny } from './if-any';

/** The clocks of a case, by the names of their dates. A pure function of history, calendar and rulebook: nothing is stored. */
export const CLOCK_NAMES = [
  'limitationLastDay',
  'fileBy',
  'decideBy',
  'transferDecisionBy',
  'handOverBy',
  'transferReviewBy',
  'preservationResolveBy',
  'seizureReportBy',
  'seizureEnds',
  'rightsWindowEnds',
  'hearingRequestBy',
  'hearingNotBefore',
  'serveBy',
  'disclosureDue',
  'disclosureCeiling',
  'reportBy',
  'handInBy',
  'depositBy',
  'paymentDue',
  'reconsiderationBy',
  'litigationBy',
  'instalmentDue',
  'replyBy',
  'appealBy',
  'demandTermEnds',
  'courtApplyBy',
  'courtReviewBy',
  'enforcementSuspendedUntil',
  'withdrawBy',
] as const;
export type ClockName = (typeof CLOCK_NAMES)[number];

/** `ended`: a term of the party, or of another context, that lies behind; whether it was used is not told here. */
export type CaseClock = Clock & {
  readonly name: ClockName;
  /** Of several of the same name: the number of the preservation, seizure or instalment. */
  readonly subject?: number;
  /** The deciding side itself has to keep it; otherwise the party or another context may use it. */
  readonly ours: boolean;
  readonly state: ClockState | 'ended';
  readonly doneOn?: CivilDate;
};

/** A term that this side keeps or misses. */
export function ours(name: ClockName, clock: Clock, law: LawContext, doneOn?: CivilDate): CaseClock {
  return { ...clock, name, ours: true, state: clockState(clock, law.today, doneOn), ...ifAny({ doneOn }) };
}

/** A term that somebody else may use or keep. */
export function theirs(name: ClockName, clock: Clock, law: LawContext, doneOn?: CivilDate): CaseClock {
  const known = { ...ours(name, clock, law, doneOn), ours: false };
  return known.state === 'overdue' ? { ...known, state: 'ended' } : known;
}
