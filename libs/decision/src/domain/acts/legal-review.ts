import type { Act } from '../act';
import { standingVersion } from '../case-state';
import { reviewerIsNotChair, reviewerIsNotInvestigator } from '../requirements/duties';
import { underProposal } from '../requirements/phase';
import { reviewerQualified } from '../requirements/review';

export interface LegalReview {
  readonly opinion: string;
}

const requires = [...underProposal, reviewerIsNotInvestigator, reviewerIsNotChair, reviewerQualified];

export const passLegalReview: Act<LegalReview> = {
  name: 'pass-legal-review',
  form: '法制审核意见书（同意）',
  requires,
  makes: ({ opinion }, state) => [{ type: 'LegalReviewPassed', data: { proposal: standingVersion(state), opinion } }],
};

export const returnLegalReview: Act<LegalReview> = {
  name: 'return-legal-review',
  form: '法制审核意见书（退回）',
  requires,
  makes: ({ opinion }, state) => [{ type: 'LegalReviewReturned', data: { proposal: standingVersion(state), opinion } }],
};
