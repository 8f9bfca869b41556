import { addDays, birthDateOf, daysBetween } from '@fajiao/kernel';
import { ageGroup, leftOutOfTerm, movedTo, remedyRule, type Clock } from '@fajiao/rulebook';
import { standingProposal, type CaseState, type Filing, type Pause } from '../case-state';
import type { LawContext } from '../context';
import { ageAtAct, byWhetherPassed, clockFrom } from '../law';
import { fineOf } from '../discretion';
import { met, metIf, missing, notRequired, ofAct, ofCase, type Finding } from '../requirement';

/** What the decision itself stands on: the party, the term, one fine for one act, a complete document. */

/** Under fourteen at the act: there must be no penalty. */
export const partyOldEnough = ofCase('party.under-fourteen', 'APL-30', (state, law) =>
  metIf(ageGroupOf(state.filing, law) !== 'no-penalty', { age: state.filing && ageAtAct(state.filing) }),
);

/** Fourteen to eighteen at the act: the penalty must be mitigated. */
export const minorMitigated = ofCase('party.minor-not-mitigated', 'APL-30', (state, law) => {
  if (ageGroupOf(state.filing, law) !== 'mitigated') return notRequired;
  const standing = standingProposal(state);
  return standing?.mitigation ? met(standing.revision) : missing({ age: state.filing && ageAtAct(state.filing) });
});

/** What a party's age at the act means for the penalty. */
export function ageGroupOf(
  act: Pick<Filing, 'party' | 'actDate'> | null,
  { rulebook }: LawContext,
): ReturnType<typeof ageGroup> {
  if (act?.party.kind !== 'citizen') return 'full';
  return ageGroup(rulebook.profile, birthDateOf(act.party.citizenId), act.actDate);
}

/**
 * Ninety days from the approval of the filing; days left out and an extension move the end (APL-60). An order to decide
 * anew begins it anew; where the authority itself revoked its decision, the term runs on (readings: redo-term).
 */
export function decisionTerm(state: CaseState, law: LawContext): Clock | null {
  const { approval, redo } = state;
  if (!approval) return null;
  const pauses = pausesOfTerm(state);
  const extension = state.extension && state.extension.revision > (redo?.revision ?? -1) ? state.extension : null;
  const leftOut = pauses.map(({ from, resumedOn, ground }) => leftOutOfTerm(from, resumedOn, ground));
  const term = beginsOn(redo, clockFrom(law, 'decision-term', redo?.on ?? approval.on, { pauses: leftOut }));
  if (!extension) return term;
  // Days left out after the extension move its end like any other.
  const later = pauses.filter(({ revision }) => revision > extension.revision);
  const days = later.map(({ from, resumedOn }) => daysBetween(from, resumedOn ?? law.today));
  const end = addDays(
    extension.until,
    days.reduce((sum, more) => sum + more, 0),
  );
  const extended = movedTo(term, end);
  const isPaused = later.some(({ resumedOn }) => resumedOn === null);
  return isPaused ? { ...extended, due: null, notBefore: end, reason: 'standing-still' } : extended;
}

/**
 * A transfer of what is decided leaves no time out: the decision was in time, or it was not. Where the case is still away when
 * its decision falls, time is left out from then on.
 */
function pausesOfTerm({ pauses, decision, fallenDecisions, redo }: CaseState): readonly Pause[] {
  return pauses.flatMap((pause): readonly Pause[] => {
    if (decision && pause.revision > decision.revision) return [];
    const fallen = fallenDecisions.find(
      (one) => one.decision.revision < pause.revision && pause.revision < one.revision,
    );
    const days = [pause.from, fallen?.on, redo?.on].filter((day) => day !== undefined);
    const from = days.sort().at(-1) ?? pause.from;
    return pause.resumedOn !== null && pause.resumedOn <= from ? [] : [{ ...pause, from }];
  });
}

/** The term of an order to decide anew: its own day where it says one. */
function beginsOn(redo: CaseState['redo'], term: Clock): Clock {
  if (!redo) return term;
  const anew = { ...term, startedBy: 'RedoOrdered' };
  return redo.until === null ? anew : movedTo(anew, redo.until);
}

/** Past the term only with the head's recorded reason: the decision is then unlawful, not void, and shows it for ever. */
export const withinTerm = ofAct<{ readonly pastTerm?: string }>(
  'decision.term-expired',
  'APL-60',
  ({ pastTerm }, state, law) => (pastTerm === undefined ? termFinding(state, law) : met()),
  termFinding,
);

/** A reason for being late is recorded only where it is late. */
export const pastTermOnlyWhenPast = ofAct<{ readonly pastTerm?: string }>(
  'decision.term-not-expired',
  'APL-60',
  ({ pastTerm }, state, law) => {
    if (pastTerm === undefined) return notRequired;
    const finding = termFinding(state, law);
    return finding.is === 'met' ? missing() : met();
  },
);

function termFinding(state: CaseState, law: LawContext): Finding {
  const term = decisionTerm(state, law);
  if (!term) return notRequired;
  return byWhetherPassed(term, law.today, { passed: missing({ decideBy: term.due }), open: met() });
}

/** The same act is not fined twice (APL-29). */
export const notFinedBefore = ofCase('fine.twice-for-one-act', 'APL-29', (state, { competingFines }) => {
  const standing = standingProposal(state);
  if (!standing || fineOf(standing) === undefined) return notRequired;
  return metIf(competingFines.length === 0, { cases: competingFines.map(({ caseId }) => caseId).join(', ') });
});

/** Party, facts and evidence, kind and basis, performance, remedies with term and organ, authority (APL-59). */
export const documentComplete = ofCase('decision.contents-missing', 'APL-59', (state, law) => {
  const { conclusions, evidence } = state;
  const { reconsiderationOrgans, court } = remedyRule(law.rulebook.profile, law.today);
  const lacking = [
    ...(conclusions && conclusions.findings.trim() !== '' ? [] : ['facts']),
    ...(evidence.some(({ status }) => status !== 'excluded') ? [] : ['evidence']),
    ...(reconsiderationOrgans.length > 0 && court !== '' ? [] : ['remedies']),
  ];
  return metIf(lacking.length === 0, { contents: lacking.join(', ') });
});
