import { parseCivilDate } from '@fajiao/kernel';
import { ConfigFaults } from '../config/config';
import type { Person } from './people';
import { allRoles, isRole, type Role } from './roles';

const FLAGS = ['legalQualification', 'firstTimeReviewer', 'panelMember', 'bank'] as const;

/**
 * Reads a staff file: `{ id: { name, roles[], certificate?: { no, validUntil }, legalQualification?, firstTimeReviewer?,
 * panelMember? } }`; of a bank `{ id: { bank: true, name } }`.
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
    const entries = this.members(parse(text), 'the file');
    return Object.entries(entries).map(([id, entry]) => this.person(id, this.members(entry, id)));
  }

  private person(id: string, entry: Members): Person {
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) this.fault(`${id}: an id is of small letters, digits and hyphens`);
    const flags = FLAGS.filter((flag) => this.flag(id, entry, flag)).map((flag) => [flag, true] as const);
    const roles = entry['bank'] === true ? ['bank' as const] : this.roles(id, entry['roles']);
    const certificate = entry['certificate'] === undefined ? {} : { certificate: this.certificate(id, entry) };
    return { id, name: this.text(id, entry, 'name'), roles, ...certificate, ...Object.fromEntries(flags) };
  }

  private roles(id: string, roles: unknown): readonly Role[] {
    const known = Array.isArray(roles)
      ? roles.filter((role): role is Role => typeof role === 'string' && isRole(role))
      : [];
    if (!Array.isArray(roles) || known.length < roles.length || known.length === 0) {
      this.fault(`${id}.roles: has to list some of ${allRoles.filter((role) => role !== 'bank').join(', ')}`);
    }
    return known;
  }

  private certificate(id: string, entry: Members): NonNullable<Person['certificate']> {
    const place = `${id}.certificate`;
    const certificate = this.members(entry['certificate'], place);
    const no = this.text(place, certificate, 'no');
    try {
      return { no, validUntil: parseCivilDate(this.text(place, certificate, 'validUntil')) };
    } catch {
      this.fault(`${place}.validUntil: has to be a date such as 2027-12-31`);
      return { no, validUntil: parseCivilDate('0001-01-01') };
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

  private members(value: unknown, place: string): Members {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
    this.fault(`${place}: has to be a JSON object`);
    return {};
  }

  private fault(sentence: string): void {
    this.faults.push(`${this.source}: ${sentence}`);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
