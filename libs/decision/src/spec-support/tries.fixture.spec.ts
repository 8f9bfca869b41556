import { triesAfterDecision } from './tries-after-decision.fixture.spec';
import { triesBeforeDecision, type Trying } from './tries-before-decision.fixture.spec';

/** One for every act of a case, by its name. */
export const tries: Readonly<Record<string, Trying>> = { ...triesBeforeDecision, ...triesAfterDecision };
