import type { CaseState } from '../case-state';
import type { LawContext, StaffMember } from '../context';
import { met, metIf, missing, notRequired, ofAct, ofCase, type Finding, type OfAct } from '../requirement';
import { namedWithinPower } from './power';

/** Two officers or more, certified and not recused (APL-42, 43, 55). */

export interface NamesOfficers {
  readonly officers: readonly string[];
}

const atLeastTwo = ofAct<NamesOfficers>('officers.fewer-than-two', 'APL-42', ({ officers }) =>
  metIf(new Set(officers).size >= 2, { officers: new Set(officers).size }),
);

const qualified = ofAct<NamesOfficers>('officers.not-qualified', 'APL-42', ({ officers }, _state, { staff }) =>
  noneOf(officers.filter((id) => !isOfficer(staff.find(id)))),
);

const certificatesValid = ofAct<NamesOfficers>('officers.certificate-expired', 'APL-42', ({ officers }, _state, law) =>
  noneOf(officers.filter((id) => hasExpired(law.staff.find(id), law))),
);

const certificatesInForce = ofAct<NamesOfficers>(
  'officers.certificate-not-in-force',
  'APL-42',
  ({ officers }, _state, law) => noneOf(officers.filter((id) => isOutOfForce(law.staff.find(id)))),
);

const notRecused = ofAct<NamesOfficers>('officers.recused', 'APL-43', ({ officers }, { recused }) =>
  noneOf(officers.filter((id) => recused.includes(id))),
);

/** The officers whom an act names may investigate on its day. */
export const namedOfficersMayAct: readonly OfAct<NamesOfficers>[] = [
  atLeastTwo,
  qualified,
  certificatesValid,
  certificatesInForce,
  notRecused,
  namedWithinPower,
];

/** They are those of this case. */
export const namedOfficersAreAssigned = ofAct<NamesOfficers>(
  'officers.not-assigned',
  'APL-42',
  ({ officers }, state) => {
    const strangers = officers.filter((id) => !state.officers.includes(id));
    return strangers.length > 0 ? noneOf(strangers) : met(state.officersRevision);
  },
);

export const certificatesShown = ofAct<{ readonly certificatesShown: boolean }>(
  'officers.certificate-not-shown',
  'APL-55',
  (act) => metIf(act.certificatesShown),
);

/** An officer who acts holds a valid certificate on that day; leads and heads need none for their own acts. */
export const actorIsCertified = ofAct('officers.certificate-expired', 'APL-42', (_data, _state, law) => {
  const actor = law.staff.find(law.actor.id);
  if (!actor?.roles.includes('officer')) return notRequired;
  if (isOutOfForce(actor)) return missing({ people: actor.id }, { code: 'officers.certificate-not-in-force' });
  return noneOf(hasExpired(actor, law) ? [actor.id] : []);
});

/** Whoever acts is on the register on that day, in whatever office. */
export const actorServes = ofAct('officers.not-serving', 'internal control', (_data, _state, { actor, staff }) =>
  noneOf(staff.find(actor.id) ? [] : [actor.id]),
);

/** Nobody acts on a case from which they are recused, in whatever office. */
export const actorIsNotRecused = ofAct('officers.recused', 'APL-43', (_data, { recused }, { actor }) =>
  noneOf(recused.includes(actor.id) ? [actor.id] : []),
);

/** Of the case's own officers, two at least may still act. */
export const twoOfficersRemain = ofCase('officers.fewer-than-two', 'APL-42', (state, law) => {
  const able = ableOfficers(state, law);
  return able.length >= 2 ? met(state.officersRevision) : missing({ officers: able.length });
});

function ableOfficers({ officers, recused }: CaseState, law: LawContext): readonly string[] {
  return officers.filter((id) => {
    const member = law.staff.find(id);
    return isOfficer(member) && !hasExpired(member, law) && !isOutOfForce(member) && !recused.includes(id);
  });
}

function isOfficer(member: StaffMember | undefined): boolean {
  return member?.certificate !== undefined && member.roles.includes('officer');
}

/** The certificate's last day still counts. */
function hasExpired(member: StaffMember | undefined, { today }: LawContext): boolean {
  return member?.certificate !== undefined && member.certificate.validUntil < today;
}

/** Suspended or withdrawn, whatever its term says. */
function isOutOfForce(member: StaffMember | undefined): boolean {
  const standing = member?.certificate?.standing ?? 'in-force';
  return standing !== 'in-force';
}

function noneOf(people: readonly string[]): Finding {
  return people.length === 0 ? met() : missing({ people: [...new Set(people)].join(', ') });
}
