import { parseCivilDate } from '@fajiao/kernel';
import { ConfigFaults } from '../config/config';
import { type Person, type UnitKind, unitKinds } from './people';
import { allRoles, isRole, type Role } from './roles';

const FLAGS = ['legalQualification', 'firstTimeReviewer', 'panelMember', 'bank'] as const;

/**
 * Reads a staff file: `{ id: { name, roles[], unit?: { id, kind: bureau | township | entrusted }, certificate?: { no,
 * validUntil }, legalQualification?, firstTimeReviewer?, panelMember? } }`; of a bank `{ id: { bank: true, name } }`.
 * @param source what to call it in faults
 * @throws ConfigFaults, all at once
 */
export function readStaff(text: string, source: string): readonly Person[] {
  const reader = new StaffReader(source);
  const people = reader.people(text);
  if (reader.faults.length > 0) throw new ConfigFaults(reader.faults);
  return people;
}

type Members = Readonly<Record<string, unknown>>;

class StaffReader {
  readonly faults: string[] = [];

  constructor(private readonly source: string) {}

  people(text: string): readonly Person[] {
    const entries = membersOf(parse(text));
    if (!entries) this.fault('the file: has to be a JSON object');
    return Object.entries(entries ?? {}).flatMap(([id, entry]) => {
      const members = membersOf(entry);
      if (!members) this.fault(`${id}: has to be a JSON object`);
      return members ? [this.person(id, members)] : [];
    });
  }

  private person(id: string, entry: Members): Person {
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) this.fault(`${id}: an id is of small letters, digits and hyphens`);
    const name = this.text(id, entry, 'name');
    const flags = FLAGS.filter((flag) => this.flag(id, entry, flag)).map((flag) => [flag, true] as const);
    const roles = entry['bank'] === true ? ['bank' as const] : this.roles(id, entry['roles']);
    const unit = this.unit(id, entry['unit']);
    const certificate = this.certificate(id, entry['certificate']);
    return {
      id,
      name,
      roles,
      ...(unit && { unit }),
      ...(certificate && { certificate }),
      ...Object.fromEntries(flags),
    };
  }

  private roles(id: string, roles: unknown): readonly Role[] {
    const entries: readonly unknown[] = Array.isArray(roles) ? roles : [];
    const known = entries.filter(isRoleOfPerson);
    if (known.length === 0 || known.length < entries.length) {
      this.fault(`${id}.roles: has to list some of ${allRoles.filter(isRoleOfPerson).join(', ')}`);
    }
    return known;
  }

  private unit(id: string, unit: unknown): Person['unit'] {
    if (unit === undefined) return undefined;
    const members = membersOf(unit) ?? {};
    const { kind } = members;
    if (!isUnitKind(kind)) {
      this.fault(`${id}.unit.kind: has to be one of ${unitKinds.join(', ')}`);
      return undefined;
    }
    return { id: this.text(`${id}.unit`, members, 'id'), kind };
  }

  private certificate(id: string, certificate: unknown): Person['certificate'] {
    if (certificate === undefined) return undefined;
    const members = membersOf(certificate) ?? {};
    const no = this.text(`${id}.certificate`, members, 'no');
    try {
      return { no, validUntil: parseCivilDate(String(members['validUntil'])) };
    } catch {
      this.fault(`${id}.certificate.validUntil: has to be a date such as 2027-12-31`);
      return undefined;
    }
  }

  private text(place: string, members: Members, name: string): string {
    const text = members[name];
    if (typeof text === 'string' && text !== '') return text;
    this.fault(`${place}.${name}: has to be text`);
    return '';
  }

  private flag(id: string, entry: Members, name: string): boolean {
    const flag = entry[name] ?? false;
    if (typeof flag !== 'boolean') this.fault(`${id}.${name}: has to be true or false`);
    return flag === true;
  }

  private fault(sentence: string): void {
    this.faults.push(`${this.source}: ${sentence}`);
  }
}

function isRoleOfPerson(role: unknown): role is Role {
  return typeof role === 'string' && isRole(role) && role !== 'bank';
}

function isUnitKind(kind: unknown): kind is UnitKind {
  return unitKinds.some((one) => one === kind);
}

function membersOf(value: unknown): Members | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
