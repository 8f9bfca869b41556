import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseInstant } from '@fajiao/kernel';
import { ConfigFaults } from '../config/config';
import { openBanks, readBanks } from './banks';
import { openPeople } from './open-people';
import { People } from './people';
import { allRoles, sidesOf } from './roles';
import { readStaff } from './staff-file';

const on = (day: string) => ({ now: () => parseInstant(`${day}T09:00:00+08:00`) });

function faultsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigFaults) return error.faults;
    throw error;
  }
  return [];
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'people-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const development = () =>
  ({ VAR_DIR: folder, NODE_ENV: 'development', STAFF_FILE: undefined, BANKS_FILE: undefined }) as const;

describe('the people of development', () => {
  it('are enough for a case: every role, two officers at least, five heads of the panel, one of them the principal', () => {
    const people = openPeople(development(), on('2024-02-29')).all();
    const withRole = (role: string) => people.filter(({ roles }) => roles.some((each) => each === role));
    expect(allRoles.filter((role) => withRole(role).length === 0)).toEqual([]);
    expect(withRole('officer').length).toBeGreaterThanOrEqual(2);
    expect(people.filter(({ panelMember }) => panelMember)).toHaveLength(5);
    expect(withRole('principal')).toHaveLength(1);
    expect(people.filter(({ roles }) => sidesOf(roles).size > 1)).toEqual([]);
  });

  it('have certificates that last one year from the first start, however often it starts again', () => {
    const first = openPeople(development(), on('2024-02-29')).find('officer-1');
    expect(first?.certificate).toEqual({ no: 'DEV-001', validUntil: '2025-02-28' });
    expect(openPeople(development(), on('2025-01-01')).find('officer-1')).toEqual(first);
  });

  it('do not exist in production', () => {
    const config = { ...development(), NODE_ENV: 'production' } as const;
    expect(faultsOf(() => openPeople(config, on('2024-01-01')))).toEqual(['STAFF_FILE is missing']);
    expect(faultsOf(() => openBanks(config, new People([])))).toEqual(['BANKS_FILE is missing']);
  });
});

describe('a staff file', () => {
  it('is read as it is', () => {
    const text = JSON.stringify({
      'officer-lead-1': {
        name: '甲',
        roles: ['officer', 'unit-lead'],
        certificate: { no: '1', validUntil: '2027-12-31' },
      },
      'legal-2': { name: '乙', roles: ['legal-reviewer'], legalQualification: false, firstTimeReviewer: true },
      'town-1': { name: '丁', roles: ['officer'], unit: { id: 'longquan', kind: 'township' } },
      'bank-a': { bank: true, name: '丙' },
    });
    expect(readStaff(text, 'file')).toEqual([
      {
        id: 'officer-lead-1',
        name: '甲',
        roles: ['officer', 'unit-lead'],
        certificate: { no: '1', validUntil: '2027-12-31' },
      },
      { id: 'legal-2', name: '乙', roles: ['legal-reviewer'], firstTimeReviewer: true },
      { id: 'town-1', name: '丁', roles: ['officer'], unit: { id: 'longquan', kind: 'township' } },
      { id: 'bank-a', name: '丙', roles: ['bank'], bank: true },
    ]);
  });

  it('is told every fault at once, with its place', () => {
    const text = JSON.stringify({
      'No Id': { name: '甲', roles: ['officer'] },
      a: { roles: [] },
      b: { name: '乙', roles: ['chef'], panelMember: 'yes' },
      c: { name: '丙', roles: ['bank', 'head'], certificate: { no: '', validUntil: '31.12.2027' } },
      d: 7,
      e: { name: '戊', roles: ['officer'], unit: { kind: 'village' } },
      f: { name: '己', roles: ['officer'], unit: { kind: 'bureau' } },
    });
    expect(faultsOf(() => readStaff(text, 'STAFF_FILE'))).toEqual([
      'STAFF_FILE: No Id: an id is of small letters, digits and hyphens',
      'STAFF_FILE: a.name: has to be text',
      expect.stringMatching(/^STAFF_FILE: a\.roles: has to list some of officer, /),
      'STAFF_FILE: b.panelMember: has to be true or false',
      expect.stringMatching(/^STAFF_FILE: b\.roles/),
      expect.stringMatching(/^STAFF_FILE: c\.roles/),
      'STAFF_FILE: c.certificate.no: has to be text',
      'STAFF_FILE: c.certificate.validUntil: has to be a date such as 2027-12-31',
      'STAFF_FILE: d: has to be a JSON object',
      'STAFF_FILE: e.unit.kind: has to be one of bureau, township, entrusted',
      'STAFF_FILE: f.unit.id: has to be text',
    ]);
    expect(faultsOf(() => readStaff('[', 'STAFF_FILE'))).toEqual(['STAFF_FILE: the file: has to be a JSON object']);
  });
});

describe("the banks' secrets", () => {
  const secret = (fill: number) => `whsec_${Buffer.alloc(24, fill).toString('base64')}`;

  it('are random in development, one for each bank, and stay the same', () => {
    const people = openPeople(development(), on('2024-01-01'));
    const banks = openBanks(development(), people);
    expect([...banks.keys()]).toEqual(['bank-a', 'bank-b']);
    expect(banks.get('bank-a')).toHaveLength(1);
    expect(banks.get('bank-a')).not.toEqual(banks.get('bank-b'));
    expect(openBanks(development(), people)).toEqual(banks);
  });

  it('may overlap while one takes the place of another', () => {
    const path = join(folder, 'banks.json');
    writeFileSync(path, JSON.stringify({ 'bank-a': { secrets: [secret(1), secret(2)] } }));
    const banks = openBanks({ ...development(), BANKS_FILE: path }, new People([]));
    expect(banks.get('bank-a')).toEqual([Buffer.alloc(24, 1), Buffer.alloc(24, 2)]);
  });

  it('change with their file, while the system runs', () => {
    jest.useFakeTimers({ now: 0 });
    const path = join(folder, 'changing-banks.json');
    const write = (text: string, at: number) => {
      writeFileSync(path, text);
      utimesSync(path, at, at);
      jest.advanceTimersByTime(2_000);
    };
    write(JSON.stringify({ 'bank-a': { secrets: [secret(1)] } }), 1);
    const banks = openBanks({ ...development(), BANKS_FILE: path }, new People([]));
    write(JSON.stringify({ 'bank-a': { secrets: [secret(2)] }, 'bank-b': { secrets: [secret(3)] } }), 2);
    expect([banks.get('bank-a'), banks.fault()]).toEqual([[Buffer.alloc(24, 2)], null]);
    write(JSON.stringify({ 'bank-a': { secrets: [] } }), 3);
    expect([[...banks.keys()], banks.fault()]).toEqual([
      ['bank-a', 'bank-b'],
      expect.stringContaining('bank-a.secrets'),
    ]);
    write(JSON.stringify({ 'bank-b': { secrets: [secret(3)] } }), 4);
    expect([[...banks.keys()], banks.fault()]).toEqual([['bank-b'], null]);
    jest.useRealTimers();
  });

  it('are read anew when a file of the same time takes the place of theirs', () => {
    jest.useFakeTimers({ now: 0 });
    const [path, next] = [join(folder, 'placed-banks.json'), join(folder, 'next-banks.json')];
    const write = (to: string, fill: number) => {
      writeFileSync(to, JSON.stringify({ 'bank-a': { secrets: [secret(fill)] } }));
      utimesSync(to, 1, 1);
    };
    write(path, 1);
    const banks = openBanks({ ...development(), BANKS_FILE: path }, new People([]));
    write(next, 2);
    renameSync(next, path);
    jest.advanceTimersByTime(2_000);
    expect(banks.get('bank-a')).toEqual([Buffer.alloc(24, 2)]);
    jest.useRealTimers();
  });

  it('are never told in a fault', () => {
    const text = JSON.stringify({
      a: { secrets: ['s3cret'] },
      b: { secrets: [] },
      c: {},
      d: { secrets: [secret(1), 7] },
    });
    const faults = faultsOf(() => readBanks(text, 'BANKS_FILE'));
    expect(faults.map((fault) => fault.slice(0, 'BANKS_FILE: a.secrets'.length))).toEqual(
      ['a', 'b', 'c', 'd'].map((bank) => `BANKS_FILE: ${bank}.secrets`),
    );
    expect(faults.join()).not.toContain('s3cret');
    expect(faultsOf(() => readBanks('no json', 'BANKS_FILE'))).toEqual(['BANKS_FILE: has to be a JSON object']);
  });
});
