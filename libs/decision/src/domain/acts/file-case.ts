import type { Act } from '../act';
import { ifAny } from '../if-any';
import { asRequired } from '../requirement';
import {
  datesInOrder,
  inCatalogue,
  notYetFiled,
  organisationsCaseKnown,
  subjectCovered,
  withinLimitation,
  type FiledAct,
} from '../requirements/filing';
import { actorIsCertified, namedOfficersMayAct, type NamesOfficers } from '../requirements/officers';
import { filedWithinPower, matterTold, powerOf } from '../requirements/power';
import { namedOfficers } from '../staff';

export interface FileCase extends FiledAct, NamesOfficers {
  readonly place?: string;
  readonly facts: string;
}

/** Limitation comes before the catalogue (readings: before-first-catalogue). */
export const fileCase: Act<FileCase> = {
  name: 'file',
  form: '立案审批表',
  requires: [
    notYetFiled,
    datesInOrder,
    withinLimitation,
    inCatalogue,
    subjectCovered,
    organisationsCaseKnown,
    ...namedOfficersMayAct,
    filedWithinPower,
    actorIsCertified,
  ],
  makes: (filed, _state, { actor, rulebook, staff, competingFines }) => {
    const { party, actDate, actEndDate, place, source, facts, harm, beside } = filed;
    const { code, title, statute, article } = asRequired(rulebook.catalogue.find(filed.offence, actDate));
    const power = powerOf([...filed.officers, actor.id], matterTold(filed, { rulebook }), staff);
    return [
      {
        type: 'CaseFiled',
        data: {
          party,
          offence: { code, title, statute, article },
          actDate,
          ...ifAny({ actEndDate, place }),
          officers: namedOfficers(filed.officers, staff),
          source,
          facts,
          ...ifAny({ harm, power, beside }),
          ...(competingFines.length > 0 && { overlaps: competingFines.map(({ caseId }) => caseId) }),
        },
      },
    ];
  },
};
