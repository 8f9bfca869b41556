export type { DecisionDeps } from './application/decision-deps';
export { DecisionModule, decisionPart, type DecisionOptions } from './decision.module';
export { caseReplay } from './application/case-replay';
export { decisionEntities, decisionHost, decisionProjections } from './read/decision.host';
export { decisionCases } from './read/decision-cases.projection';
export { DecisionDue } from './read/decision-due.queries';
export { recountDue } from './read/decision-due.projection';
export { decisionPolicies } from './application/decision.policies';
