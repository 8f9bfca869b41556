import type { Act } from '../act';
import { standingProposal, standingVersion, type CaseState } from '../case-state';
import type { LawContext } from '../context';
import type { PriorNoticeServed } from '../events';
import { hearingRight } from '../law';
import { hearingNotice, noticeNotServed } from '../requirements/notice';
import { actorIsCertified } from '../requirements/officers';
import { penaltyProposed, underProposal } from '../requirements/phase';
import { servable, serviceOf, type Serve } from '../requirements/serving';

export const servePriorNotice: Act<Serve> = {
  name: 'serve-prior-notice',
  form: '行政处罚事先告知书',
  requires: [
    ...underProposal,
    penaltyProposed,
    noticeNotServed,
    actorIsCertified,
    ...servable((state) => standingProposal(state)?.on),
  ],
  makes: (serve, state, law) => [
    {
      type: 'PriorNoticeServed',
      data: {
        ...serviceOf(serve, law),
        proposal: standingVersion(state),
        rights: rightsOf(state, law),
      },
    },
  ],
};

/** The right to a hearing is told where there is one and no notice that still holds has told it. */
function rightsOf(state: CaseState, law: LawContext): PriorNoticeServed['data']['rights'] {
  const hearing = hearingRight(state, law).length > 0 && hearingNotice(state) === null;
  return ['statement', 'defence', ...(hearing ? (['hearing'] as const) : [])];
}
