import type { CivilDate, Instant } from '@fajiao/kernel';
import type { ClockId } from '@fajiao/rulebook';
import type { CaseState } from './case-state';
import { clocksOf, type CaseClock, type ClockName } from './clocks';
import type { LawContext } from './context';

/** A term that the deciding side still has to keep (待办期限). Whether it is overdue depends on the day of who asks. */
export interface DueTerm {
  readonly clock: ClockName;
  /** Its rule in the rulebook. */
  readonly rule: ClockId;
  readonly source: string;
  /** The act that keeps it; null: no single act of the deciding side does, e.g. the party pays. */
  readonly act: string | null;
  /** null: it stands still, or rests on a calendar year that is not loaded. */
  readonly due: CivilDate | null;
  /** The day itself, or the earliest that it can be. */
  readonly notBefore: CivilDate;
  /** The end to the minute, of a term in hours. */
  readonly dueAt: Instant | null;
  readonly standsStill: boolean;
}

/** The act that keeps each term. */
export const KEPT_BY: Partial<Readonly<Record<ClockName, string>>> = {
  fileBy: 'approve-filing',
  decideBy: 'decide',
  preservationResolveBy: 'resolve-preservation',
  seizureReportBy: 'confirm-seizure',
  seizureEnds: 'lift-seizure',
  serveBy: 'serve-decision',
  transferDecisionBy: 'approve-transfer',
  handOverBy: 'hand-over',
  transferReviewBy: 'request-transfer-review',
  reportBy: 'report-spot-decision',
  handInBy: 'hand-in',
  replyBy: 'reply-to-remedy',
  courtApplyBy: 'seek-court-enforcement',
  courtReviewBy: 'request-court-review',
};

/** What is due in a case. */
export function dueTerms(state: CaseState, law: LawContext): readonly DueTerm[] {
  const terms = clocksOf(state, law).filter(isOpen).map(termOf);
  return [...new Map(terms.sort(lastFirst).map((term) => [term.clock, term])).values()].reverse();
}

/** Of several of the same name, such as of two seizures, the next one is told: the last that is put in the map. */
const lastFirst = (one: DueTerm, other: DueTerm): number => (one.notBefore < other.notBefore ? 1 : -1);

const isOpen = ({ ours, doneOn }: CaseClock): boolean => ours && doneOn === undefined;

function termOf(clock: CaseClock): DueTerm {
  const { name, rule, source, dueAt = null } = clock;
  const ending =
    clock.due === null
      ? { due: null, notBefore: clock.notBefore, standsStill: clock.reason === 'standing-still' }
      : { due: clock.due, notBefore: clock.due, standsStill: false };
  return { clock: name, rule, source, act: KEPT_BY[name] ?? null, dueAt, ...ending };
}
