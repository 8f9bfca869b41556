import type { Penalty, RemedyKind } from '@fajiao/contracts';
import type { CivilDate } from '@fajiao/kernel';
import { deadline, clockRule, passed, remedyRule, type Clock } from '@fajiao/rulebook';
import { appealsOf, holdingStay, pendingRemedy, type Remedy } from '../after-service';
import { procedureOf, standingProposal, type CaseState } from '../case-state';
import type { LawContext } from '../context';
import type { RemedyOutcome } from '../events';
import { clockFrom } from '../law';
import { onlyLowers, samePenalties } from '../penalties';
import { met, metIf, missing, notRequired, ofAct, ofCase } from '../requirement';
import { served } from './phase';

/** Reconsideration and litigation (ARL, ALL): what may be sought when, and how it can end. */

/** The decision has neither been revoked nor been held void. */
export const decisionStands = ofCase('decision.fallen', 'APL-75', ({ fall }) =>
  fall ? missing({ on: fall.on, how: fall.how }) : met(),
);

/** A decision that fell before its service needs none. */
export const servedOrFallen = ofCase('decision.not-served', 'APL-61', (state, law) =>
  state.fall && !state.service ? notRequired : served.check(state, law),
);

export const noRemedyPending = ofCase('remedy.pending', 'internal control', (state) => {
  const pending = pendingRemedy(state);
  return pending ? missing({ remedy: pending.remedy, kind: pending.kind }) : met();
});

/** Meanwhile the authority gathers no evidence of its own. */
export const evidenceNotBarred = ofCase('remedy.evidence-barred', 'ARL-46, ALL-35', (state) =>
  metIf(pendingRemedy(state) === null),
);

export const remedyPending = ofCase('remedy.none-pending', 'ARL-48, ALL-67', (state) => {
  const pending = pendingRemedy(state);
  return pending ? met(pending.revision) : missing();
});

export const notReplied = ofCase('remedy.already-replied', 'ARL-48, ALL-67', (state) => {
  const repliedOn = pendingRemedy(state)?.repliedOn;
  return repliedOn ? missing({ on: repliedOn }) : met();
});

export interface SeekRemedy {
  readonly kind: RemedyKind;
  /** The day it was applied for; the day of the act unless told. */
  readonly soughtOn?: CivilDate;
  /** Of the reconsideration organ; that of a decision made on the spot is simple unless told (ARL-53). */
  readonly procedure?: 'ordinary' | 'simple';
  /** The document did not tell the right, the organ or the term. */
  readonly notTold?: boolean;
}

/** Court after reconsideration, never the reverse; each once, unless the first was withdrawn or not accepted. */
export const notUsedBefore = ofAct<SeekRemedy>('remedy.already-used', 'ARL-29, ALL-44', ({ kind }, { remedies }) => {
  const used = remedies.find((one) => isUsed(one) && (kind === 'reconsideration' || one.kind === 'litigation'));
  return used ? missing({ remedy: used.remedy }) : met();
});

function isUsed({ concluded }: Remedy): boolean {
  return concluded?.accepted === true && concluded.outcome !== 'withdrawn';
}

/** A decision made on the spot since 2024 goes to reconsideration first. */
export const reconsideredFirst = ofAct<SeekRemedy>('remedy.reconsideration-first', 'ARL-23', ({ kind }, state, law) => {
  if (kind === 'reconsideration' || !needsReconsideration(state, law)) return notRequired;
  const ended = state.remedies.flatMap(({ kind: of, concluded }) => (of === 'reconsideration' && concluded) || []);
  const done = ended.find(({ outcome }) => outcome !== 'withdrawn');
  return done ? met(done.revision) : missing();
});

export function needsReconsideration(state: CaseState, { rulebook: { profile } }: LawContext): boolean {
  const { decision } = state;
  return decision !== null && remedyRule(profile, decision.decidedOn).reconsiderationFirst.includes(procedureOf(state));
}

/** Neither ahead nor before the decision. */
export const soughtOnPossible = ofAct<SeekRemedy>('remedy.day-impossible', 'APL-73', ({ soughtOn }, state, law) =>
  dayWithin(soughtOn ?? law.today, state.decision?.decidedOn ?? null, law.today),
);

export interface ConcludeRemedy {
  readonly outcome: RemedyOutcome;
  /** With `changed`, or where it is revoked in part. */
  readonly penalties?: readonly Penalty[];
  /**
   * The day the judgment takes effect or the reconsideration decision is served. Unless told: of a judgment that nobody
   * appealed from the day after its term, else the day of the act. Where the only appeals were late it is always told:
   * the day after the term says that none was heard and the first judgment holds, a later one is the second instance's.
   */
  readonly effectiveOn?: CivilDate;
  /** false: withdrawn or rejected before anybody accepted it, so that it paused nothing. */
  readonly accepted?: boolean;
  /** Revoked for its procedure alone (ARL-64). */
  readonly procedural?: boolean;
  /** With `redo`: the day by which it is to be decided anew, where the order says one. */
  readonly redoBy?: CivilDate;
}

export const endedOnPossible = ofAct<ConcludeRemedy>('remedy.day-impossible', 'APL-73', ({ effectiveOn }, state, law) =>
  dayWithin(effectiveOn ?? law.today, lastStep(pendingRemedy(state)), law.today),
);

/** A late appeal stops nothing unless the court hears it, so that it bounds no day. */
export function lastStep(pending: Remedy | null): CivilDate | null {
  if (!pending) return null;
  const { soughtOn, judgment } = pending;
  const appealed = appealsOf(pending).flatMap((one) => (one.inTime === false ? [] : [one.appealedOn]));
  return [soughtOn, ...(judgment ? [judgment.servedOn] : []), ...appealed].sort().at(-1) ?? null;
}

/** Neither ahead nor before that which it follows. */
export function dayWithin(day: CivilDate, notBefore: CivilDate | null, notAfter: CivilDate) {
  const possible = day <= notAfter && (notBefore === null || day >= notBefore);
  return metIf(possible, { day, notBefore, notAfter });
}

const OUTCOMES_OF: Readonly<Record<RemedyKind, readonly RemedyOutcome[]>> = {
  reconsideration: [
    ...(['upheld', 'changed', 'revoked', 'redo', 'unlawful', 'void', 'rejected'] as const),
    ...(['not-accepted', 'withdrawn', 'mediated', 'no-decision'] as const),
  ],
  litigation: [
    ...(['upheld', 'changed', 'revoked', 'redo', 'unlawful', 'void', 'rejected'] as const),
    ...(['not-accepted', 'withdrawn', 'mediated'] as const),
  ],
};

/** The law knows the outcome; where there is no penalty, nothing is changed into another one. */
export const outcomePossible = ofAct<Pick<ConcludeRemedy, 'outcome'>>(
  'remedy.outcome-impossible',
  'ARL-63 to 69, ALL-69 to 77',
  ({ outcome }, state) => {
    const pending = pendingRemedy(state);
    const known = !pending || OUTCOMES_OF[pending.kind].includes(outcome);
    return metIf(known && (outcome !== 'changed' || state.decision?.outcome === 'penalty'), { outcome });
  },
);

/** What was never accepted was not decided on. */
export const acceptancePossible = ofAct<ConcludeRemedy>(
  'remedy.outcome-impossible',
  'ARL-30 to 36, ALL-51',
  ({ outcome, accepted }) =>
    metIf(accepted !== false || ['not-accepted', 'withdrawn', 'rejected'].includes(outcome), { outcome }),
);

export const changeTold = ofAct<ConcludeRemedy>(
  'remedy.penalties-missing',
  'ARL-63, ALL-77',
  ({ outcome, penalties }) => {
    if (outcome === 'changed') return metIf(penalties !== undefined);
    return metIf(penalties === undefined || outcome === 'revoked' || outcome === 'mediated');
  },
);

export const changesSomething = ofAct<ConcludeRemedy>(
  'remedy.changes-nothing',
  'ARL-63, ALL-77',
  ({ penalties }, { decision }) =>
    metIf(!penalties || decision?.outcome !== 'penalty' || !samePenalties(decision.penalties, penalties)),
);

/** A remedy never ends worse for who sought it. */
export const neverWorse = ofAct<ConcludeRemedy>(
  'remedy.worse-for-applicant',
  'ARL-63, ALL-77',
  ({ penalties }, { decision }) =>
    metIf(!penalties || (decision?.outcome === 'penalty' && onlyLowers(decision.penalties, penalties))),
);

/** What was revoked is not made again on the same facts and grounds, unless its procedure alone was at fault. */
export const notAsRevoked = ofCase('decision.same-as-revoked', 'ARL-64, ALL-71', (state) => {
  const fallen = state.fallenDecisions.at(-1);
  const standing = standingProposal(state);
  if (!fallen || !standing || state.redo?.procedural === true) return notRequired;
  if (fallen.decision.outcome !== 'penalty') return met();
  const sameFacts =
    fallen.conclusions?.findings.trim() === state.conclusions?.findings.trim() &&
    sorted(fallen.conclusions?.conditions) === sorted(state.conclusions?.conditions);
  const same = sameFacts && samePenalties(fallen.decision.penalties, standing.penalties);
  return same ? missing({ documentNumber: fallen.documentNumber }) : met(standing.revision);
});

const sorted = (conditions: readonly string[] = []): string => [...conditions].sort().join();

export const notStayed = ofCase('stay.already-ordered', 'ARL-42, ALL-56', (state) => {
  const stay = holdingStay(state);
  return stay ? missing({ from: stay.from }) : met();
});

export const stayed = ofCase('stay.none', 'ARL-42, ALL-56', (state) => {
  const stay = holdingStay(state);
  return stay ? met(stay.revision) : missing();
});

/** A stay holds execution up (APL-73). */
export const executionNotStayed = ofCase('enforcement.stayed', 'APL-73', (state) => {
  const stay = holdingStay(state);
  return stay ? missing({ from: stay.from, by: stay.by }) : met();
});

/** The term for reconsideration; where the right, the organ or the term was not told, at most a year (ARL-20). */
export function reconsiderationTerm(servedOn: CivilDate, notTold: boolean, law: LawContext): Clock {
  return clockFrom(law, notTold ? 'reconsideration-not-told' : 'reconsideration', servedOn);
}

/** The term for a suit: six months, or fifteen days after a reconsideration that was dealt with (ALL-45, 46). null: none runs. */
export function litigationTerm(state: CaseState, law: LawContext): Clock | null {
  const { service } = state;
  if (!service) return null;
  const { rulebook, calendar } = law;
  const direct = needsReconsideration(state, law) ? null : clockFrom(law, 'litigation', service.servedOn);
  const reconsidered = state.remedies.filter(({ kind }) => kind === 'reconsideration').at(-1);
  if (!reconsidered) return direct;
  const rule = clockRule(rulebook.profile, 'litigation-after-reconsideration', reconsidered.soughtOn);
  const { concluded } = reconsidered;
  if (!concluded) {
    const waiting = deadline(rule, reconsidered.soughtOn, calendar);
    return { ...waiting, due: null, notBefore: law.today, reason: 'standing-still', previousDue: dueOf(direct) };
  }
  const dealtWith = concluded.accepted && concluded.outcome !== 'withdrawn';
  if (!dealtWith && direct) return direct;
  return { ...deadline(rule, concluded.endedOn, calendar), previousDue: dueOf(direct) };
}

const dueOf = (clock: Clock | null): readonly CivilDate[] => (clock?.due ? [clock.due] : []);

/** Whether the remedy was sought in its term; null: not known. */
export function isInTime({ kind, soughtOn, notTold = false }: SeekRemedy, state: CaseState, law: LawContext) {
  const { service } = state;
  if (!service) return null;
  const term =
    kind === 'reconsideration' ? reconsiderationTerm(service.servedOn, notTold, law) : litigationTerm(state, law);
  const late = term ? passed(term, soughtOn ?? law.today) : 'unknown';
  return late === 'unknown' ? null : !late;
}

/** The day after which no remedy can be sought any more; null: none runs, or it is not known. */
export function remediesEnd(state: CaseState, law: LawContext): CivilDate | null {
  const { service } = state;
  if (!service) return null;
  const suit = litigationTerm(state, law);
  const judged = state.remedies.find(({ kind, concluded }) => kind === 'litigation' && concluded?.accepted === true);
  if (judged?.concluded && judged.concluded.outcome !== 'withdrawn') return judged.concluded.endedOn;
  if (suit) return suit.due;
  return reconsiderationTerm(service.servedOn, false, law).due;
}
