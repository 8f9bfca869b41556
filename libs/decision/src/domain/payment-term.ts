import { type CivilDate, fen, type Fen } from '@fajiao/kernel';
import {
  movedTo,
  pausedForRemedy,
  surchargeOn,
  surchargeRule,
  type Clock,
  type Debt,
  type Term,
} from '@fajiao/rulebook';
import type { EasierTerm } from './after-service';
import type { CaseState } from './case-state';
import type { LawContext } from './context';
import { clockFrom } from './law';

/** The term of payment as it stands (APL-66, 67), and what is owed under it as far as the deciding side knows. */

/** null: nothing is to be paid. With instalments, the end of the last. */
export function paymentTerm(state: CaseState, law: LawContext): Clock | null {
  const { service, decision } = state;
  if (!service || service.fineId === null || decision?.outcome !== 'penalty' || !decision.payment) return null;
  const told = clockFrom(law, 'payment', service.servedOn);
  return state.easierTerms.reduce((term, easier) => movedTo(term, lastDayOf(easier)), told);
}

export function lastDayOf(easier: EasierTerm): CivilDate {
  if (easier.kind === 'deferral') return easier.until;
  const last = easier.instalments.at(-1);
  if (!last) throw new Error('a plan of instalments without any');
  return last.due;
}

/** The surcharge up to and including a day, had nothing been paid: the collecting side alone knows payments. null: not known. */
export function surchargeIfUnpaid(state: CaseState, law: LawContext): Fen | null {
  const { decision, service } = state;
  if (decision?.outcome !== 'penalty' || !decision.payment || !service) return null;
  const { fineFen, confiscatedGainsFen, surcharge } = decision.payment;
  if (surcharge === null || fineFen === 0) return fen(0);
  const debt: Debt = {
    fineFen,
    confiscatedGainsFen,
    surchargeStated: true,
    terms: termsOf(state, fineFen, law),
    payments: [],
    pauses: state.remedies
      .filter(({ concluded }) => concluded?.accepted !== false)
      .map(({ soughtOn, concluded, kind }) => pausedForRemedy(soughtOn, concluded?.endedOn ?? null, kind)),
  };
  return surchargeOn(debt, surchargeRule(law.rulebook.profile, decision.decidedOn), law.today);
}

function termsOf(state: CaseState, fineFen: Fen, law: LawContext): readonly Term[] {
  const easier = state.easierTerms.at(-1);
  if (easier?.kind === 'instalments')
    return easier.instalments.map(({ due, fen: part }) => ({ fen: part, ends: { due } }));
  const term = paymentTerm(state, law);
  return term ? [{ fen: fineFen, ends: term }] : [];
}
