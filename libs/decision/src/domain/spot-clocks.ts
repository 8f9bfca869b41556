import { clockRule, deadline, type Clock } from '@fajiao/rulebook';
import { ours, theirs, type CaseClock } from './case-clock';
import { procedureOf, type CaseState } from './case-state';
import type { LawContext } from './context';
import { clockFrom } from './law';
import { isAfloat, type SpotMoney } from './spot-state';

/** Clocks of a decision made on the spot and of money taken there (APL-52, 71). */
export function spotClocks(state: CaseState, law: LawContext): CaseClock[] {
  const { decision, spotReport, spotMoney } = state;
  return [
    ...(decision && procedureOf(state) === 'simple'
      ? [ours('reportBy', clockFrom(law, 'spot-report', decision.decidedOn), law, spotReport?.on)]
      : []),
    ...(spotMoney ? custodyClocks(spotMoney, law) : []),
  ];
}

function custodyClocks(money: SpotMoney, law: LawContext): CaseClock[] {
  const { handedIn } = money;
  return [
    ours('handInBy', handInTerm(money, law), law, handedIn?.on),
    // The collecting side pays it in and knows when it has.
    ...(handedIn ? [theirs('depositBy', clockFrom(law, 'deposit', handedIn.on), law)] : []),
  ];
}

/** From the taking; on water from landing, and until then it stands still (APL-71). */
function handInTerm(money: SpotMoney, law: LawContext): Clock {
  const { takenOn, landedOn } = money;
  if (!isAfloat(money)) return clockFrom(law, 'hand-in', landedOn ?? takenOn);
  const { rulebook, calendar } = law;
  const afloat = { from: takenOn, through: null, by: '水上' };
  return deadline(clockRule(rulebook.profile, 'hand-in', takenOn), takenOn, calendar, [afloat]);
}
