import type { Policy } from '@fajiao/projections';
import { CarryMoneyPolicy } from './carry-money.policy';
import type { CollectionDeps } from './collection-deps';
import { FollowDecisionPolicy } from './follow-decision.policy';
import { ReconcileStatementPolicy } from './reconcile-statement.policy';

/** What the collecting side does of itself when something has happened. */
export const collectionPolicies = (deps: CollectionDeps): readonly Policy[] => [
  new FollowDecisionPolicy(deps),
  new CarryMoneyPolicy(deps),
  new ReconcileStatementPolicy(deps),
];
