import type { Instant } from '@fajiao/kernel';
import type { CaseState } from '../domain/case-state';
import { describeCase } from '../domain/describe';
import { cases } from '../domain/evolve';
import { lawAt } from './case-law';
import type { DecisionDeps } from './decision-deps';

/** For auditors: how a case's history is folded, and how the case is described to a reader at an instant. */
export const caseReplay = (deps: Pick<DecisionDeps, 'rulebook' | 'calendar'>) => ({
  ...cases,
  describe: (state: CaseState, at: Instant): object => describeCase(state, lawAt(deps, at)) ?? {},
});
