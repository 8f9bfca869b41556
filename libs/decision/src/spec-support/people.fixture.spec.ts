import { parseCivilDate, type CivilDate } from '@fajiao/kernel';
import type { DelegatedPower, Register } from '@fajiao/contracts';
import type { Staff, StaffMember } from '../domain/context';

const officer = (no: string, validUntil: string, ...more: string[]): Omit<StaffMember, 'id'> => ({
  roles: ['officer', ...more],
  certificate: { no: `14-0922-${no}`, validUntil: parseCivilDate(validUntil) },
});

export const members: Readonly<Record<string, Omit<StaffMember, 'id'>>> = {
  'officer-1': officer('001', '2027-12-31'),
  'officer-2': officer('002', '2027-12-31'),
  'officer-3': officer('003', '2023-06-30'),
  'officer-lead-1': officer('011', '2027-12-31', 'unit-lead'),
  'officer-legal-1': { ...officer('012', '2027-12-31', 'legal-reviewer'), legalQualification: true },
  'officer-chair-1': officer('013', '2027-12-31', 'hearing-chair'),
  'officer-head-1': officer('014', '2027-12-31', 'head'),
  'officer-township-1': { ...officer('021', '2027-12-31'), unit: { id: 'town-1', kind: 'township' } },
  'officer-entrusted-1': { ...officer('031', '2027-12-31'), unit: { id: 'culture-1', kind: 'entrusted' } },
  'officer-suspended-1': {
    roles: ['officer'],
    certificate: { no: '14-0922-041', validUntil: parseCivilDate('2027-12-31'), standing: 'suspended' },
  },
  'lead-1': { roles: ['unit-lead'] },
  'legal-1': { roles: ['legal-reviewer'], legalQualification: true },
  'legal-2': { roles: ['legal-reviewer'], legalQualification: false, firstTimeReviewer: true },
  'chair-1': { roles: ['hearing-chair'] },
  'head-1': { roles: ['head', 'principal'] },
  'head-2': { roles: ['head'] },
  'head-3': { roles: ['head'] },
  'head-4': { roles: ['head'] },
  'head-5': { roles: ['head'] },
};

const term = {
  from: parseCivilDate('2023-01-01'),
  until: parseCivilDate('2023-12-31'),
  publishedOn: parseCivilDate('2022-12-20'),
};

const powers: readonly DelegatedPower[] = [
  {
    delegation: '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f60',
    ...{ unit: { id: 'town-1', kind: 'township' }, name: '示例县龙泉镇人民政府', code: '11140922MB0000000X' },
    ...{ basis: 'APL-24', offences: ['CT-NET-31-1', 'CT-NET-27'], statutes: [], area: ['县城'] },
    ...{ ...term, instrument: '（示例）省人民政府关于乡镇综合行政执法的决定' },
  },
  {
    delegation: '7c0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f61',
    ...{ unit: { id: 'culture-1', kind: 'entrusted' }, name: '示例县文化站' },
    ...{ basis: 'APL-20', offences: [], statutes: ['互联网上网服务营业场所管理条例'], area: ['示例街'] },
    ...{ ...term, instrument: '行政处罚委托书' },
  },
];

const powersOn = (unit: string, day: CivilDate): readonly DelegatedPower[] =>
  powers.filter((power) => power.unit.id === unit && power.from <= day && day <= power.until);

/** The people of the specs, as the domain asks for them on a day. */
export const staffOn = (day: CivilDate): Staff => ({
  find: (id) => (members[id] ? { id, ...members[id] } : undefined),
  panel: () => ['head-1', 'head-2', 'head-3', 'head-4', 'head-5'],
  powers: (unit) => powersOn(unit, day),
});

/** The same people but for some, who are no longer there where nothing is said of them. */
export const staffWith = (
  others: Readonly<Record<string, Omit<StaffMember, 'id'> | undefined>>,
  more: Partial<Staff> = {},
  day = term.from,
): Staff => {
  const usual = staffOn(day);
  const find = (id: string) => (id in others ? others[id] && { id, ...others[id] } : usual.find(id));
  return { ...usual, find, ...more };
};

/** They are the same on every day but for what is delegated. */
export const staff = staffOn(term.from);

/** The same people, as the application asks for them. */
export const register: Register = {
  officer: (id) => {
    const member = staff.find(id);
    const { certificate, legalQualification = false, firstTimeReviewer = false } = member ?? {};
    return Promise.resolve(
      member && {
        ...{ id, roles: member.roles, unit: member.unit ?? { id: 'bureau', kind: 'bureau' } },
        ...{ legalQualification, firstTimeReviewer },
        ...(certificate && { certificate: { standing: 'in-force', ...certificate } }),
      },
    );
  },
  panel: () => Promise.resolve(staff.panel()),
  powers: (unit, day) => Promise.resolve(powersOn(unit, day)),
};
