import { closedGround, type Clock } from '@fajiao/rulebook';
import type { CaseState } from '../case-state';
import type { LawContext } from '../context';
import { byWhetherPassed, clockFrom } from '../law';
import type { Preservation } from '../measures-state';
import { met, metIf, missing, ofAct, type Finding } from '../requirement';

/** 先行登记保存 (APL-56): approved by a head, resolved within seven working days; after that it has lapsed. */

export function preservationTerm({ on }: Preservation, law: LawContext): Clock {
  return clockFrom(law, 'preservation', on);
}

/** Who approves is a head of the authority. */
export const approvedByHead = ofAct<{ readonly approvedBy: string }>(
  'preservation.approver-not-head',
  'APL-56',
  ({ approvedBy }, _state, { staff }) =>
    metIf(staff.find(approvedBy)?.roles.includes('head') === true, { person: approvedBy }),
);

/** And none of those who investigate the case. */
export const approverDidNotInvestigate = ofAct<{ readonly approvedBy: string; readonly officers: readonly string[] }>(
  'duties.same-person',
  'internal control',
  ({ approvedBy, officers }, { investigators }, { actor }) =>
    [...investigators, ...officers, actor.id].includes(approvedBy)
      ? missing({ person: approvedBy, did: 'investigated' })
      : met(),
);

export interface ResolvePreservation {
  /** Its number; the oldest one that is open unless told. */
  readonly preservation?: number;
  /** Id or Chinese title of the profile's list. */
  readonly outcome: string;
  readonly note?: string;
}

/** The preservation that is meant, if it is open. */
export function openPreservation(
  { preservation }: Pick<ResolvePreservation, 'preservation'>,
  { preservations }: CaseState,
): Preservation | undefined {
  const open = preservations.filter(({ resolved }) => resolved === null);
  return preservation === undefined ? open[0] : open.find((taken) => taken.preservation === preservation);
}

export const preservationOpen = ofAct<ResolvePreservation>(
  'preservation.none-open',
  'APL-56',
  (told, state) => {
    const open = openPreservation(told, state);
    return open ? met(open.revision) : missing();
  },
  ({ preservations }) => metIf(preservations.some(({ resolved }) => resolved === null)),
);

export function outcomeOf({ outcome }: ResolvePreservation, { rulebook, today }: LawContext) {
  return closedGround(rulebook.profile, 'preservation-outcome', outcome, today);
}

export const outcomeKnown = ofAct<ResolvePreservation>('preservation.outcome-unknown', 'profile', (told, _state, law) =>
  metIf(outcomeOf(told, law) !== undefined, { outcome: told.outcome }),
);

/** What was not resolved in time lapses: only giving it back is left. */
export const notLapsed = ofAct<ResolvePreservation>('preservation.lapsed', 'APL-56', (told, state, law): Finding => {
  const open = openPreservation(told, state);
  if (!open || outcomeOf(told, law)?.id === 'lifted') return met();
  const term = preservationTerm(open, law);
  return byWhetherPassed(term, law.today, { passed: missing({ until: term.due }), open: met() });
});
