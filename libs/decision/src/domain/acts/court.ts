import type { Act } from '../act';
import { ifAny } from '../if-any';
import { asRequired } from '../requirement';
import {
  answeredAgainst,
  applicationOpen,
  courtReviewNotRequested,
  courtReviewRequested,
  refusalGround,
  refusalGroundKnown,
  refusalReasoned,
  withinCourtReviewTerm,
  type AnswerApplication,
} from '../requirements/court';
import { enforcementNotEnded, fineUnpaid } from '../requirements/enforcement';
import { actorIsCertified } from '../requirements/officers';
import { notEnded } from '../requirements/phase';
import { decisionStands } from '../requirements/remedies';
import { ofFine } from '../what-falls';

/** 行政裁定书: recorded on the day it is received. The court itself enforces what it grants (ACL-57). */
export const answerApplication: Act<AnswerApplication> = {
  name: 'court-answered',
  form: '行政裁定书（强制执行申请）',
  requires: [notEnded, applicationOpen, refusalGroundKnown, refusalReasoned, actorIsCertified],
  makes: (told, state, act) => [
    {
      type: 'CourtEnforcementAnswered',
      data: { answer: told.answer, ...ifAny({ ground: refusalGround(told, act)?.id, reasons: told.reasons }) },
    },
    ...(told.answer === 'granted'
      ? []
      : ofFine(state, ({ fineId }) => ({
          type: 'FineTurnedAwayByCourt',
          data: { fineId, caseId: act.caseId, on: act.today },
        }))),
  ],
};

export interface RequestCourtReview {
  /** The court next above. */
  readonly court: string;
  readonly reasons: string;
}

/** The head signs it like the application (ACL-55), as long as there is something to enforce. */
export const requestCourtReview: Act<RequestCourtReview> = {
  name: 'request-court-review',
  form: '复议申请书（对不予受理、不予执行裁定）',
  requires: [
    notEnded,
    decisionStands,
    fineUnpaid,
    enforcementNotEnded,
    answeredAgainst,
    courtReviewNotRequested,
    withinCourtReviewTerm,
  ],
  makes: ({ court, reasons }) => [{ type: 'CourtReviewRequested', data: { court, reasons } }],
};

export interface ConcludeCourtReview {
  readonly upheld: boolean;
  readonly reasons: string;
}

export const concludeCourtReview: Act<ConcludeCourtReview> = {
  name: 'conclude-court-review',
  form: '复议裁定书（上一级人民法院）',
  requires: [notEnded, courtReviewRequested, actorIsCertified],
  makes: ({ upheld, reasons }, state, { caseId }) => [
    { type: 'CourtReviewConcluded', data: { upheld, reasons } },
    ...(upheld
      ? []
      : ofFine(state, ({ fineId }) => ({
          type: 'FineTakenToCourt',
          data: { fineId, caseId, appliedOn: asRequired(state.courtApplication).on },
        }))),
  ],
};
