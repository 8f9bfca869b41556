import type { DelegatedPower, OfficerEvent, RegisteredOfficer } from '@fajiao/contracts';
import { type Decision, type DomainEvent, parseCivilDate } from '@fajiao/kernel';
import { fold } from '../spec-support/facts.fixture.spec';
import { sentences } from './codes';
import { delegations, powersOn } from './delegation';
import { delegatePower, endDelegation } from './delegation-acts';
import { officers } from './officer';
import {
  assignPost,
  issueCertificate,
  type OfficerAct,
  recordDeparture,
  recordQualification,
  register,
  restoreCertificate,
  suspendCertificate,
  withdrawCertificate,
} from './officer-acts';
import { isMember, panelOn, panels } from './panel';
import { setMembership } from './panel-acts';

const day = parseCivilDate;
const BUREAU = { id: 'bureau', kind: 'bureau' } as const;
const entry = { person: 'officer-9', by: 'lead-1', today: day('2023-09-11') };

const registered: OfficerEvent = {
  type: 'OfficerRegistered',
  data: { name: '示例执法人员九', roles: ['officer'], unit: BUREAU, from: day('2023-01-01') },
};
const issued: OfficerEvent = {
  type: 'CertificateIssued',
  data: { no: '9', validFrom: day('2023-01-01'), validUntil: day('2027-12-31') },
};
const withdrawn: OfficerEvent = {
  type: 'CertificateWithdrawn',
  data: { no: '9', on: day('2023-09-01'), reason: '调离执法岗位' },
};
const left: OfficerEvent = { type: 'OfficerLeft', data: { lastDay: day('2023-08-31'), reason: '退休' } };

const groundsOf = (decision: Decision<DomainEvent>): readonly string[] =>
  'refused' in decision ? decision.refused.map(({ code, source }) => `${code} ${source}`) : [];
const typesOf = (decision: Decision<DomainEvent>): readonly string[] =>
  'events' in decision ? decision.events.map(({ type }) => type) : [];

function trial<Data>(act: OfficerAct<Data>, data: Data, given: readonly OfficerEvent[], by = entry.by) {
  return act(data, fold(officers, given), { ...entry, by });
}

const newcomer = { name: '示例执法人员九', roles: ['officer'], unit: BUREAU };
const reason = '年度考试不合格';

describe('an entry about an officer is refused:', () => {
  it.each([
    ['about oneself', trial(register, newcomer, [], 'officer-9'), ['duties.same-person internal control']],
    [
      'a registration of somebody who serves',
      trial(register, newcomer, [registered]),
      ['officer.already-serving profile'],
    ],
    [
      'a registration from a day on which they still served',
      trial(register, { ...newcomer, from: day('2023-08-31') }, [registered, left]),
      ['officer.already-serving profile'],
    ],
    [
      'a first certificate that ends before it begins',
      trial(
        register,
        { ...newcomer, certificate: { no: '9', validFrom: day('2024-01-01'), validUntil: day('2023-12-31') } },
        [],
      ),
      ['certificate.dates-out-of-order profile'],
    ],
    ['another post after leaving', trial(assignPost, newcomer, [registered, left]), ['officer.not-serving profile']],
    [
      'a certificate for somebody who left',
      trial(issueCertificate, { no: '9', validFrom: day('2023-09-11'), validUntil: day('2027-12-31') }, [
        registered,
        left,
      ]),
      ['officer.not-serving profile'],
    ],
    [
      'a certificate that ends before it begins',
      trial(issueCertificate, { no: '9', validFrom: day('2024-01-01'), validUntil: day('2023-12-31') }, [registered]),
      ['certificate.dates-out-of-order profile'],
    ],
    [
      'a withdrawn certificate issued again from a day before its withdrawal',
      trial(issueCertificate, { no: '9', validFrom: day('2023-09-01'), validUntil: day('2027-12-31') }, [
        registered,
        issued,
        withdrawn,
      ]),
      ['certificate.withdrawn APL-42'],
    ],
    [
      'the suspension of a certificate that there is not',
      trial(suspendCertificate, { no: '8', from: day('2023-09-11'), reason }, [registered, issued]),
      ['certificate.unknown profile'],
    ],
    [
      'a suspension that ends before it begins',
      trial(suspendCertificate, { no: '9', from: day('2023-09-11'), until: day('2023-09-10'), reason }, [
        registered,
        issued,
      ]),
      ['suspension.dates-out-of-order profile'],
    ],
    [
      'the end of a suspension that there is not',
      trial(restoreCertificate, { no: '9', on: day('2023-09-11'), reason }, [registered, issued]),
      ['certificate.not-suspended profile'],
    ],
    [
      'a second withdrawal',
      trial(withdrawCertificate, { no: '9', on: day('2023-09-11'), reason }, [registered, issued, withdrawn]),
      ['certificate.withdrawn profile'],
    ],
    [
      'a qualification of somebody who left',
      trial(recordQualification, { legalQualification: true, firstTimeReviewer: false }, [registered, left]),
      ['officer.not-serving profile'],
    ],
    [
      'a second departure',
      trial(recordDeparture, { lastDay: day('2023-08-31'), reason: '退休' }, [registered, left]),
      ['officer.not-serving profile'],
    ],
  ] as const)('%s', (_title, decision, grounds) => {
    expect(groundsOf(decision)).toEqual(grounds);
  });
});

describe('an entry about an officer', () => {
  it.each([
    ['registers', trial(register, newcomer, []), ['OfficerRegistered']],
    ['registers who comes back', trial(register, newcomer, [registered, left]), ['OfficerRegistered']],
    [
      'registers with a certificate',
      trial(register, { ...newcomer, certificate: { no: '9', validUntil: day('2027-12-31') } }, []),
      ['OfficerRegistered', 'CertificateIssued'],
    ],
    ['assigns a post', trial(assignPost, newcomer, [registered]), ['PostAssigned']],
    [
      'issues what was withdrawn anew, from a later day',
      trial(issueCertificate, { no: '9', validFrom: day('2023-09-02'), validUntil: day('2027-12-31') }, [
        registered,
        issued,
        withdrawn,
      ]),
      ['CertificateIssued'],
    ],
    [
      'suspends',
      trial(suspendCertificate, { no: '9', from: day('2023-09-11'), reason }, [registered, issued]),
      ['CertificateSuspended'],
    ],
    [
      'restores',
      trial(restoreCertificate, { no: '9', on: day('2023-09-11'), reason }, [
        ...[registered, issued],
        { type: 'CertificateSuspended', data: { no: '9', from: day('2023-09-01'), reason } },
      ]),
      ['CertificateRestored'],
    ],
    [
      'withdraws',
      trial(withdrawCertificate, { no: '9', on: day('2023-09-11'), reason }, [registered, issued]),
      ['CertificateWithdrawn'],
    ],
    [
      'records a qualification',
      trial(recordQualification, { legalQualification: true, firstTimeReviewer: false }, [registered]),
      ['QualificationRecorded'],
    ],
    [
      'records a departure',
      trial(recordDeparture, { lastDay: day('2023-09-30'), reason: '退休' }, [registered]),
      ['OfficerLeft'],
    ],
  ] as const)('%s', (_title, decision, types) => {
    expect(typesOf(decision)).toEqual(types);
  });
});

describe('the panel of heads', () => {
  const head: RegisteredOfficer = {
    ...{ id: 'head-6', roles: ['head'], unit: BUREAU },
    ...{ legalQualification: false, firstTimeReviewer: false },
  };
  const about = { ...entry, person: 'head-6', by: 'head-1' };

  it('takes heads only, and nobody at their own word', () => {
    const member = { member: true };
    expect(groundsOf(setMembership(member, { ...head, roles: ['officer'] }, about))).toEqual([
      'panel.not-a-head APL-57',
    ]);
    expect(groundsOf(setMembership(member, undefined, about))).toEqual(['panel.not-a-head APL-57']);
    expect(groundsOf(setMembership(member, head, { ...about, by: 'head-6' }))).toEqual([
      'duties.same-person internal control',
    ]);
    expect(typesOf(setMembership(member, head, about))).toEqual(['PanelMembershipSet']);
    expect(typesOf(setMembership({ member: false }, undefined, about))).toEqual(['PanelMembershipSet']);
  });

  it('is that of the day', () => {
    const set = (person: string, member: boolean, from?: string) =>
      ({
        type: 'PanelMembershipSet',
        data: { person, member, ...(from !== undefined && { from: day(from) }) },
      }) as const;
    const state = fold(panels, [
      set('head-1', true),
      set('head-2', true, '2023-05-01'),
      set('head-1', false, '2023-07-01'),
    ]);
    expect(panelOn(state, day('2023-04-30'))).toEqual(['head-1']);
    expect(panelOn(state, day('2023-05-01'))).toEqual(['head-1', 'head-2']);
    expect(panelOn(state, day('2023-07-01'))).toEqual(['head-2']);
    expect(isMember('head-9', state, day('2023-07-01'))).toBe(false);
  });
});

describe('a delegation', () => {
  const power: DelegatedPower = {
    delegation: '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f60',
    ...{ unit: { id: 'longquan', kind: 'township' }, name: '示例县龙泉镇人民政府', code: '11140922MB0000000X' },
    ...{ basis: 'APL-24', offences: ['CT-NET-31-1'], statutes: [], area: ['龙泉镇'] },
    ...{ from: day('2023-01-01'), until: day('2023-12-31'), publishedOn: day('2023-02-01'), instrument: '决定' },
  };
  const none = delegations.initial;
  const given = fold(delegations, [{ type: 'PowerDelegated', data: power }]);
  const end = { delegation: power.delegation, on: day('2023-06-01'), reason: '承接能力不足' };
  const withoutCode = ({ code: _code, ...rest }: DelegatedPower): DelegatedPower => rest;
  const trialOf = (changed: Partial<DelegatedPower>, state = none) =>
    delegatePower({ ...power, ...changed }, state, entry.today);

  it.each([
    [
      'a term that ends before it begins',
      trialOf({ until: day('2022-12-31') }),
      ['delegation.dates-out-of-order APL-24'],
    ],
    ['before it is made public', trialOf({ publishedOn: day('2023-09-12') }), ['delegation.not-published APL-24']],
    ['of nothing', trialOf({ offences: [] }), ['delegation.nothing-delegated APL-24']],
    [
      'of the power itself to an organisation that is no township',
      trialOf({ unit: { id: 'culture', kind: 'entrusted' } }),
      ['delegation.basis-unfit APL-24'],
    ],
    [
      'in its own name without its code',
      delegatePower(withoutCode(power), none, entry.today),
      ['delegation.name-needs-code APL-24'],
    ],
    [
      'to a unit that is known as one of another kind',
      trialOf({ unit: { id: 'longquan', kind: 'entrusted' }, basis: 'APL-20' }, given),
      ['delegation.unit-of-other-kind profile'],
    ],
    ['ended that there is not', endDelegation(end, none), ['delegation.unknown profile']],
    [
      'ended twice',
      endDelegation(end, fold(delegations, [{ type: 'DelegationEnded', data: end }], given)),
      ['delegation.already-ended profile'],
    ],
  ] as const)('is refused: %s', (_title, decision, grounds) => {
    expect(groundsOf(decision)).toEqual(grounds);
  });

  it('is made, and ended', () => {
    expect(typesOf(trialOf({}))).toEqual(['PowerDelegated']);
    expect(typesOf(endDelegation(end, given))).toEqual(['DelegationEnded']);
  });

  it('holds within its term from the day on which it is public, and until the day on which it ends', () => {
    const ended = fold(delegations, [{ type: 'DelegationEnded', data: end }], given);
    const holds = (text: string, state = given) => powersOn(state, day(text)).length === 1;
    expect(['2023-01-31', '2023-02-01', '2023-12-31', '2024-01-01'].map((d) => holds(d))).toEqual([
      ...[false, true, true, false],
    ]);
    expect(['2023-05-31', '2023-06-01'].map((d) => holds(d, ended))).toEqual([true, false]);
    expect(powersOn(given, day('2023-02-01'))).toEqual([power]);
  });
});

describe('the codes of the registry', () => {
  it.each(Object.entries(sentences))('%s says the same values in both languages', (_code, { zh, en }) => {
    const values = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();
    expect(values(en)).toEqual(expect.arrayContaining(values(zh)));
  });
});
