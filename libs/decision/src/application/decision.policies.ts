import type { Policy } from '@fajiao/projections';
import { CompletePayment } from './complete-payment.policy';
import type { DecisionDeps } from './decision-deps';
import { NoteWriteOff } from './note-write-off.policy';
import { NumberDecisions } from './number-decisions.policy';
import { ReleaseActs } from './release-acts.policy';

/** What the deciding side does by itself when something has happened. */
export const decisionPolicies = (deps: DecisionDeps): readonly Policy[] => [
  new NumberDecisions(deps),
  new ReleaseActs(deps),
  new CompletePayment(deps),
  new NoteWriteOff(deps),
];
