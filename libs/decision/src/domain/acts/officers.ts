import type { Act } from '../act';
import { ifAny } from '../if-any';
import { leadIsNotNamed, namedDidNothingElse } from '../requirements/duties';
import { namedOfficersMayAct, type NamesOfficers } from '../requirements/officers';
import { filed, notDecided, notEnded, underInvestigation } from '../requirements/phase';
import {
  challengedKnown,
  decidedTogether,
  notOnesOwn,
  notPending,
  ownAccord,
  personKnown,
  type DecideRecusal,
  type RequestRecusal,
} from '../requirements/recusal';
import { namedOfficers } from '../staff';

export const replaceOfficers: Act<NamesOfficers> = {
  name: 'replace-officers',
  form: '更换办案人员审批表',
  requires: [...underInvestigation, ...namedOfficersMayAct, leadIsNotNamed, namedDidNothingElse],
  makes: ({ officers }, _state, { staff }) => [
    { type: 'OfficersReplaced', data: { officers: namedOfficers(officers, staff) } },
  ],
};

/** Recorded by an officer, whoever asks; nothing stops because of it but the decision (APL-43). */
export const requestRecusal: Act<RequestRecusal> = {
  name: 'request-recusal',
  form: '回避申请书',
  requires: [filed, notEnded, notDecided, personKnown, ownAccord, notPending],
  makes: ({ person, by, ground }) => [{ type: 'RecusalRequested', data: { person, by, ground } }],
};

/** The head decides, of a head the heads together; the investigation goes on meanwhile (APL-43). */
export const decideRecusal: Act<DecideRecusal> = {
  name: 'decide-recusal',
  form: '回避决定书',
  requires: [filed, notEnded, notDecided, challengedKnown, notOnesOwn, decidedTogether],
  makes: ({ officer, recused, ground, present }) => [
    { type: 'RecusalDecided', data: { officer, recused, ground, ...ifAny({ present }) } },
  ],
};
