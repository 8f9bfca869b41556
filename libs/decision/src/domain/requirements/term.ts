import { addMonths, type CivilDate } from '@fajiao/kernel';
import { closedGround, groundsOf, type ClosedGround } from '@fajiao/rulebook';
import type { LawContext } from '../context';
import { met, metIf, missing, ofAct } from '../requirement';
import { decisionTerm } from './deciding';

/** Longer terms, and time left out, only on a ground and a basis that the profile names (APL-60). */

interface OnBasis {
  readonly ground?: string;
  readonly basis: string;
}

/** The extension's ground may be left to its basis where that has only one. */
function allowed(list: 'suspension' | 'extension', { ground, basis }: OnBasis, { rulebook, today }: LawContext) {
  const { profile } = rulebook;
  const known: ClosedGround | undefined =
    ground === undefined
      ? groundsOf(profile, list, today).find((one) => one.basis === basis)
      : closedGround(profile, list, ground, today);
  return known?.basis === basis ? known : undefined;
}

export const groundAllowed = (list: 'suspension' | 'extension') =>
  ofAct<OnBasis>('term.ground-unknown', 'APL-60', (told, _state, law) =>
    metIf(allowed(list, told, law) !== undefined, { ground: told.ground ?? '', basis: told.basis }),
  );

/** Months from the end of the term as it stands before the extension. */
export const notTooLong = ofAct<OnBasis & { readonly until: CivilDate }>(
  'term.too-long',
  'APL-60',
  (told, state, law) => {
    const months = allowed('extension', told, law)?.mostMonths;
    const due = decisionTerm({ ...state, extension: null }, law)?.due;
    if (months === undefined || !due) return met();
    const latest = addMonths(due, months);
    return told.until <= latest ? met() : missing({ months, latest });
  },
);
