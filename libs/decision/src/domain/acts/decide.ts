import type { Penalty } from '@fajiao/contracts';
import { citationOf, clockRule, remedyRule, surchargeRule } from '@fajiao/rulebook';
import type { Act } from '../act';
import { standingProposal, type CaseState } from '../case-state';
import type { LawContext } from '../context';
import type { CorrectionOrder, DecidingAuthority, NoPenaltyGround, PaymentInstruction, RemediesTold } from '../events';
import { ageAtAct, isMajorCase } from '../law';
import { hasMoney, moneyOf } from '../penalties';
import { metIf, ofAct } from '../requirement';
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
import { hearingDone } from '../requirements/hearing';
import { noticeServed, rightsTold, statementsReviewed, windowEnded } from '../requirements/notice';
import { concluded, filingApproved, notDecided, notEnded, notSuspended } from '../requirements/phase';
import { reviewPassed } from '../requirements/review';

export interface DecidePenalty {
  /** Those that stand unless told; others are refused. */
  readonly penalties?: readonly Penalty[];
  /** What is to be put right and by when (APL-28); at once unless told. */
  readonly correction?: CorrectionOrder;
  /** The head's reason for deciding past the term (APL-60). */
  readonly pastTerm?: string;
}

const decidable = [notEnded, filingApproved, notDecided, notSuspended, concluded, deciderIsNotInvestigator] as const;

/** Everything that stands between a case and a lawful penalty. */
export const decidePenalty: Act<DecidePenalty> = {
  name: 'decide',
  form: '行政处罚决定书',
  requires: [
    ...decidable,
    partyOldEnough,
    minorMitigated,
    noticeServed,
    rightsTold,
    windowEnded,
    statementsReviewed,
    hearingDone,
    reviewPassed,
    deliberationConcluded,
    followsWhatStands,
    withinTerm,
    pastTermOnlyWhenPast,
    notFinedBefore,
    documentComplete,
  ],
  makes: ({ correction, pastTerm }, state, law) => {
    const standing = standingProposal(state);
    if (!state.filing || !state.conclusions || !standing) return [];
    const { offence } = state.filing;
    const { penalties, tier, mitigation } = standing;
    return [
      {
        type: 'PenaltyDecided',
        data: {
          proposal: standing.version,
          decidedOn: law.today,
          offence,
          facts: state.conclusions.findings,
          evidence: reliedOn(state),
          penalties,
          tier,
          ...(mitigation && { mitigation }),
          basis: [citationOf(offence).full],
          correction: correction ?? { what: '立即改正违法行为' },
          payment: paymentInstruction(penalties, law),
          remedies: remediesTold(law),
          authority: authorityOf(law),
          major: isMajorCase(state, law),
          ...(pastTerm !== undefined && { pastTerm }),
        },
      },
    ];
  },
};

export interface DecideNoPenalty {
  readonly ground: NoPenaltyGround;
  readonly reasons?: string;
  /** The education given to the party (APL-33). */
  readonly education?: string;
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
  requires: [...decidable, groundFitsAge, withinTerm, pastTermOnlyWhenPast],
  makes: ({ ground, reasons, education, pastTerm }, { filing, conclusions }, law) => {
    if (!filing || !conclusions) return [];
    return [
      {
        type: 'NoPenaltyDecided',
        data: {
          decidedOn: law.today,
          offence: filing.offence,
          facts: conclusions.findings,
          ground,
          ...(reasons !== undefined && { reasons }),
          ...(education !== undefined && { education }),
          remedies: remediesTold(law),
          authority: authorityOf(law),
          ...(pastTerm !== undefined && { pastTerm }),
        },
      },
    ];
  },
};

function reliedOn({ evidence }: CaseState): readonly number[] {
  return evidence.filter(({ status }) => status !== 'excluded').map((item) => item.evidence);
}

function paymentInstruction(penalties: readonly Penalty[], law: LawContext): PaymentInstruction | null {
  if (!hasMoney(penalties)) return null;
  const { profile } = law.rulebook;
  const { perMillePerDay, capPercent, statedInDecision } = surchargeRule(profile, law.today);
  const money = moneyOf(penalties);
  return {
    ...money,
    how: 'any-bank-or-electronic',
    withinDays: clockRule(profile, 'payment', law.today).length,
    surcharge: statedInDecision && money.fineFen > 0 ? { perMillePerDay, capPercent } : null,
  };
}

function remediesTold({ rulebook: { profile }, today }: LawContext): RemediesTold {
  const { reconsiderationOrgans: organs, court } = remedyRule(profile, today);
  const term = (id: 'reconsideration' | 'litigation') => {
    const { length, unit } = clockRule(profile, id, today);
    return { length, unit };
  };
  return { reconsideration: { organs, ...term('reconsideration') }, litigation: { court, ...term('litigation') } };
}

function authorityOf({ rulebook: { profile } }: LawContext): DecidingAuthority {
  const { name, unifiedSocialCreditCode } = profile.authority;
  return { name, code: unifiedSocialCreditCode };
}
