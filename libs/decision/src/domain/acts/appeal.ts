import type { Act } from '../act';
import { pendingRemedy, type AfterService } from '../after-service';
import { asRequired } from '../requirement';
import {
  appealDayPossible,
  appealInTime,
  inCourt,
  judged,
  judgmentAppealable,
  judgmentDayPossible,
  notAppealed,
  notJudged,
  type FileAppeal,
  type GiveJudgment,
} from '../requirements/appeal';
import { actorIsCertified } from '../requirements/officers';
import { outcomePossible, remedyPending } from '../requirements/remedies';

/**
 * Nothing changes yet, also when it is given anew after a remand (ALL-89): a judgment takes effect when nobody appealed
 * in time, or with that of the second instance (ALL-85).
 */
export const giveJudgment: Act<GiveJudgment> = {
  name: 'judgment-given',
  form: '一审行政判决书、行政裁定书',
  requires: [
    remedyPending,
    inCourt,
    notJudged,
    outcomePossible,
    judgmentAppealable,
    judgmentDayPossible,
    actorIsCertified,
  ],
  makes: ({ outcome, form = 'judgment', servedOn }, state, { today }) => [
    { type: 'JudgmentGiven', data: { ...ofPending(state), outcome, form, servedOn: servedOn ?? today } },
  ],
};

export const fileAppeal: Act<FileAppeal> = {
  name: 'appeal-filed',
  form: '行政上诉状',
  requires: [remedyPending, inCourt, judged, notAppealed, appealDayPossible, actorIsCertified],
  makes: (told, state, act) => {
    const { by, appealedOn = act.today } = told;
    return [
      { type: 'AppealFiled', data: { ...ofPending(state), by, appealedOn, inTime: appealInTime(told, state, act) } },
    ];
  },
};

const ofPending = (state: AfterService) => ({ remedy: asRequired(pendingRemedy(state)).remedy });
