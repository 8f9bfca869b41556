import { civilDateOf, type Instant } from '@fajiao/kernel';
import { standingProposal, type CaseState } from '../domain/case-state';
import { actOf } from '../domain/competing';
import { nobodyAsked, type LawContext, type Staff } from '../domain/context';
import { fineOf } from '../domain/discretion';
import type { DecisionDeps } from './decision-deps';
import type { OneFinePerAct } from './one-fine-per-act';

/** The law on the day of an instant, as far as it depends neither on other cases nor on who serves. */
export function lawAt({ rulebook, calendar }: Pick<DecisionDeps, 'rulebook' | 'calendar'>, at: Instant): LawContext {
  return { today: civilDateOf(at), at, rulebook, calendar, staff: nobodyAsked, competingFines: [] };
}

/** The law without the register of the day. */
export type LawBut = Omit<LawContext, 'staff'>;

export const withStaff = (law: LawBut, staff: Staff): LawContext => ({ ...law, staff });

/** The same, with the fines of other cases for the same act, where the case is about to be fined itself. */
export async function lawForCase(
  deps: DecisionDeps,
  acts: OneFinePerAct,
  { caseId, state, at }: { readonly caseId: string; readonly state: CaseState; readonly at: Instant },
): Promise<LawBut> {
  const law = lawAt(deps, at);
  const { filing, decision } = state;
  const standing = standingProposal(state);
  if (!filing || decision || !standing || fineOf(standing) === undefined) return law;
  return { ...law, competingFines: await acts.competing(filing.party, actOf(caseId, filing)) };
}
