import type { ProjectionHost } from '@fajiao/projections';
import { DecisionCaseRow } from './decision-case.entity';
import { decisionCases } from './decision-cases.projection';

/** The deciding side keeps its own list. */
export const decisionHost = { login: 'decision', projections: [decisionCases] } satisfies ProjectionHost;

export const decisionEntities = [DecisionCaseRow];
