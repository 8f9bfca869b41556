import { parseCivilDate } from '@fajiao/kernel';
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

/** The people of the specs, as the domain asks for them. */
export const staff: Staff = {
  find: (id) => (members[id] ? { id, ...members[id] } : undefined),
  panel: () => ['head-1', 'head-2', 'head-3', 'head-4', 'head-5'],
};
