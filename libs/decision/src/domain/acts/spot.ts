import { fen, type Fen } from '@fajiao/kernel';
import { citationOf, isWithin, tiersOf, type OffenceItem } from '@fajiao/rulebook';
import type { Act } from '../act';
import type { CaseState } from '../case-state';
import type { LawContext } from '../context';
import { authorityOf, paymentInstruction, remediesTold } from '../decision-document';
import { fineOf, type Weighed } from '../discretion';
import type { CorrectionOrder, SpotStatement } from '../events';
import { ifAny } from '../if-any';
import { moneyOf } from '../penalties';
import { asRequired } from '../requirement';
import { lawfulPenalties } from '../requirements/discretion';
import { datesInOrder, inCatalogue, notYetFiled, subjectCovered, withinLimitation } from '../requirements/filing';
import { actorIsCertified, certificatesShown, namedOfficersMayAct } from '../requirements/officers';
import {
  decidedOnTheSpot,
  insideTier,
  notYetReported,
  onlyWarningOrFine,
  signerIsNamed,
  spotDocumentComplete,
  spotMayBePunished,
  spotMinorMitigated,
  spotMitigated,
  spotMitigationKnown,
  spotNotFinedBefore,
  spotPartyOldEnough,
  versionPlain,
  withinLimit,
  type SpotDecision,
} from '../requirements/spot';
import { notEnded } from '../requirements/phase';
import { firstTimeTier } from '../requirements/repeated';
import { filedWithinPower, matterTold, powerOf } from '../requirements/power';
import { namedOfficers } from '../staff';

export interface DecideOnTheSpot extends SpotDecision {
  readonly certificatesShown: boolean;
  /** The lowest that takes the fine unless told. */
  readonly tier?: string;
  /** What is to be put right and by when (APL-28); at once unless told. */
  readonly correction?: CorrectionOrder;
  readonly statement?: SpotStatement;
  readonly signedBy?: string;
}

/** Opens a case with its decision (当场处罚). Limitation comes before the catalogue (readings: before-first-catalogue). */
export const decideOnTheSpot: Act<DecideOnTheSpot> = {
  name: 'decide-on-the-spot',
  form: '当场行政处罚决定书',
  requires: [
    notEnded,
    notYetFiled,
    datesInOrder,
    withinLimitation,
    inCatalogue,
    subjectCovered,
    ...namedOfficersMayAct,
    filedWithinPower,
    signerIsNamed,
    actorIsCertified,
    certificatesShown,
    withinLimit,
    onlyWarningOrFine,
    spotPartyOldEnough,
    spotMinorMitigated,
    spotMayBePunished,
    spotMitigationKnown,
    spotMitigated,
    versionPlain(weighed),
    ...lawfulPenalties(weighed),
    firstTimeTier(weighed, ({ actDate }) => actDate),
    insideTier(weighed),
    spotNotFinedBefore,
    spotDocumentComplete,
  ],
  makes: (told, _state, law) => {
    const { party, actDate, actEndDate, place, source, facts, penalties, mitigation, statement, signedBy } = told;
    const item = asRequired(law.rulebook.catalogue.find(told.offence, actDate));
    const { code, title, statute, article } = item;
    const power = powerOf([...told.officers, law.actor.id], matterTold(told, law), law.staff);
    return [
      {
        type: 'SpotPenaltyDecided',
        data: {
          party,
          offence: { code, title, statute, article },
          actDate,
          ...ifAny({ actEndDate }),
          place,
          officers: namedOfficers(told.officers, law.staff),
          ...ifAny({ power }),
          certificatesShown: true,
          source,
          decidedOn: law.today,
          facts,
          conditions: told.conditions ?? [],
          penalties,
          tier: tierTold(told, item),
          ...ifAny({ mitigation }),
          basis: [citationOf(item).full],
          correction: told.correction ?? { what: '立即改正违法行为' },
          rights: ['statement', 'defence'],
          ...ifAny({ statement }),
          payment: paymentInstruction(penalties, law),
          remedies: remediesTold(law, 'simple'),
          authority: authorityOf(law, power),
          ...ifAny({ signedBy }),
        },
      },
    ];
  },
};

/** A tier that nobody names is the first one that takes the fine; the first one where there is none. */
function tierTold({ tier, party, penalties }: DecideOnTheSpot, item: OffenceItem): string {
  if (tier !== undefined) return tier;
  const fine: Fen = fineOf({ penalties }) ?? fen(0);
  const tiers = tiersOf(item, party.kind);
  return (tiers.find(({ fineFen }) => fineFen && isWithin(fineFen, fine)) ?? tiers[0])?.tier ?? '';
}

function weighed(told: DecideOnTheSpot, _state: CaseState, law: LawContext): Weighed | null {
  const item = law.rulebook.catalogue.find(told.offence, told.actDate);
  if (!item) return null;
  const { party, penalties, mitigation, conditions = [] } = told;
  const found = { conditions, gainsFen: moneyOf(penalties).confiscatedGainsFen, goods: [] };
  return { item, party: party.kind, penalties, tier: tierTold(told, item), mitigation, ...found };
}

/** 报所属行政机关备案 (APL-52). */
export const reportSpotDecision: Act<object> = {
  name: 'report-spot-decision',
  form: '当场处罚备案表',
  requires: [notEnded, decidedOnTheSpot, notYetReported, actorIsCertified],
  makes: () => [{ type: 'SpotDecisionReported', data: {} }],
};
