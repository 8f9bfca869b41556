import type { Act } from '../act';
import { approverIsNotInvestigator } from '../requirements/duties';
import { filed, filingOpen, notDecided, notEnded } from '../requirements/phase';
import { namedOfficers } from '../staff';

const approvable = [filed, filingOpen, notEnded, notDecided, approverIsNotInvestigator] as const;

export interface ApproveFiling {
  /** The lead treats the case as complex or serious, whatever its penalties. */
  readonly markedMajor?: boolean;
}

export const approveFiling: Act<ApproveFiling> = {
  name: 'approve-filing',
  form: '立案审批表',
  requires: approvable,
  makes: ({ markedMajor = false }, { officers }, { staff }) => [
    { type: 'FilingApproved', data: { markedMajor } },
    { type: 'OfficersAssigned', data: { officers: namedOfficers(officers, staff) } },
  ],
};

export interface RefuseFiling {
  readonly reason: string;
}

export const refuseFiling: Act<RefuseFiling> = {
  name: 'refuse-filing',
  form: '不予立案审批表',
  requires: approvable,
  makes: ({ reason }) => [{ type: 'FilingRefused', data: { reason } }],
};
