import type { CivilDate } from '@fajiao/kernel';
import { passed, type Clock } from '@fajiao/rulebook';
import { pendingRemedy, type Remedy } from '../after-service';
import type { CaseState } from '../case-state';
import type { LawContext } from '../context';
import type { RemedyOutcome } from '../events';
import { byWhetherPassed, clockFrom } from '../law';
import { met, metIf, missing, notRequired, ofAct, ofCase } from '../requirement';
import { dayWithin, type ConcludeRemedy } from './remedies';

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

export const notJudged = ofCase('remedy.already-judged', 'ALL-85', (state) => {
  const judgment = pendingRemedy(state)?.judgment;
  return judgment ? missing({ servedOn: judgment.servedOn }) : met();
});

export const judgmentDayPossible = ofAct<GiveJudgment>('remedy.day-impossible', 'ALL-85', ({ servedOn }, state, law) =>
  dayWithin(servedOn ?? law.today, pendingRemedy(state)?.soughtOn ?? null, law.today),
);

export const judged = ofCase('appeal.no-judgment', 'ALL-85', (state) => {
  const judgment = pendingRemedy(state)?.judgment;
  return judgment ? met(judgment.revision) : missing();
});

export const notAppealed = ofCase('appeal.already-filed', 'ALL-85', (state) => {
  const appeal = pendingRemedy(state)?.appeal;
  return appeal ? missing({ on: appeal.appealedOn }) : met();
});

export interface FileAppeal {
  readonly by: 'party' | 'authority';
  /** The day of the act unless told. */
  readonly appealedOn?: CivilDate;
}

export const appealDayPossible = ofAct<FileAppeal>('remedy.day-impossible', 'ALL-85', ({ appealedOn }, state, law) =>
  dayWithin(appealedOn ?? law.today, pendingRemedy(state)?.judgment?.servedOn ?? null, law.today),
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

/** The judgment of the first instance that nobody appealed from. */
function unappealed(state: CaseState): Remedy | null {
  const pending = pendingRemedy(state);
  return pending?.judgment && !pending.appeal ? pending : null;
}

/** Without an appeal the judgment takes effect when the term for it has passed. */
export const judgmentInEffect = ofAct<ConcludeRemedy>(
  'remedy.judgment-not-in-effect',
  'ALL-85',
  ({ effectiveOn }, state, law) => {
    const first = unappealed(state);
    const term = first && appealTerm(first, law);
    if (!term) return notRequired;
    const findings = { passed: met(first.judgment?.revision), open: missing({ until: term.due }) };
    return byWhetherPassed(term, effectiveOn ?? law.today, findings);
  },
);

/** And as it was given. */
export const concludedAsJudged = ofAct<ConcludeRemedy>(
  'remedy.differs-from-judgment',
  'ALL-85',
  ({ outcome }, state) => {
    const judgment = unappealed(state)?.judgment;
    return judgment ? metIf(outcome === judgment.outcome, { outcome, judged: judgment.outcome }) : notRequired;
  },
);
