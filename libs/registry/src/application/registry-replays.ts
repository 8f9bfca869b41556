import { civilDateOf, type Instant } from '@fajiao/kernel';
import { delegations, type DelegationState } from '../domain/delegation';
import { describeDelegations, describeOfficer, describePanel } from '../domain/describe';
import { officers, type OfficerState } from '../domain/officer';
import { panels, type PanelState } from '../domain/panel';
import { refusals } from '../domain/refusal';

/** For auditors: how the histories of the register are folded, and how its records are described at an instant. */
export const registryReplays = [
  {
    ...officers,
    describe: (state: OfficerState, at: Instant): object => describeOfficer(state, civilDateOf(at)),
  },
  { ...panels, describe: (state: PanelState, at: Instant): object => describePanel(state, civilDateOf(at)) },
  {
    ...delegations,
    describe: (state: DelegationState, at: Instant): object => describeDelegations(state, civilDateOf(at)),
  },
  { ...refusals, describe: (state: object): object => state },
] as const;
