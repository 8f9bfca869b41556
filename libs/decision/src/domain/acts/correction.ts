import type { CivilDate } from '@fajiao/kernel';
import type { Act } from '../act';
import { ifAny } from '../if-any';
import { met, metIf, missing, ofAct } from '../requirement';
import { actorIsCertified, type NamesOfficers } from '../requirements/officers';
import { filingApproved, notEnded } from '../requirements/phase';
import { namedOfficers } from '../staff';
import { byTwoOfficers } from './evidence';

export interface OrderCorrection {
  readonly what: string;
  /** The day by which; at once unless told. */
  readonly by?: CivilDate;
}

const dayAhead = ofAct<OrderCorrection>('correction.day-passed', 'APL-28', ({ by }, _state, { today }) =>
  metIf(by === undefined || by >= today, { by: by ?? null }),
);

export const orderCorrection: Act<OrderCorrection> = {
  name: 'order-correction',
  form: '责令改正通知书',
  requires: [notEnded, filingApproved, dayAhead, actorIsCertified],
  makes: ({ what, by }, { correctionOrders }) => [
    {
      type: 'CorrectionOrdered',
      data: { order: correctionOrders.length + 1, what, ...ifAny({ by }) },
    },
  ],
};

export interface InspectCorrection extends NamesOfficers {
  /** Its number within the case. */
  readonly order: number;
  readonly certificatesShown: boolean;
  readonly corrected: boolean;
  readonly findings: string;
}

const orderOnFile = ofAct<InspectCorrection>('correction.unknown-order', 'APL-28', ({ order }, state) => {
  const given = state.correctionOrders.find((known) => known.order === order);
  return given ? met(given.revision) : missing({ order });
});

export const inspectCorrection: Act<InspectCorrection> = {
  name: 'inspect-correction',
  form: '责令改正复查记录',
  requires: [notEnded, orderOnFile, ...byTwoOfficers],
  makes: ({ order, officers, corrected, findings }, _state, { staff }) => [
    {
      type: 'CorrectionInspected',
      data: { order, officers: namedOfficers(officers, staff), certificatesShown: true, corrected, findings },
    },
  ],
};
