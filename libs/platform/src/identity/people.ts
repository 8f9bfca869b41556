import type { CivilDate } from '@fajiao/kernel';
import type { Role } from './roles';

/** The authority itself, a township, or an organisation that it entrusts (APL-20, 24). */
export const unitKinds = ['bureau', 'township', 'entrusted'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Somebody who acts: a person of the authority, or a bank. */
export interface Person {
  /** Subject (`sub`) of their tokens; of a bank, its name in paths. */
  readonly id: string;
  readonly name: string;
  /** Roles of the register; what counts in a request are the roles of the token. */
  readonly roles: readonly Role[];
  /** Where they serve; the authority itself unless told. */
  readonly unit?: { readonly id: string; readonly kind: UnitKind };
  /** Enforcement certificate (执法证件); its last day still counts. */
  readonly certificate?: { readonly no: string; readonly validUntil: CivilDate };
  /** Has passed the legal profession's qualification (APL-58). */
  readonly legalQualification?: boolean;
  readonly firstTimeReviewer?: boolean;
  /** One of the heads of whom more than half must deliberate (APL-57). */
  readonly panelMember?: boolean;
  readonly bank?: boolean;
}

/** The register of people. */
export class People {
  private readonly byId: ReadonlyMap<string, Person>;

  constructor(people: readonly Person[]) {
    this.byId = new Map(people.map((person) => [person.id, person]));
  }

  find(id: string): Person | undefined {
    return this.byId.get(id);
  }

  all(): readonly Person[] {
    return [...this.byId.values()];
  }
}
