import type { Act } from '../act';
import type { CaseEvent } from '../events';
import { actorIsCertified } from '../requirements/officers';
import { decided, notEnded, served } from '../requirements/phase';
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
    fineToTake,
    notYetTaken,
    groundHolds,
    receiptGiven,
    landingFits,
    actorIsCertified,
  ],
  makes: ({ ground, receiptNumber = '', circumstances, onWater, landedOn }, { decision }) => {
    if (decision?.outcome !== 'penalty' || !decision.payment) return [];
    return [
      {
        type: 'SpotMoneyTaken',
        data: {
          ground,
          fen: decision.payment.fineFen,
          receiptNumber,
          ...(circumstances !== undefined && { circumstances }),
          ...(onWater && { onWater }),
          ...(landedOn !== undefined && { landedOn }),
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
    if (!spotMoney?.fineId) return [];
    const { fineId, fen, receiptNumber, takenAt } = spotMoney;
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
