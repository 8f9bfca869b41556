import type { OfficerEvent, PanelEvent, StaffEntry } from '@fajiao/contracts';
import { parseCivilDate } from '@fajiao/kernel';
import { fold } from '../spec-support/facts.fixture.spec';
import { officers } from './officer';
import { officerOn } from './officer-on-day';
import { panelOn, panels } from './panel';
import { entryImported, panelImported } from './staff-entry';

const day = parseCivilDate;
const today = day('2023-09-11');
const later = day('2024-03-01');
const entry: StaffEntry = {
  ...{ name: '示例执法人员一', roles: ['officer'], unit: { id: 'bureau', kind: 'bureau' } },
  certificate: { no: '1', validUntil: day('2023-12-31') },
};

const first = entryImported(entry, officers.initial, today);
const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

function after(...entries: readonly StaffEntry[]): readonly OfficerEvent[] {
  return entries.reduce<readonly OfficerEvent[]>(
    (events, next) => [...events, ...entryImported(next, fold(officers, events), later)],
    first,
  );
}

describe('the staff file', () => {
  it('says at first what has held ever since', () => {
    expect(typesOf(first)).toEqual(['OfficerRegistered', 'CertificateIssued', 'StaffEntryImported']);
    expect(officerOn('o', fold(officers, first), day('2001-01-01'))).toMatchObject({ certificate: { no: '1' } });
  });

  it('makes no event when it says the same again', () => {
    expect(after(entry)).toEqual(first);
  });

  it('corrects the term of a certificate by another last day', () => {
    const state = fold(officers, after({ ...entry, certificate: { no: '1', validUntil: day('2025-12-31') } }));
    expect(officerOn('o', state, day('2023-01-01'))?.certificate?.validUntil).toBe('2025-12-31');
  });

  it('says of another certificate, post or qualification what holds from the day of its reading', () => {
    const changed: StaffEntry = {
      ...entry,
      ...{ name: '示例执法人员甲', roles: ['officer', 'unit-lead'], legalQualification: true },
      certificate: { no: '2', validUntil: day('2028-12-31') },
    };
    const state = fold(officers, after(changed));
    expect(officerOn('o', state, day('2024-02-29'))).toMatchObject({
      ...{ roles: ['officer'], legalQualification: false, certificate: { no: '1' } },
    });
    expect(officerOn('o', state, later)).toMatchObject({
      ...{ roles: ['officer', 'unit-lead'], legalQualification: true, certificate: { no: '2' } },
    });
    expect(state.name).toBe('示例执法人员甲');
  });

  it('does not give back what people took', () => {
    const withdrawn: OfficerEvent = {
      type: 'CertificateWithdrawn',
      data: { no: '1', on: day('2023-10-01'), reason: '调离执法岗位' },
    };
    const known = [...first, withdrawn];
    const again = entryImported({ ...entry, roles: ['officer', 'head'] }, fold(officers, known), later);
    expect(typesOf(again)).toEqual(['PostAssigned', 'StaffEntryImported']);
    expect(officerOn('o', fold(officers, [...known, ...again]), later)?.certificate?.standing).toBe('withdrawn');
  });

  it('leaves the post of somebody who was registered by hand', () => {
    const byHand: OfficerEvent = {
      type: 'OfficerRegistered',
      data: { name: '示例执法人员一', roles: ['unit-lead'], unit: { id: 'longquan', kind: 'township' }, from: today },
    };
    const events = entryImported(entry, fold(officers, [byHand]), later);
    expect(typesOf(events)).toEqual(['CertificateIssued', 'StaffEntryImported']);
  });

  it('names the members of the panel, and takes away who is no longer named, from the day of reading', () => {
    const read = panelImported(['head-1', 'head-2'], panels.initial, today);
    const state = fold<typeof panels.initial, PanelEvent>(panels, read);
    expect(panelImported(['head-1', 'head-2'], state, later)).toEqual([]);
    const again = fold(panels, panelImported(['head-2', 'head-3'], state, later), state);
    expect(panelOn(again, today)).toEqual(['head-1', 'head-2']);
    expect(panelOn(again, later)).toEqual(['head-2', 'head-3']);
  });
});
