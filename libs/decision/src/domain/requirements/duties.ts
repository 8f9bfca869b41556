import type { CaseState } from '../case-state';
import type { ActContext } from '../context';
import { met, missing, ofAct, type OfAct } from '../requirement';

/** Duties kept apart: whoever acts is held against everybody who acted on the case before, not against the last one. */

/** Who approves or refuses a filing neither made it nor investigates. */
export const approverIsNotInvestigator = apart('internal control', 'investigated', investigated);

/** Who reviews is none of those who investigated (APL-58). */
export const reviewerIsNotInvestigator = apart('APL-58', 'investigated', investigated);

export const reviewerIsNotChair = apart('internal control', 'chaired', ({ chairs }) => chairs);

/** Who keeps the record of a hearing did not review the case, nor did the chair that it names. */
export const chairIsNotReviewer = apart('internal control', 'reviewed', reviewers);

export const namedChairIsNotReviewer = ofAct<{ readonly chair: string }>(
  'duties.same-person',
  'internal control',
  ({ chair }, state) => (reviewers(state).includes(chair) ? missing({ person: chair, did: 'reviewed' }) : met()),
);

/** Nor does a head approve a measure of a case that they investigate. */
export const actorDidNotInvestigate = apart('internal control', 'investigated', investigated);

/** The head who decides did not investigate (APL-57). */
export const deciderIsNotInvestigator = apart('APL-57', 'investigated', investigated);

/** Who replaces officers does not put themselves in. */
export const leadIsNotNamed = ofAct<{ readonly officers: readonly string[] }>(
  'duties.same-person',
  'internal control',
  ({ officers }, _state, { actor }) =>
    officers.includes(actor.id) ? missing({ person: actor.id, did: 'replaced' }) : met(),
);

/** Nor anybody who approved, reviewed or chaired this case, or decided on it. */
export const namedDidNothingElse = ofAct<{ readonly officers: readonly string[] }>(
  'duties.same-person',
  'internal control',
  ({ officers }, state) => {
    const [first] = othersDuties(state).filter(({ person }) => officers.includes(person));
    return first ? missing({ ...first }) : met();
  },
);

function othersDuties(state: CaseState): readonly { readonly person: string; readonly did: string }[] {
  const { log, chairs: chaired, deliberations } = state;
  const approved = log.filter(({ type }) => type === 'FilingApproved').map(({ by }) => by);
  const deliberated = deliberations.flatMap(({ present }) => present);
  const duties = { approved, reviewed: reviewers(state), chaired, deliberated };
  return Object.entries(duties).flatMap(([did, people]) => people.map((person) => ({ person, did })));
}

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
