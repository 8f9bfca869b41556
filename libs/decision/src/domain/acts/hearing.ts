import type { Instant } from '@fajiao/kernel';
import type { Act } from '../act';
import { standingVersion } from '../case-state';
import type { ClosedHearing } from '../events';
import { chairIsNotReviewer, namedChairIsNotReviewer } from '../requirements/duties';
import {
  atTheTimeTold,
  chairIsNotInvestigator,
  minutesSigned,
  namedChairIsNotInvestigator,
  namedChairNotRecused,
  notRequested,
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
  requires: [...underProposal, rightToHearing, notRequested, requestedInTime, actorIsCertified],
  makes: (_told, state) => [{ type: 'HearingRequested', data: { proposal: standingVersion(state) } }],
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
      data: { proposal: standingVersion(state), hearingAt, ...(place !== undefined && { place }) },
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
        ...(closedBecause && { closedBecause }),
        ...(minutes && { minutes }),
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
