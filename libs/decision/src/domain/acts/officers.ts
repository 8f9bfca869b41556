import type { Act } from '../act';
import { metIf, ofAct } from '../requirement';
import { namedOfficersMayAct, type NamesOfficers } from '../requirements/officers';
import { filed, notDecided, notEnded, underInvestigation } from '../requirements/phase';
import { namedOfficers } from '../staff';

export const replaceOfficers: Act<NamesOfficers> = {
  name: 'replace-officers',
  form: '更换办案人员审批表',
  requires: [...underInvestigation, ...namedOfficersMayAct],
  makes: ({ officers }, _state, { staff }) => [
    { type: 'OfficersReplaced', data: { officers: namedOfficers(officers, staff) } },
  ],
};

export interface DecideRecusal {
  readonly officer: string;
  /** false turns the challenge down. */
  readonly recused: boolean;
  readonly ground: string;
}

const knownPerson = ofAct<DecideRecusal>('recusal.unknown-person', 'APL-43', ({ officer }, _state, { staff }) =>
  metIf(staff.find(officer) !== undefined, { person: officer }),
);

const notOnesOwn = ofAct<DecideRecusal>('duties.same-person', 'APL-43', ({ officer }, _state, { actor }) =>
  metIf(officer !== actor.id, { person: actor.id, did: 'challenged' }),
);

/** The head decides; the investigation goes on meanwhile (APL-43). */
export const decideRecusal: Act<DecideRecusal> = {
  name: 'decide-recusal',
  form: '回避决定书',
  requires: [filed, notEnded, notDecided, knownPerson, notOnesOwn],
  makes: ({ officer, recused, ground }) => [{ type: 'RecusalDecided', data: { officer, recused, ground } }],
};
