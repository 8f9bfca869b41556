import type { Penalty } from '@fajiao/contracts';
import type { CivilDate } from '@fajiao/kernel';
import { citationOf } from '@fajiao/rulebook';
import type { Act } from '../act';
import { standingProposal, type CaseState } from '../case-state';
import { authorityOf, paymentInstruction, remediesTold } from '../decision-document';
import type { CorrectionOrder } from '../events';
import { governingItem } from '../governing-law';
import { ifAny } from '../if-any';
import { ageAtAct, isMajorCase } from '../law';
import { asRequired, metIf, ofAct } from '../requirement';
import {
  documentComplete,
  minorMitigated,
  notFinedBefore,
  partyOldEnough,
  pastTermOnlyWhenPast,
  withinTerm,
} from '../requirements/deciding';
import { deliberationConcluded, followsWhatStands } from '../requirements/deliberation';
import { deciderIsNotInvestigator } from '../requirements/duties';
import { evidenceVerified } from '../requirements/evidence';
import { stillRightVersion } from '../requirements/governing-law';
import {
  crimeLookedInto,
  educated,
  factsFound,
  firstTime,
  groundFounded,
  mayBePunished,
  mitigated,
  type SparesPenalty,
} from '../requirements/grounds';
import { hearingDone, onItsRecord } from '../requirements/hearing';
import { adoptedTakenUp, noticeServed, rightsTold, statementsReviewed, windowEnded } from '../requirements/notice';
import { concluded, filingApproved, notDecided, notEnded, notSuspended, penaltyProposed } from '../requirements/phase';
import { notAsRevoked } from '../requirements/remedies';
import { decidedWithinPower, matterOf, powerOf } from '../requirements/power';
import { recusalsDecided } from '../requirements/recusal';
import { reviewPassed } from '../requirements/review';
import { noTransferPending, notAway, notFinedByCourt } from '../requirements/transfer';

export interface DecidePenalty {
  /** Those that stand unless told; others are refused. */
  readonly penalties?: readonly Penalty[];
  /** What is to be put right and by when (APL-28); unless told, what was ordered before and not followed, else at once. */
  readonly correction?: CorrectionOrder;
  /** The head's reason for deciding past the term (APL-60). */
  readonly pastTerm?: string;
}

const decidable = [
  notEnded,
  filingApproved,
  notDecided,
  notSuspended,
  noTransferPending,
  notAway,
  concluded,
  deciderIsNotInvestigator,
  recusalsDecided,
  decidedWithinPower,
] as const;

/** Everything that stands between a case and a lawful penalty. */
export const decidePenalty: Act<DecidePenalty> = {
  name: 'decide',
  form: '行政处罚决定书',
  requires: [
    ...decidable,
    penaltyProposed,
    partyOldEnough,
    crimeLookedInto,
    mayBePunished,
    minorMitigated,
    mitigated,
    stillRightVersion,
    noticeServed,
    rightsTold,
    windowEnded,
    statementsReviewed,
    adoptedTakenUp,
    hearingDone,
    onItsRecord,
    evidenceVerified,
    notAsRevoked,
    reviewPassed,
    deliberationConcluded,
    followsWhatStands,
    withinTerm,
    pastTermOnlyWhenPast,
    notFinedBefore,
    notFinedByCourt,
    documentComplete,
  ],
  makes: ({ correction, pastTerm }, state, law) => {
    const filing = asRequired(state.filing);
    const { version, penalties, tier, mitigation, governing } = asRequired(standingProposal(state));
    const { offence } = filing;
    const item = governingItem(filing, governing, law) ?? offence;
    return [
      {
        type: 'PenaltyDecided',
        data: {
          proposal: version,
          decidedOn: law.today,
          offence,
          facts: asRequired(state.conclusions).findings,
          evidence: reliedOn(state),
          penalties,
          tier,
          ...ifAny({ mitigation, governing }),
          basis: [citationOf(item).full],
          correction: correction ?? orderThatStands(state, law.today) ?? { what: '立即改正违法行为' },
          payment: paymentInstruction(penalties, law),
          remedies: remediesTold(law, 'ordinary'),
          authority: authorityOf(law, powerOf(state.officers, matterOf(state), law.staff)),
          major: isMajorCase(state, law),
          ...ifAny({ pastTerm }),
        },
      },
    ];
  },
};

export interface DecideNoPenalty extends SparesPenalty {
  readonly reasons?: string;
  readonly pastTerm?: string;
}

const groundFitsAge = ofAct<DecideNoPenalty>('no-penalty.ground-unfounded', 'APL-30', ({ ground }, state, law) =>
  metIf(ground !== 'under-fourteen' || partyOldEnough.check(state, law).is === 'missing', {
    age: state.filing && ageAtAct(state.filing),
  }),
);

export const decideNoPenalty: Act<DecideNoPenalty> = {
  name: 'decide-no-penalty',
  form: '不予行政处罚决定书',
  requires: [...decidable, groundFitsAge, groundFounded, firstTime, educated, withinTerm, pastTermOnlyWhenPast],
  makes: (told, state, law) => {
    const { ground, reasons, education, pastTerm } = told;
    const found = factsFound(told, state);
    return [
      {
        type: 'NoPenaltyDecided',
        data: {
          decidedOn: law.today,
          offence: asRequired(state.filing).offence,
          facts: asRequired(state.conclusions).findings,
          ground,
          ...ifAny({ reasons, education }),
          ...(found.length > 0 && { found }),
          remedies: remediesTold(law, 'ordinary'),
          authority: authorityOf(law, powerOf(state.officers, matterOf(state), law.staff)),
          ...ifAny({ pastTerm }),
        },
      },
    ];
  },
};

/** The order given before that nobody has found followed, with its day as long as that lies ahead. */
function orderThatStands({ correctionOrders }: CaseState, today: CivilDate): CorrectionOrder | undefined {
  const given = correctionOrders.at(-1);
  if (!given || given.inspections.some(({ corrected }) => corrected)) return undefined;
  return { what: given.what, ...(given.by !== null && given.by >= today && { by: given.by }) };
}

function reliedOn({ evidence }: CaseState): readonly number[] {
  return evidence.filter(({ status }) => status !== 'excluded').map((item) => item.evidence);
}
