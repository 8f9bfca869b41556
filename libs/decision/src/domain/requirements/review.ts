import { latestHolding, standingProposal, type CaseState } from '../case-state';
import type { ActContext, LawContext } from '../context';
import { isMajorCase } from '../law';
import { met, metIf, missing, notRequired, ofAct, ofCase, type Finding } from '../requirement';

/** Legal review before every major decision (APL-58): without a passed one there is no decision. */

export function legalReviewRequired(state: CaseState, law: LawContext): boolean {
  return isMajorCase(state, law);
}

/** A passed review of exactly the proposal that stands, with the hearing's record before it where one was held. */
export const reviewPassed = ofCase('review.missing', 'APL-58', (state, law): Finding => {
  if (!legalReviewRequired(state, law)) return notRequired;
  const last = state.reviews.at(-1);
  if (!last) return missing();
  const holding = latestHolding(state.reviews, state, 'reviewFrom');
  const standing = standingProposal(state)?.version ?? null;
  const { ended } = state.hearing;
  if (!holding || (ended && ended.revision > holding.revision))
    return missing({ reviewed: last.proposal, standing }, { code: 'review.stale' });
  return holding.passed ? met(holding.revision) : missing({ on: holding.on }, { code: 'review.returned' });
});

/** Who reviews for the first time holds the national legal qualification. */
export const reviewerQualified = ofAct(
  'review.unqualified',
  'APL-58',
  (_data, _state, { actor, staff }: ActContext) => {
    const reviewer = staff.find(actor.id);
    return metIf(reviewer?.firstTimeReviewer !== true || reviewer.legalQualification === true, { person: actor.id });
  },
);
