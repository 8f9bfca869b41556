import type { Act } from '../act';
import { approverIsNotInvestigator } from '../requirements/duties';
import { filed, filingOpen, notEnded } from '../requirements/phase';

export interface RefuseFiling {
  readonly reason: string;
}

export const refuseFiling: Act<RefuseFiling> = {
  name: 'refuse-filing',
  form: '不予立案审批表',
  requires: [filed, filingOpen, notEnded, approverIsNotInvestigator],
  makes: ({ reason }) => [{ type: 'FilingRefused', data: { reason } }],
};
