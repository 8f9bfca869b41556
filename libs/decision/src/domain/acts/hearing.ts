import type { Instant } from '@fajiao/kernel';
import type { Act } from '../act';
import { standingVersion } from '../case-state';
import type { ClosedHearing } from '../events';
import { ifAny } from '../if-any';
import { chairIsNotReviewer, namedChairIsNotReviewer } from '../requirements/duties';
import {
  atTheTimeTold,
  chairIsNotInvestigator,
  minutesSigned,
  namedChairIsNotInvestigator,
  namedChairNotRecused,
  notRequested,
  notWithdrawn,
  noticedInTime,
  notYetEnded,
  requested,
  requestedInTime,
  rightToHearing,
  twoRepresentativesAtMost,
} from '../requirements/hearing';
import { actorIsCertified } from '../requirements/officers';
import { underProposal } from '../requirements/phase';
import { chairNotChallenged } from '../requirements/recusal';

export const requestHearing: Act<object> = {
  name: 'hearing-requested',
  form: '听证申请书',
  requires: [...underProposal, rightToHearing, notRequested, notWithdrawn, requestedInTime, actorIsCertified],
  makes: (_told, state) => [{ type: 'HearingRequested', data: { proposal: standingVersion(state) } }],
};

export interface WithdrawHearingRequest {
  readonly statement: string;
}

/** Until the hearing has ended; the window for the statement goes on (APL-45). */
export const withdrawHearingRequest: Act<WithdrawHearingRequest> = {
  name: 'withdraw-hearing-request',
  form: '撤回听证申请书',
  requires: [...underProposal, requested, notYetEnded, actorIsCertified],
  makes: ({ statement }, state) => [
    { type: 'HearingRequestWithdrawn', data: { proposal: standingVersion(state), statement } },
  ],
};

export interface NoticeHearing {
  readonly hearingAt: Instant;
  readonly place?: string;
}

export const noticeHearing: Act<NoticeHearing> = {
  name: 'notice-hearing',
  form: '听证通知书',
  requires: [...underProposal, requested, notYetEnded, noticedInTime, chairIsNotInvestigator, chairIsNotReviewer],
  makes: ({ hearingAt, place }, state) => [
    {
      type: 'HearingNoticed',
      data: { proposal: standingVersion(state), hearingAt, ...ifAny({ place }) },
    },
  ],
};

export interface HoldHearing {
  readonly chair: string;
  /** How many represented the party. */
  readonly representatives: number;
  readonly opinion: string;
  /** Why the public was kept out; without it the hearing was public. */
  readonly closedBecause?: ClosedHearing;
  readonly minutes?: { readonly signed: boolean; readonly note?: string };
}

export const holdHearing: Act<HoldHearing> = {
  name: 'hold-hearing',
  form: '听证笔录、听证意见书',
  requires: [
    ...underProposal,
    requested,
    notYetEnded,
    atTheTimeTold,
    chairIsNotInvestigator,
    namedChairIsNotInvestigator,
    chairIsNotReviewer,
    namedChairIsNotReviewer,
    namedChairNotRecused,
    chairNotChallenged,
    twoRepresentativesAtMost,
    minutesSigned,
  ],
  makes: ({ chair, representatives, opinion, closedBecause, minutes }, state) => [
    {
      type: 'HearingHeld',
      data: {
        proposal: standingVersion(state),
        chair,
        representatives,
        opinion,
        ...ifAny({ closedBecause, minutes }),
      },
    },
  ],
};

/** The party stayed away or walked out. */
export const missHearing: Act<object> = {
  name: 'miss-hearing',
  form: '听证笔录（当事人未到场或者中途退场）',
  requires: [...underProposal, requested, notYetEnded, atTheTimeTold, chairIsNotInvestigator, chairIsNotReviewer],
  makes: (_told, state) => [{ type: 'HearingMissed', data: { proposal: standingVersion(state) } }],
};
