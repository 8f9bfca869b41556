import { addDays, type CivilDate } from '@fajiao/kernel';
import { passed, type Clock } from '@fajiao/rulebook';
import { appealsOf, pendingRemedy, type Appeal, type Remedy } from '../after-service';
import type { CaseState } from '../case-state';
import type { LawContext } from '../context';
import type { RemedyOutcome } from '../events';
import { byWhetherPassed, clockFrom } from '../law';
import { met, metIf, missing, notRequired, ofAct, ofCase } from '../requirement';
import { dayWithin, lastStep, type ConcludeRemedy } from './remedies';

/** The two instances of a court (ALL-85, 86). */

export const inCourt = ofCase('remedy.not-in-court', 'ALL-85', (state) => {
  const pending = pendingRemedy(state);
  return pending?.kind === 'litigation' ? met(pending.revision) : missing();
});

export interface GiveJudgment {
  readonly outcome: RemedyOutcome;
  /** 判决 unless told; a 裁定 has a shorter term of appeal. */
  readonly form?: 'judgment' | 'ruling';
  /** The last day of its service on either side; the day of the act unless told. */
  readonly servedOn?: CivilDate;
}

/** Judged again only where the second instance remanded the case (ALL-89). */
export const notJudged = ofCase('remedy.already-judged', 'ALL-85', (state) => {
  const judgment = unappealed(state)?.judgment;
  return judgment ? missing({ servedOn: judgment.servedOn }) : met();
});

export const judgmentDayPossible = ofAct<GiveJudgment>('remedy.day-impossible', 'ALL-85', ({ servedOn }, state, law) =>
  dayWithin(servedOn ?? law.today, lastStep(pendingRemedy(state)), law.today),
);

/** A suit that is withdrawn or settled has ended with that (ALL-60, 62). */
export const judgmentAppealable = ofAct<GiveJudgment>('remedy.not-appealable', 'ALL-85', ({ outcome }) =>
  metIf(outcome !== 'withdrawn' && outcome !== 'mediated', { outcome }),
);

export const judged = ofCase('appeal.no-judgment', 'ALL-85', (state) => {
  const judgment = pendingRemedy(state)?.judgment;
  return judgment ? met(judgment.revision) : missing();
});

/** Each side once. */
export const notAppealed = ofAct<FileAppeal>('appeal.already-filed', 'ALL-85', ({ by }, state) => {
  const appeal = appealsPending(state).find((one) => one.by === by);
  return appeal ? missing({ on: appeal.appealedOn }) : met();
});

export interface FileAppeal {
  readonly by: 'party' | 'authority';
  /** The day of the act unless told. */
  readonly appealedOn?: CivilDate;
}

/** The term runs from the last service on either side: the other one may appeal before it. */
export const appealDayPossible = ofAct<FileAppeal>('remedy.day-impossible', 'ALL-85', ({ appealedOn }, state, law) =>
  dayWithin(appealedOn ?? law.today, pendingRemedy(state)?.soughtOn ?? null, law.today),
);

/** null: there is nothing to appeal from. */
export function appealTerm({ judgment }: Pick<Remedy, 'judgment'>, law: LawContext): Clock | null {
  if (!judgment) return null;
  return clockFrom(law, judgment.form === 'ruling' ? 'appeal-of-ruling' : 'appeal', judgment.servedOn);
}

/** Whether a late appeal is heard is for the court. null: not known. */
export function appealInTime({ appealedOn }: FileAppeal, state: CaseState, law: LawContext): boolean | null {
  const pending = pendingRemedy(state);
  const term = pending && appealTerm(pending, law);
  const late = term ? passed(term, appealedOn ?? law.today) : 'unknown';
  return late === 'unknown' ? null : !late;
}

function appealsPending(state: CaseState): readonly Appeal[] {
  const pending = pendingRemedy(state);
  return pending ? appealsOf(pending) : [];
}

/** The judgment of the first instance that nobody appealed from. */
function unappealed(state: CaseState): Remedy | null {
  const pending = pendingRemedy(state);
  return pending?.judgment && appealsOf(pending).length === 0 ? pending : null;
}

/** The last appeal, where every one of them was late. */
function lateAppeal(state: CaseState): Appeal | null {
  const appeals = appealsPending(state);
  return appeals.every(({ inTime }) => inTime === false) ? (appeals.at(-1) ?? null) : null;
}

/** The day on which the judgment takes effect by law if nobody appeals in time. null: there is none, or it is not known. */
function inEffectFrom(state: CaseState, law: LawContext): CivilDate | null {
  const pending = pendingRemedy(state);
  const due = pending && appealTerm(pending, law)?.due;
  return due ? addDays(due, 1) : null;
}

/** The day on which the remedy ended, whenever that is recorded. */
export function endOf({ effectiveOn }: ConcludeRemedy, state: CaseState, law: LawContext): CivilDate {
  return effectiveOn ?? (unappealed(state) && inEffectFrom(state, law)) ?? law.today;
}

/** Without an appeal the judgment takes effect when the term for it has passed. */
export const judgmentInEffect = ofAct<ConcludeRemedy>(
  'remedy.judgment-not-in-effect',
  'ALL-85',
  (_told, state, law) => {
    const first = unappealed(state);
    const term = first && appealTerm(first, law);
    if (!term) return notRequired;
    const findings = { passed: met(first.judgment?.revision), open: missing({ until: term.due }) };
    return byWhetherPassed(term, law.today, findings);
  },
);

/** And on no other day. Whether a late appeal was heard is for the day to tell. */
export const effectiveByLaw = ofAct<ConcludeRemedy>(
  'remedy.day-impossible',
  'ALL-85',
  ({ effectiveOn }, state, law) => {
    const first = inEffectFrom(state, law);
    const late = lateAppeal(state);
    if (first === null || !(late ?? unappealed(state))) return notRequired;
    if (effectiveOn === first) return met();
    if (!late) return effectiveOn === undefined ? met() : dayWithin(effectiveOn, first, first);
    if (effectiveOn) return dayWithin(effectiveOn, late.appealedOn, law.today);
    return missing({ on: late.appealedOn, first }, { code: 'remedy.effect-untold' });
  },
);

/** And as it was given. */
export const concludedAsJudged = ofAct<ConcludeRemedy>(
  'remedy.differs-from-judgment',
  'ALL-85',
  ({ outcome, effectiveOn }, state, law) => {
    const unheard = lateAppeal(state) !== null && effectiveOn === inEffectFrom(state, law);
    const judgment = (unheard ? pendingRemedy(state) : unappealed(state))?.judgment;
    return judgment ? metIf(outcome === judgment.outcome, { outcome, judged: judgment.outcome }) : notRequired;
  },
);
