import type { CivilDate } from '@fajiao/kernel';
import { staffOn } from '../spec-support/people.fixture.spec';
import { play, type Played } from '../spec-support/play.fixture.spec';
import { upTo } from '../spec-support/steps.fixture.spec';
import { approveFiling, collectEvidence, decidePenalty, fileCase } from './acts';
import { certificatesSinceInvalid, certifiedActs, isUnderCertificate, type CertifiedAct } from './certified-acts';
import type { Staff, StaffMember } from './context';

type Standing = NonNullable<StaffMember['certificate']>['standing'];

const act = (person: string, on: string, revision: number): CertifiedAct => ({ person, on: on as CivilDate, revision });

/** The register as it would be with another certificate of officer-1. */
const withCertificate =
  (change: { readonly standing?: Standing; readonly validUntil?: string } | null) =>
  (day: CivilDate): Staff => {
    const staff = staffOn(day);
    const find = (id: string): StaffMember | undefined => {
      const member = staff.find(id);
      if (id !== 'officer-1' || !member?.certificate) return member;
      const { certificate, ...without } = member;
      return change ? { ...member, certificate: { ...certificate, ...(change as object) } } : without;
    };
    return { ...staff, find };
  };

describe('what was done under a certificate', () => {
  it('is what an officer does as one, and not what they do in another office', () => {
    expect([isUnderCertificate(fileCase), isUnderCertificate(collectEvidence)]).toEqual([true, true]);
    expect([isUnderCertificate(approveFiling), isUnderCertificate(decidePenalty)]).toEqual([false, false]);
  });

  it('is what named officers did, and whoever acted under one, each once', () => {
    const { facts } = play(upTo('inspected'));
    const shown: Played['facts'] = facts.map((fact) => {
      const { id } = fact.meta.actor;
      const actor = { ...fact.meta.actor, ...(id === 'officer-1' && { certificateNo: '14-0922-001' }) };
      return { ...fact, meta: { ...fact.meta, actor } };
    });
    expect(certifiedActs(shown)).toEqual([
      act('officer-1', '2023-09-11', 0),
      act('officer-2', '2023-09-11', 0),
      act('officer-1', '2023-09-12', 2),
      act('officer-2', '2023-09-12', 2),
      act('officer-1', '2023-09-13', 3),
      act('officer-2', '2023-09-13', 3),
    ]);
    const [approval] = shown.filter(({ type }) => type === 'FilingApproved');
    const actor = { id: 'officer-lead-1', roles: [], certificateNo: '14-0922-011' };
    expect(certifiedActs([{ ...approval!, meta: { ...approval!.meta, actor } }])).toEqual([
      act('officer-lead-1', '2023-09-12', 1),
    ]);
  });

  it('is not what somebody did whom the act names without one', () => {
    const officers = [{ id: 'gone', certificateNo: '' }];
    const [assigned] = play(upTo('approved')).facts.filter(({ type }) => type === 'OfficersAssigned');
    expect(certifiedActs([{ ...assigned!, data: { officers } } as never])).toEqual([]);
  });
});

describe('a certificate that was not valid on the day of an act, as the register has it now', () => {
  const acts = [
    act('officer-1', '2023-09-13', 3),
    act('officer-2', '2023-09-13', 3),
    act('officer-1', '2023-09-14', 4),
  ];
  const warned = (staff: (day: CivilDate) => Staff) => certificatesSinceInvalid(acts, staff);

  it('is none where it was in force, its last day included', () => {
    expect(warned(staffOn)).toEqual([]);
    expect(warned(withCertificate({ validUntil: '2023-09-14' }))).toEqual([]);
  });

  it.each([
    ['suspended', { standing: 'suspended' }],
    ['withdrawn', { standing: 'withdrawn' }],
    ['expired', { validUntil: '2023-09-12' }],
    ['not-serving', null],
  ] as const)('warns once of each person with all their acts, %s', (standing, change) => {
    expect(warned(withCertificate(change))).toEqual([
      {
        ...{ code: 'officers.certificate-since-invalid', source: 'APL-42' },
        detail: { person: 'officer-1', standing, revisions: '3, 4' },
      },
    ]);
  });

  it('warns of the acts of those days alone, and of somebody whom the register does not know at all', () => {
    expect(warned(withCertificate({ validUntil: '2023-09-13' }))).toMatchObject([{ detail: { revisions: '4' } }]);
    expect(certificatesSinceInvalid([act('nobody', '2023-09-13', 7)], staffOn)).toMatchObject([
      { detail: { person: 'nobody', standing: 'not-serving', revisions: '7' } },
    ]);
  });

  it('warns of different people and of different standings apart', () => {
    const strangers = [act('nobody', '2023-09-13', 7), act('nobody-else', '2023-09-13', 8)];
    expect(certificatesSinceInvalid(strangers, staffOn).map(({ detail }) => detail)).toEqual([
      { person: 'nobody', standing: 'not-serving', revisions: '7' },
      { person: 'nobody-else', standing: 'not-serving', revisions: '8' },
    ]);
    const suspendedLater = (day: CivilDate) =>
      withCertificate(day > '2023-09-13' ? { standing: 'suspended' } : { validUntil: '2023-09-12' })(day);
    expect(warned(suspendedLater).map(({ detail }) => detail)).toEqual([
      { person: 'officer-1', standing: 'expired', revisions: '3' },
      { person: 'officer-1', standing: 'suspended', revisions: '4' },
    ]);
  });
});
