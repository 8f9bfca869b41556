import type { Act } from '../act';
import type { CaseState } from '../case-state';
import type { ActContext } from '../context';
import type { CaseEvent } from '../events';
import { asRequired } from '../requirement';
import {
  deferredFurther,
  enforcementNotEnded,
  fineHandedOver,
  fineUnpaid,
  instalmentsInOrder,
  instalmentsMakeTheFine,
  spreadFurther,
  type ApproveDeferral,
  type ApproveInstalments,
} from '../requirements/enforcement';
import { decided, notEnded, served } from '../requirements/phase';
import { decisionStands } from '../requirements/remedies';

/** Real hardship, on the party's application (APL-66). */
const eased = [notEnded, decided, served, decisionStands, fineHandedOver, fineUnpaid, enforcementNotEnded] as const;

export const approveDeferral: Act<ApproveDeferral> = {
  name: 'approve-deferral',
  form: '延期缴纳罚款审批表',
  requires: [...eased, deferredFurther],
  makes: ({ until, ground }, state, act) => [
    { type: 'DeferralApproved', data: { until, ground } },
    ...termChanged({ kind: 'deferral', until }, state, act),
  ],
};

export const approveInstalments: Act<ApproveInstalments> = {
  name: 'approve-instalments',
  form: '分期缴纳罚款审批表',
  requires: [...eased, instalmentsInOrder, instalmentsMakeTheFine, spreadFurther],
  makes: ({ instalments, ground, missedMakesAllDue = false }, state, act) => [
    { type: 'InstalmentsApproved', data: { instalments, missedMakesAllDue, ground } },
    ...termChanged({ kind: 'instalments', instalments, missedMakesAllDue }, state, act),
  ],
};

type Term = Extract<CaseEvent, { type: 'TermChanged' }>['data']['term'];

function termChanged(term: Term, { service }: CaseState, { caseId, today }: ActContext): CaseEvent[] {
  const fineId = asRequired(service?.fineId);
  return [{ type: 'TermChanged', data: { fineId, caseId, approvedOn: today, term } }];
}
