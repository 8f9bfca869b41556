import type { CivilDate } from '@fajiao/kernel';
import { passed } from '@fajiao/rulebook';
import type { CaseState } from './case-state';
import type { LawContext } from './context';
import type { CorrectionOrderGiven, Measures, Preservation, Seizure } from './measures-state';
import { preservationTerm } from './requirements/preservation';
import { lapsedSince } from './requirements/seizure';

/** Measures as they stand on a day. */
export interface MeasuresOnADay extends Pick<Measures, 'samples'> {
  readonly preservations: readonly (Preservation & {
    /** Nobody resolved it in time: it holds no longer, and the things are to be given back. */
    readonly lapsed: boolean;
  })[];
  readonly seizures: readonly (Seizure & {
    /** The first day on which it holds no longer though nobody lifted it. */
    readonly lapsedSince: CivilDate | null;
  })[];
  readonly correctionOrders: readonly (CorrectionOrderGiven & {
    /** Its day has passed, and no re-inspection found it followed. */
    readonly overdue: boolean;
  })[];
}

export function measuresOn({ samples, preservations, seizures, correctionOrders }: CaseState, law: LawContext) {
  return {
    samples,
    preservations: preservations.map((taken) => ({ ...taken, lapsed: hasLapsed(taken, law) })),
    seizures: seizures.map((seizure) => ({ ...seizure, lapsedSince: lapsedSince(seizure, law) })),
    correctionOrders: correctionOrders.map((given) => ({ ...given, overdue: isOverdue(given, law) })),
  } satisfies MeasuresOnADay;
}

function hasLapsed(taken: Preservation, law: LawContext): boolean {
  const until = taken.resolved?.on ?? law.today;
  return passed(preservationTerm(taken, law), until) === true;
}

function isOverdue({ by, inspections }: CorrectionOrderGiven, { today }: LawContext): boolean {
  return by !== null && by < today && !inspections.some(({ corrected }) => corrected);
}
