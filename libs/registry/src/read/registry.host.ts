import type { ProjectionHost } from '@fajiao/projections';
import { registryDelegations } from './registry-delegations.projection';
import { registryOfficers } from './registry-officers.projection';
import { DelegationRow, OfficerRow } from './registry-rows.entity';

/** The register stands on the deciding side and is kept under its login. */
export const registryHost = {
  login: 'decision',
  projections: [registryOfficers, registryDelegations],
} satisfies ProjectionHost;

export const registryEntities = [OfficerRow, DelegationRow];
