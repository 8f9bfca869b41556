import { civilDateOf, type CivilDate, type Fact } from '@fajiao/kernel';
import type { Act } from './act';
import type { Staff, StaffMember } from './context';
import type { CaseEvent, NamedOfficer } from './events';
import { actorIsCertified } from './requirements/officers';
import type { Warning } from './warnings';

/** Something done under a certificate: by whoever acted, or by an officer whom the act names. */
export interface CertifiedAct {
  readonly person: string;
  readonly on: CivilDate;
  readonly revision: number;
}

/** Whether an officer does the act as one, under their certificate; what they do in another office needs none. */
export function isUnderCertificate<Data>({ requires }: Act<Data>): boolean {
  return requires.includes(actorIsCertified);
}

export function certifiedActs(facts: readonly Fact<CaseEvent>[]): readonly CertifiedAct[] {
  return facts.flatMap((fact) => {
    const { id, certificateNo } = fact.meta.actor;
    const certified = [...namedIn(fact), ...(certificateNo ? [id] : [])];
    const on = civilDateOf(fact.meta.occurredAt);
    return [...new Set(certified)].map((person) => ({ person, on, revision: fact.revision }));
  });
}

function namedIn({ data }: Fact<CaseEvent>): readonly string[] {
  const officers: readonly NamedOfficer[] = 'officers' in data ? data.officers : [];
  return officers.filter(({ certificateNo }) => certificateNo !== '').map(({ id }) => id);
}

/**
 * Acts that were accepted under a certificate which, as the register has it now, was not valid on their day: it was withdrawn or
 * suspended with effect from before, and recorded later, or while the act was being recorded. The acts stand; what they are
 * worth is for the head, the reviewer, a court to say (APL-42, 46).
 */
export function certificatesSinceInvalid(
  acts: readonly CertifiedAct[],
  staffOn: (day: CivilDate) => Staff,
): readonly Warning[] {
  const found = acts.flatMap((act) => {
    const standing = standingOf(staffOn(act.on).find(act.person), act.on);
    return standing === 'valid' ? [] : [{ ...act, standing }];
  });
  const people = new Map(
    found.map(({ person, standing }) => [JSON.stringify([person, standing]), { person, standing }]),
  );
  return [...people.values()].map(({ person, standing }) => {
    const theirs = found.filter((act) => act.person === person && act.standing === standing);
    const revisions = theirs.map(({ revision }) => revision).join(', ');
    return { code: 'officers.certificate-since-invalid', source: 'APL-42', detail: { person, standing, revisions } };
  });
}

type Standing = 'valid' | 'expired' | 'suspended' | 'withdrawn' | 'not-serving';

/** The last day of a certificate still counts. */
export function standingOf(member: StaffMember | undefined, day: CivilDate): Standing {
  const certificate = member?.certificate;
  if (!certificate) return 'not-serving';
  const { standing = 'in-force', validUntil } = certificate;
  if (standing !== 'in-force') return standing;
  return validUntil < day ? 'expired' : 'valid';
}
