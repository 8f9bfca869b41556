import type { HostTables, Projection } from '@fajiao/projections';
import { DecisionCaseRow } from './decision-case.entity';
import { decisionCases } from './decision-cases.projection';
import { decisionDue, dueTables, type DueDeps } from './decision-due.projection';

/** The deciding side keeps its own lists. */
export const decisionHost = { login: 'decision', projections: [decisionCases, dueTables] } satisfies HostTables;

/** The same, with what fills the tables. */
export const decisionProjections = (deps: DueDeps): readonly Projection[] => [decisionCases, decisionDue(deps)];

export const decisionEntities = [DecisionCaseRow];
