import { closedGround, type Clock } from '@fajiao/rulebook';
import type { CaseState } from '../case-state';
import type { LawContext } from '../context';
import type { CourtAnswer } from '../events';
import { byWhetherPassed, clockFrom } from '../law';
import { met, metIf, missing, notRequired, ofAct, ofCase } from '../requirement';

/** What the court says to an application for enforcement, and its review by the higher court (ACL-56 to 58). */

export interface AnswerApplication {
  readonly answer: CourtAnswer;
  /** With `refused`: id or title of an entry of the list. */
  readonly ground?: string;
  /** Why it was not accepted, or what the open last ground is. */
  readonly reasons?: string;
}

export const applicationOpen = ofCase('court.no-open-application', 'ACL-56', ({ courtApplication }) =>
  courtApplication && !courtApplication.answer ? met(courtApplication.revision) : missing(),
);

export function refusalGround({ ground = '' }: AnswerApplication, { rulebook, today }: LawContext) {
  return closedGround(rulebook.profile, 'court-refusal', ground, today);
}

export const refusalGroundKnown = ofAct<AnswerApplication>('court.ground-unknown', 'ACL-58', (told, _state, law) => {
  const { answer, ground = null } = told;
  return metIf(answer === 'refused' ? refusalGround(told, law) !== undefined : ground === null, { ground });
});

/** An answer against the authority says why (ACL-56, 58). */
export const refusalReasoned = ofAct<AnswerApplication>('court.reasons-missing', 'ACL-56, ACL-58', (told, _s, law) => {
  const needed = told.answer === 'not-accepted' || refusalGround(told, law)?.open === true;
  return needed ? metIf(told.reasons !== undefined) : notRequired;
});

/** The answer that a higher court may be asked to review. */
function adverse({ courtApplication }: CaseState) {
  const answer = courtApplication?.answer;
  return answer && answer.answer !== 'granted' ? answer : null;
}

export const answeredAgainst = ofCase('court.nothing-to-review', 'ACL-56, ACL-58', (state) => {
  const answer = adverse(state);
  return answer ? met(answer.revision) : missing();
});

export const courtReviewNotRequested = ofCase('court.review-already-requested', 'ACL-56, ACL-58', (state) => {
  const review = state.courtApplication?.review;
  return review ? missing({ on: review.on }) : met();
});

/** Fifteen days from the ruling. null: none is to be reviewed. */
export function courtReviewTerm(state: CaseState, law: LawContext): Clock | null {
  const answer = adverse(state);
  return answer && clockFrom(law, 'court-review', answer.on);
}

export const withinCourtReviewTerm = ofCase('court.review-late', 'ACL-56, ACL-58', (state, law) => {
  const term = courtReviewTerm(state, law);
  if (!term) return notRequired;
  return byWhetherPassed(term, law.today, { passed: missing({ until: term.due }), open: met() });
});

export const courtReviewRequested = ofCase('court.review-not-requested', 'ACL-56, ACL-58', ({ courtApplication }) => {
  const review = courtApplication?.review;
  return review && review.upheldOn === null ? met(review.revision) : missing();
});
