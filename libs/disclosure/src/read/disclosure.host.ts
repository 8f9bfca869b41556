import type { ProjectionHost } from '@fajiao/projections';
import { DisclosedDecisionRow } from './disclosed-decision.entity';
import { disclosureDecisions } from './disclosure-decisions.projection';

/** The worker fills the tables and publishes; the public side only reads them. */
export const disclosureHost = {
  login: 'worker',
  projections: [disclosureDecisions],
  readers: ['disclosure'],
} satisfies ProjectionHost;

export const disclosureEntities = [DisclosedDecisionRow];
