import type { Act } from '../act';
import { metIf, ofCase } from '../requirement';
import { datesInOrder, inCatalogue, subjectCovered, withinLimitation, type FiledAct } from '../requirements/filing';
import { actorIsCertified, namedOfficersMayAct, type NamesOfficers } from '../requirements/officers';
import { namedOfficers } from '../staff';

export interface FileCase extends FiledAct, NamesOfficers {
  readonly place?: string;
  readonly facts: string;
}

const notYetFiled = ofCase('case.already-filed', 'APL-54', ({ filing }) => metIf(filing === null));

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
    ...namedOfficersMayAct,
    actorIsCertified,
  ],
  makes: (filed, _state, { rulebook, staff, competingFines }) => {
    const { party, actDate, actEndDate, place, source, facts, harm } = filed;
    const item = rulebook.catalogue.find(filed.offence, actDate);
    if (!item) return [];
    const { code, title, statute, article } = item;
    return [
      {
        type: 'CaseFiled',
        data: {
          party,
          offence: { code, title, statute, article },
          actDate,
          ...(actEndDate !== undefined && { actEndDate }),
          ...(place !== undefined && { place }),
          officers: namedOfficers(filed.officers, staff),
          source,
          facts,
          ...(harm !== undefined && { harm }),
          ...(competingFines.length > 0 && { overlaps: competingFines.map(({ caseId }) => caseId) }),
        },
      },
    ];
  },
};
