import { addDays, type CivilDate, type Fen } from '@fajiao/kernel';
import {
  movedTo,
  pausedForRemedy,
  surchargeOn,
  surchargeRule,
  type Clock,
  type Debt,
  type Ending,
  type FormerSchedule,
  type Schedule,
} from '@fajiao/rulebook';
import type { EasierTerm } from './after-service';
import { penaltyOf, type CaseState } from './case-state';
import type { LawContext } from './context';
import { clockFrom } from './law';
import { asRequired } from './requirement';

/** The term of payment as it stands (APL-66, 67), and what is owed under it as far as the deciding side knows. */

/** null: nothing is to be paid. With instalments, the end of the last. */
export function paymentTerm(state: CaseState, law: LawContext): Clock | null {
  const { service } = state;
  if (!service?.fineId || !penaltyOf(state)?.payment) return null;
  const told = clockFrom(law, 'payment', service.servedOn);
  return state.easierTerms.reduce((term, easier) => movedTo(term, lastDayOf(easier)), told);
}

export function lastDayOf(easier: EasierTerm): CivilDate {
  if (easier.kind === 'deferral') return easier.until;
  return asRequired(easier.instalments.at(-1)).due;
}

/** The surcharge up to and including a day, had nothing been paid: the collecting side alone knows payments. null: not known. */
export function surchargeIfUnpaid(state: CaseState, law: LawContext): Fen | null {
  const { decidedOn, payment } = asRequired(penaltyOf(state));
  const { fineFen, confiscatedGainsFen, surcharge } = asRequired(payment);
  const debt: Debt = {
    fineFen,
    confiscatedGainsFen,
    surchargeStated: surcharge !== null,
    ...schedulesOf(state, fineFen, law),
    payments: [],
    pauses: state.remedies
      .filter(({ concluded }) => concluded?.accepted !== false)
      .map(({ soughtOn, concluded, kind }) => pausedForRemedy(soughtOn, concluded?.endedOn ?? null, kind)),
  };
  return surchargeOn(debt, surchargeRule(law.rulebook.profile, decidedOn), law.today);
}

type Schedules = Pick<Debt, keyof Schedule | 'formerly'>;

/** The latest approval holds from its day on, and what held before it for the days before (readings: moved-term). */
function schedulesOf({ service, easierTerms }: CaseState, fineFen: Fen, law: LawContext): Schedules {
  const whole = (ends: Ending): Schedule => ({ terms: [{ fen: fineFen, ends }] });
  let holding = whole(clockFrom(law, 'payment', asRequired(service).servedOn));
  const formerly: FormerSchedule[] = [];
  for (const easier of easierTerms) {
    formerly.push({ ...holding, through: addDays(easier.on, -1) });
    holding = easier.kind === 'deferral' ? whole({ due: easier.until }) : inParts(easier);
  }
  return { ...holding, formerly };
}

function inParts({ instalments, missedMakesAllDue }: Extract<EasierTerm, { kind: 'instalments' }>): Schedule {
  return { terms: instalments.map(({ due, fen }) => ({ fen, ends: { due } })), missedMakesAllDue };
}
