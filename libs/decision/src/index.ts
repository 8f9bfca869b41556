export type { DecisionDeps } from './application/decision-deps';
export { DecisionModule, decisionPart, type DecisionOptions } from './decision.module';
export { caseReplay } from './application/case-replay';
export { decisionEntities, decisionHost } from './read/decision.host';
export { decisionPolicies } from './application/decision.policies';
export { staffOf } from './application/staff-of';
