import type { Staff, StaffMember } from '../context';
import { codes, grounds } from '../../spec-support/discretion.fixture.spec';
import {
  at,
  changed,
  hearing,
  hearingNotice,
  hearingRequest,
  recusal,
} from '../../spec-support/other-steps.fixture.spec';
import { members, staffOn, staffWith } from '../../spec-support/people.fixture.spec';
import { contextOf, happened, lawOn, nothingYet, play, type Step } from '../../spec-support/play.fixture.spec';
import { majorCase, majorUpTo, straightCase, upTo } from '../../spec-support/steps.fixture.spec';
import { seized, seizureApproved, unlicensed } from '../../spec-support/measures.fixture.spec';
import { decide, requirementsOf } from '../act';
import { decidePenalty, fileCase } from '../acts';

/** What the register says of people on the day of an act decides whether they may do it. */

const { filed, approved, inspected, concluded, decided } = straightCase;
const lastDay = (id: string, validUntil: string): Omit<StaffMember, 'id'> => ({
  ...members[id]!,
  certificate: { no: '14-0922-001', validUntil: validUntil as never },
});
const refusedWith = (step: Step, given: readonly Step[], staff: Staff) => codes(step, play(given), { staff });

describe('an officer', () => {
  it('whose certificate has ended files no case', () => {
    expect(grounds({ ...filed, by: 'officer-3' }, play([]))).toEqual([
      { code: 'officers.certificate-expired', source: 'APL-42', detail: { people: 'officer-3' } },
    ]);
  });

  it('is on the register, or is not asked for a certificate', () => {
    expect(codes({ ...filed, by: 'nobody' }, play([]))).toEqual(['officers.not-serving internal control']);
  });

  it('acts on the last day of the certificate', () => {
    expect(refusedWith(filed, [], staffWith({ 'officer-1': lastDay('officer-1', '2023-09-11') }))).toEqual([]);
    expect(refusedWith(filed, [], staffWith({ 'officer-1': lastDay('officer-1', '2023-09-10') }))).toEqual([
      'officers.certificate-expired APL-42',
    ]);
  });

  it('is no officer to seize with, where nobody knows them', () => {
    const given = [...unlicensed, seizureApproved];
    expect(codes(changed(seized, { officers: ['officer-1', 'officer-9'] }), play(given))).toEqual([
      'officers.not-qualified APL-42',
      'officers.not-assigned APL-42',
    ]);
  });

  it.each<[string, Omit<StaffMember, 'id'> | undefined]>([
    ['has left', undefined],
    ['is an officer no more', { ...members['officer-2']!, roles: ['unit-lead'] }],
    ['has no certificate', { roles: ['officer'] }],
    ['holds one that has ended', lastDay('officer-2', '2023-09-19')],
    [
      'holds one that was withdrawn',
      { ...members['officer-2']!, certificate: { ...members['officer-2']!.certificate!, standing: 'withdrawn' } },
    ],
  ])('does not count for the conclusion of the investigation who %s', (_what, member) => {
    expect(refusedWith(concluded, upTo('questioned'), staffWith({ 'officer-2': member }))).toEqual([
      'officers.fewer-than-two APL-42',
    ]);
  });

  it('needs no delegated power where the register names the bureau as the unit', () => {
    const bureau = { id: 'bureau', kind: 'bureau' } as const;
    const staff = staffWith({
      'officer-1': { ...members['officer-1']!, unit: bureau },
      'officer-2': { ...members['officer-2']!, unit: bureau },
    });
    expect(refusedWith(filed, [], staff)).toEqual([]);
    const { state } = play(upTo('waived'));
    const asked = requirementsOf(decidePenalty, state, { ...lawOn(decided.at), staff });
    expect(asked.find(({ code }) => code === 'delegation.not-covering')).toMatchObject({ state: 'not-required' });
  });
});

describe('a lead', () => {
  it('needs no certificate for the own acts, not even one that is in force', () => {
    const staff = staffWith({ 'lead-1': { ...lastDay('officer-1', '2020-01-01'), roles: ['unit-lead'] } });
    expect(refusedWith({ ...filed, by: 'lead-1' }, [], staff)).toEqual([]);
  });
});

describe('somebody who is new on a case', () => {
  it('did not deliberate on it', () => {
    const heads = { panel: () => ['head-1', 'head-2', 'head-3', 'head-4', 'officer-head-1'] };
    const deliberation = changed(majorCase.deliberated, {
      present: ['head-1', 'head-2', 'officer-head-1'],
      opinions: { 'head-1': '同意', 'head-2': '同意', 'officer-head-1': '同意' },
    });
    const before = play(majorUpTo('reviewed'));
    expect(codes(deliberation, before, { staff: staffWith({}, heads) })).toEqual([]);
    const event = {
      type: 'DeliberationHeld',
      data: {
        ...{ proposal: 1, present: ['head-1', 'head-2', 'officer-head-1'], conclusion: 'adopt' },
        opinions: [{ person: 'officer-head-1', opinion: '同意' }],
      },
    } as never;
    const replaced: Step = {
      ...{ at: at('2024-03-28', '15:00'), by: 'lead-1', act: 'replace-officers' },
      data: { officers: ['officer-1', 'officer-head-1'] },
    };
    expect(grounds(replaced, happened([event], deliberation, before))).toEqual([
      {
        ...{ code: 'duties.same-person', source: 'internal control' },
        detail: { person: 'officer-head-1', did: 'deliberated' },
      },
    ]);
  });
});

describe('a power', () => {
  const township = 'town-1';
  const [only] = staffOn(contextOf(filed).today).powers(township);
  const officers = ['officer-1', 'officer-township-1'];
  const usual = changed(filed, { officers });
  const powers = (...held: readonly (typeof only)[]): Staff =>
    staffWith({}, { powers: () => held.flatMap((one) => one ?? []) });
  const elsewhere = only && { ...only, delegation: 'elsewhere', area: ['某乡'], name: '某乡人民政府' };

  it('is the one that covers the matter, where a township has several', () => {
    const context = { ...contextOf(usual), staff: powers(elsewhere, only) };
    const filedUnder = decide(fileCase, usual.data as never, nothingYet.state, context);
    expect('events' in filedUnder && filedUnder.events[0]?.data).toMatchObject({
      power: { delegation: only?.delegation },
    });
    expect(refusedWith(usual, [], powers(elsewhere))).toEqual(['delegation.not-covering APL-24']);
  });

  it('covers each place of its area, not only what lies in all of them', () => {
    const wide = only && { ...only, area: ['某乡', '县城'] };
    expect(refusedWith(usual, [], powers(wide))).toEqual([]);
  });
});

describe('a recusal', () => {
  const alone = (officer: string, staff?: Staff) =>
    codes(recusal(officer), play([filed, approved]), staff && { staff });
  const COLLECTIVE = ['recusal.needs-collective APL-43'];

  it('of whoever is a head, a principal or of the panel is decided together', () => {
    expect(alone('officer-head-1')).toEqual(COLLECTIVE);
    expect(alone('officer-9', staffWith({ 'officer-9': { roles: ['principal'] } }))).toEqual(COLLECTIVE);
    expect(alone('head-5', staffWith({ 'head-5': { roles: [] } }))).toEqual(COLLECTIVE);
    expect(alone('officer-2')).toEqual([]);
  });

  it('of somebody who has left since the challenge can still be decided', () => {
    const challenge = {
      ...{ at: at('2023-09-12', '14:00'), by: 'officer-1', act: 'request-recusal' },
      data: { person: 'officer-2', by: 'party', ground: '与当事人有亲属关系' },
    };
    const staff = staffWith({ 'officer-2': undefined });
    expect(codes(recusal('officer-2'), play([filed, approved, challenge]), { staff })).toEqual([]);
  });

  it('of one’s own accord is asked for by oneself', () => {
    const own = {
      ...{ at: at('2023-09-13'), by: 'officer-2', act: 'request-recusal' },
      data: { person: 'officer-2', by: 'self', ground: '与当事人有亲属关系' },
    };
    expect(codes(own, play([filed, approved]))).toEqual([]);
  });
});

describe('a first-time reviewer', () => {
  const first = (more: object) =>
    staffWith({ 'legal-1': { roles: ['legal-reviewer'], firstTimeReviewer: true, ...more } });

  it('holds the national legal qualification; who has reviewed before need not (APL-58)', () => {
    const given = majorUpTo('noticed');
    expect(refusedWith(majorCase.reviewed, given, first({ legalQualification: true }))).toEqual([]);
    expect(refusedWith(majorCase.reviewed, given, first({}))).toEqual(['review.unqualified APL-58']);
    expect(refusedWith(majorCase.reviewed, given, first({ firstTimeReviewer: false }))).toEqual([]);
  });

  it('who is not on the register does not review', () => {
    expect(codes({ ...majorCase.reviewed, by: 'nobody' }, play(majorUpTo('noticed')))).toEqual([
      'officers.not-serving internal control',
    ]);
  });
});

describe('an investigator', () => {
  it('who is a head does not deliberate on the case', () => {
    const both = ['officer-1', 'officer-head-1'];
    const investigated = majorUpTo('reviewed').map((step) =>
      step.data && 'officers' in step.data ? changed(step, { officers: both }) : step,
    );
    const staff = staffWith({}, { panel: () => ['head-1', 'head-2', 'head-3', 'officer-head-1'] });
    const present = ['head-1', 'head-2', 'head-3', 'officer-head-1'];
    const opinions = Object.fromEntries(present.map((person) => [person, '同意']));
    const refused = grounds(changed(majorCase.deliberated, { present, opinions }), play(investigated), { staff });
    expect(refused).toEqual([
      { code: 'deliberation.member-excluded', source: 'APL-43', detail: { people: 'officer-head-1' } },
    ]);
  });

  it('who was replaced still keeps no record of the hearing', () => {
    const chair = 'officer-chair-1';
    const given = [
      changed(majorCase.filed, { officers: ['officer-1', chair] }),
      majorCase.approved,
      changed(inspected, { officers: ['officer-1', chair] }, { at: majorCase.inspected.at }),
      {
        ...{ at: at('2024-03-07'), by: 'lead-1', act: 'replace-officers' },
        data: { officers: ['officer-1', 'officer-2'] },
      },
      ...majorUpTo('noticed').slice(3),
      ...[hearingRequest, hearingNotice],
    ];
    expect(grounds({ ...hearing, by: chair }, play(given))).toEqual([
      { code: 'hearing.chair-is-investigator', source: 'APL-64', detail: { person: chair } },
    ]);
  });
});
