import type { Act } from '../act';
import { penaltyOf } from '../case-state';
import type { CaseEvent } from '../events';
import { ifAny } from '../if-any';
import { asRequired } from '../requirement';
import { actorIsCertified } from '../requirements/officers';
import { decided, notEnded, served } from '../requirements/phase';
import { decisionStands } from '../requirements/remedies';
import {
  fineToTake,
  groundHolds,
  landingFits,
  landingKnown,
  moneyStillHeld,
  moneyTaken,
  notYetTaken,
  receiptGiven,
  type CollectOnTheSpot,
  type HandIn,
} from '../requirements/spot';

/** In the simple procedure, and in any where the place is remote and the party asks (APL-68, 69). */
export const collectOnTheSpot: Act<CollectOnTheSpot> = {
  name: 'collect-on-the-spot',
  form: '当场收缴罚款专用票据',
  requires: [
    notEnded,
    decided,
    served,
    decisionStands,
    fineToTake,
    notYetTaken,
    groundHolds,
    receiptGiven,
    landingFits,
    actorIsCertified,
  ],
  makes: ({ ground, receiptNumber, circumstances, onWater, landedOn }, state) => {
    const { fineFen } = asRequired(penaltyOf(state)?.payment);
    return [
      {
        type: 'SpotMoneyTaken',
        data: {
          ground,
          fen: fineFen,
          receiptNumber: asRequired(receiptNumber),
          ...ifAny({ circumstances }),
          ...(onWater && { onWater }),
          ...ifAny({ landedOn }),
        },
      },
    ];
  },
};

/** The officer hands the money in; the collecting side is told in the same append (APL-71). */
export const handInSpotMoney: Act<HandIn> = {
  name: 'hand-in',
  form: '当场收缴罚款上交凭证',
  requires: [notEnded, moneyTaken, moneyStillHeld, landingKnown, actorIsCertified],
  makes: ({ landedOn }, { spotMoney }, { caseId, today }) => {
    const { fen, receiptNumber, takenAt, ...taken } = asRequired(spotMoney);
    const fineId = asRequired(taken.fineId);
    const landed: CaseEvent[] = landedOn === undefined ? [] : [{ type: 'SpotMoneyLanded', data: { landedOn } }];
    return [
      ...landed,
      {
        type: 'SpotMoneyHandedIn',
        data: { fineId, caseId, fen, receiptNumber, takenAt, handedInOn: today },
      },
    ];
  },
};
