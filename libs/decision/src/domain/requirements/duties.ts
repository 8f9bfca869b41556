import type { CaseState } from '../case-state';
import type { ActContext } from '../context';
import { met, missing, ofAct, type OfAct } from '../requirement';

/** Duties kept apart: whoever acts is held against everybody who acted on the case before, not against the last one. */

/** Who approves or refuses a filing neither made it nor investigates. */
export const approverIsNotInvestigator = apart('internal control', 'investigated', investigated);

/** Who reviews is none of those who investigated (APL-58). */
export const reviewerIsNotInvestigator = apart('APL-58', 'investigated', investigated);

export const reviewerIsNotChair = apart('internal control', 'chaired', ({ hearing }) => [
  ...(hearing.noticed ? [hearing.noticed.by] : []),
  ...(hearing.ended ? [hearing.ended.by, hearing.ended.chair] : []),
]);

/** Who keeps the record of a hearing did not review the case, nor did the chair that it names. */
export const chairIsNotReviewer = apart('internal control', 'reviewed', reviewers);

export const namedChairIsNotReviewer = ofAct<{ readonly chair: string }>(
  'duties.same-person',
  'internal control',
  ({ chair }, state) => (reviewers(state).includes(chair) ? missing({ person: chair, did: 'reviewed' }) : met()),
);

/** The head who decides did not investigate (APL-57). */
export const deciderIsNotInvestigator = apart('APL-57', 'investigated', investigated);

function reviewers({ reviews }: CaseState): readonly string[] {
  return reviews.map(({ by }) => by);
}

function investigated({ investigators }: CaseState): readonly string[] {
  return investigators;
}

function apart(source: string, did: string, others: (state: CaseState) => readonly string[]): OfAct<unknown> {
  return ofAct('duties.same-person', source, (_data, state: CaseState, { actor }: ActContext) =>
    others(state).includes(actor.id) ? missing({ person: actor.id, did }) : met(),
  );
}
