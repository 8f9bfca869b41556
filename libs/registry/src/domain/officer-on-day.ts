import type { RegisteredOfficer } from '@fajiao/contracts';
import type { CivilDate } from '@fajiao/kernel';
import { asOf, hasBegun, latest } from './dated';
import type { OfficerState, Suspension, Term, Withdrawal } from './officer';

/** A person as the register has them on a day, without who it is. */
export type StandingOnDay = Omit<RegisteredOfficer, 'id' | 'name'>;

/** undefined: not on the staff on that day. */
export function officerOn(id: string, state: OfficerState, day: CivilDate): RegisteredOfficer | undefined {
  const standing = standingOn(state, day);
  return standing && { id, name: state.name, ...standing };
}

/** undefined: not on the staff on that day. */
export function standingOn(state: OfficerState, day: CivilDate): StandingOnDay | undefined {
  const post = asOf(state.posts, day);
  if (!post || !isServing(state, day)) return undefined;
  const certificate = certificateOn(state, day);
  const { legalQualification = false, firstTimeReviewer = false } = asOf(state.qualifications, day) ?? {};
  return { ...post, ...(certificate && { certificate }), legalQualification, firstTimeReviewer };
}

export function isServing({ services }: Pick<OfficerState, 'services'>, day: CivilDate): boolean {
  return services.some(({ from, lastDay }) => hasBegun(from, day) && (lastDay === null || day <= lastDay));
}

type Certificates = Pick<OfficerState, 'terms' | 'suspensions' | 'withdrawals'>;

/** The one that is valid on the day; where none is, the latest that had been issued, and why it is not. */
export function certificateOn(state: Certificates, day: CivilDate): RegisteredOfficer['certificate'] {
  const issued = state.terms.filter(({ from }) => hasBegun(from, day));
  const valid = issued.filter((term) => standingOf(term, state, day) === 'in-force' && day <= term.until);
  const term = latest(valid) ?? latest(issued);
  return term && { no: term.no, validUntil: term.until, standing: standingOf(term, state, day) };
}

export type CertificateStanding = NonNullable<RegisteredOfficer['certificate']>['standing'];

/** What became of a certificate, apart from its term: one withdrawn is not suspended any more. */
export function standingOf(
  term: Term,
  { suspensions, withdrawals }: Omit<Certificates, 'terms'>,
  day: CivilDate,
): CertificateStanding {
  if (withdrawals.some((one) => isWithdrawn(term, one, day))) return 'withdrawn';
  return suspensions.some((one) => isSuspended(term, one, day)) ? 'suspended' : 'in-force';
}

/** What is issued again after its withdrawal under the same number is another certificate. */
function isWithdrawn(term: Term, { no, on }: Withdrawal, day: CivilDate): boolean {
  return no === term.no && on <= day && hasBegun(term.from, on);
}

function isSuspended(term: Term, { no, from, until }: Suspension, day: CivilDate): boolean {
  return no === term.no && from <= day && (until === null || day <= until);
}
