import type { OfficerEvent, PanelEvent, StaffEntry } from '@fajiao/contracts';
import type { CivilDate } from '@fajiao/kernel';
import type { OfficerState } from './officer';
import type { PanelState } from './panel';

// The staff file is held against what it said before, not against the register: what people recorded since stays, and
// nothing is ever taken back. What it says at first has held ever since; what it says later holds from the day of reading.

/** What an entry says that the one before did not; empty: nothing. */
export function entryImported(entry: StaffEntry, state: OfficerState, today: CivilDate): readonly OfficerEvent[] {
  const before = state.imported;
  const from = before ? { from: today } : {};
  const said = [
    ...serviceOf(entry, state, from),
    ...certificateOf(entry, before, today),
    ...qualificationOf(entry, before, from),
  ];
  return before && said.length === 0 ? [] : [...said, { type: 'StaffEntryImported', data: { entry } }];
}

type From = { readonly from?: CivilDate };

/** Who was registered by hand keeps the post that the register gives them until the file changes. */
function serviceOf(entry: StaffEntry, state: OfficerState, from: From): readonly OfficerEvent[] {
  const { name, roles, unit } = entry;
  const before = state.imported;
  if (state.services.length === 0) return [{ type: 'OfficerRegistered', data: { name, roles, unit, ...from } }];
  if (!before) return [];
  const isOtherPost = !isSameList(roles, before.roles) || unit.id !== before.unit.id || unit.kind !== before.unit.kind;
  return [
    ...(before.name === name ? [] : [{ type: 'OfficerRenamed', data: { name } } as const]),
    ...(isOtherPost ? [{ type: 'PostAssigned', data: { roles, unit, ...from } } as const] : []),
  ];
}

/** Another end of the same certificate corrects its term; another number is a certificate from that day on. */
function certificateOf(
  { certificate }: StaffEntry,
  before: StaffEntry | null,
  today: CivilDate,
): readonly OfficerEvent[] {
  const known = before?.certificate;
  if (!certificate || (known?.no === certificate.no && known.validUntil === certificate.validUntil)) return [];
  const isOther = before !== null && known?.no !== certificate.no;
  return [{ type: 'CertificateIssued', data: { ...certificate, ...(isOther && { validFrom: today }) } }];
}

function qualificationOf(entry: StaffEntry, before: StaffEntry | null, from: From): readonly OfficerEvent[] {
  const { legalQualification = false, firstTimeReviewer = false } = entry;
  const isKnown =
    legalQualification === (before?.legalQualification ?? false) &&
    firstTimeReviewer === (before?.firstTimeReviewer ?? false);
  if (isKnown) return [];
  return [{ type: 'QualificationRecorded', data: { legalQualification, firstTimeReviewer, ...from } }];
}

/** The same for the heads who deliberate: whom the file names no longer is a member no longer, from the day of reading. */
export function panelImported(
  members: readonly string[],
  { imported }: PanelState,
  today: CivilDate,
): readonly PanelEvent[] {
  if (imported && isSameList(imported, members)) return [];
  const from = imported ? { from: today } : {};
  const set = (person: string, member: boolean): PanelEvent => ({
    type: 'PanelMembershipSet',
    data: { person, member, ...from },
  });
  const known = imported ?? [];
  return [
    ...members.filter((person) => !known.includes(person)).map((person) => set(person, true)),
    ...known.filter((person) => !members.includes(person)).map((person) => set(person, false)),
    { type: 'PanelImported', data: { members } },
  ];
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, place) => text === other[place]);
}
