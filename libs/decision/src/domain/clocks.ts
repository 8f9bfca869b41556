import type { CivilDate } from '@fajiao/kernel';
import { clockState, remedyRule, type Clock, type ClockState } from '@fajiao/rulebook';
import type { CaseState } from './case-state';
import type { LawContext } from './context';
import { clockFrom } from './law';
import { decisionTerm } from './requirements/deciding';
import { discoveredOn, limitation } from './requirements/filing';
import { hearingRequestTerm } from './requirements/hearing';
import { hearingNotice, holdingNotice, rightsWindow } from './requirements/notice';

/** The clocks of a case, by the names of their dates. A pure function of history, calendar and rulebook: nothing is stored. */
export const CLOCK_NAMES = [
  'limitationLastDay',
  'fileBy',
  'decideBy',
  'rightsWindowEnds',
  'hearingRequestBy',
  'hearingNotBefore',
  'serveBy',
  'disclosureDue',
  'disclosureCeiling',
  'paymentDue',
  'reconsiderationBy',
  'litigationBy',
] as const;
export type ClockName = (typeof CLOCK_NAMES)[number];

/** `ended`: a term of the party, or of another context, that lies behind; whether it was used is not told here. */
export type CaseClock = Clock & {
  readonly name: ClockName;
  readonly state: ClockState | 'ended';
  readonly doneOn?: CivilDate;
};

export function clocksOf(state: CaseState, law: LawContext): readonly CaseClock[] {
  return [...filingClocks(state, law), ...rightsClocks(state, law), ...decisionClocks(state, law)];
}

function filingClocks(state: CaseState, law: LawContext): CaseClock[] {
  const { filing, approval, decision, ending } = state;
  if (!filing) return [];
  const discovered = discoveredOn(filing, filing.filedOn);
  const act = { actDate: filing.actDate, ...(filing.actEndDate && { actEndDate: filing.actEndDate }) };
  const harm = filing.harm ? { harm: filing.harm } : {};
  const term = decisionTerm(state, law);
  const answered = approval?.on ?? (ending?.how === 'filing-refused' ? ending.on : undefined);
  return [
    ours('limitationLastDay', limitation({ ...act, ...harm }, { ...law, today: filing.filedOn }), law, discovered),
    ours('fileBy', clockFrom(law, 'filing', discovered), law, answered),
    ...(term ? [ours('decideBy', term, law, decision?.decidedOn ?? ending?.on)] : []),
  ];
}

function rightsClocks(state: CaseState, law: LawContext): CaseClock[] {
  const notice = holdingNotice(state);
  if (!notice) return [];
  const heard = hearingNotice(state);
  const { requested, noticed } = state.hearing;
  return [
    theirs('rightsWindowEnds', rightsWindow(notice, law), law),
    ...(heard ? [theirs('hearingRequestBy', hearingRequestTerm(heard, law), law, requested?.on)] : []),
    ...(noticed ? [theirs('hearingNotBefore', clockFrom(law, 'hearing-notice', noticed.on), law)] : []),
  ];
}

function decisionClocks({ decision, service, payment }: CaseState, law: LawContext): CaseClock[] {
  if (!decision) return [];
  // A public notice meets the term of service by its publication (readings).
  const servedOn = service?.publishedOn ?? service?.servedOn;
  const from = decision.decidedOn;
  return [
    ours('serveBy', clockFrom(law, 'service', from), law, servedOn),
    ...(decision.outcome === 'penalty'
      ? [
          theirs('disclosureDue', clockFrom(law, 'disclosure-promise', from), law),
          theirs('disclosureCeiling', clockFrom(law, 'disclosure-ceiling', from), law),
        ]
      : []),
    ...(service ? afterService(service.servedOn, service.fineId !== null, payment?.paidOn, law) : []),
  ];
}

function afterService(
  servedOn: CivilDate,
  withMoney: boolean,
  paidOn: CivilDate | undefined,
  law: LawContext,
): CaseClock[] {
  const suitAtOnce = !remedyRule(law.rulebook.profile, servedOn).reconsiderationFirst.includes('ordinary');
  return [
    ...(withMoney ? [ours('paymentDue', clockFrom(law, 'payment', servedOn), law, paidOn)] : []),
    theirs('reconsiderationBy', clockFrom(law, 'reconsideration', servedOn), law),
    ...(suitAtOnce ? [theirs('litigationBy', clockFrom(law, 'litigation', servedOn), law)] : []),
  ];
}

/** A term that this side keeps or misses. */
function ours(name: ClockName, clock: Clock, law: LawContext, doneOn?: CivilDate): CaseClock {
  return { ...clock, name, state: clockState(clock, law.today, doneOn), ...(doneOn && { doneOn }) };
}

/** A term that somebody else may use or keep. */
function theirs(name: ClockName, clock: Clock, law: LawContext, doneOn?: CivilDate): CaseClock {
  const known = ours(name, clock, law, doneOn);
  return known.state === 'overdue' ? { ...known, state: 'ended' } : known;
}
