import type { Act } from '../act';
import { namedOfficers } from '../staff';
import { approverIsNotInvestigator } from '../requirements/duties';
import { filed, filingOpen, notEnded } from '../requirements/phase';

export interface ApproveFiling {
  /** The lead treats the case as complex or serious, whatever its penalties. */
  readonly markedMajor?: boolean;
}

export const approveFiling: Act<ApproveFiling> = {
  name: 'approve-filing',
  form: '立案审批表',
  requires: [filed, filingOpen, notEnded, approverIsNotInvestigator],
  makes: ({ markedMajor = false }, { officers }, { staff }) => [
    { type: 'FilingApproved', data: { markedMajor } },
    { type: 'OfficersAssigned', data: { officers: namedOfficers(officers, staff) } },
  ],
};
