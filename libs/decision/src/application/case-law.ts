import { civilDateOf, type Instant } from '@fajiao/kernel';
import { standingProposal, type CaseState } from '../domain/case-state';
import { actOf } from '../domain/competing';
import type { LawContext } from '../domain/context';
import { fineOf } from '../domain/discretion';
import type { DecisionDeps } from './decision-deps';
import type { OneFinePerAct } from './one-fine-per-act';

/** The law on the day of an instant, as far as it does not depend on other cases. */
export function lawAt(
  { rulebook, calendar, staff }: Pick<DecisionDeps, 'rulebook' | 'calendar' | 'staff'>,
  at: Instant,
): LawContext {
  return { today: civilDateOf(at), rulebook, calendar, staff, competingFines: [] };
}

/** The same, with the fines of other cases for the same act, where the case is about to be fined itself. */
export async function lawForCase(
  deps: DecisionDeps,
  acts: OneFinePerAct,
  { caseId, state, at }: { readonly caseId: string; readonly state: CaseState; readonly at: Instant },
): Promise<LawContext> {
  const law = lawAt(deps, at);
  const { filing, decision } = state;
  const standing = standingProposal(state);
  if (!filing || decision || !standing || fineOf(standing) === undefined) return law;
  return { ...law, competingFines: await acts.competing(filing.party, actOf(caseId, filing)) };
}
