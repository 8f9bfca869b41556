import type { Instant } from '@fajiao/kernel';
import type { Act } from '../act';
import { standingVersion } from '../case-state';
import { chairIsNotReviewer, namedChairIsNotReviewer } from '../requirements/duties';
import {
  atTheTimeTold,
  chairIsNotInvestigator,
  namedChairIsNotInvestigator,
  notRequested,
  noticedInTime,
  notYetEnded,
  requested,
  requestedInTime,
  rightToHearing,
} from '../requirements/hearing';
import { actorIsCertified } from '../requirements/officers';
import { underProposal } from '../requirements/phase';

export const requestHearing: Act<object> = {
  name: 'hearing-requested',
  form: '听证申请书',
  requires: [...underProposal, rightToHearing, notRequested, requestedInTime, actorIsCertified],
  makes: (_told, state) => [{ type: 'HearingRequested', data: { proposal: standingVersion(state) } }],
};

export interface NoticeHearing {
  readonly hearingAt: Instant;
}

export const noticeHearing: Act<NoticeHearing> = {
  name: 'notice-hearing',
  form: '听证通知书',
  requires: [...underProposal, requested, notYetEnded, noticedInTime, chairIsNotInvestigator, chairIsNotReviewer],
  makes: ({ hearingAt }, state) => [{ type: 'HearingNoticed', data: { proposal: standingVersion(state), hearingAt } }],
};

export interface HoldHearing {
  readonly chair: string;
  /** How many represented the party. */
  readonly representatives: number;
  readonly opinion: string;
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
  ],
  makes: ({ chair, representatives, opinion }, state) => [
    { type: 'HearingHeld', data: { proposal: standingVersion(state), chair, representatives, opinion } },
  ],
};

/** The party stayed away or walked out. */
export const missHearing: Act<object> = {
  name: 'miss-hearing',
  form: '听证笔录（当事人未到场或者中途退场）',
  requires: [...underProposal, requested, notYetEnded, atTheTimeTold, chairIsNotInvestigator, chairIsNotReviewer],
  makes: (_told, state) => [{ type: 'HearingMissed', data: { proposal: standingVersion(state) } }],
};
