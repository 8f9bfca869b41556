/** Natural person (公民). */
export interface Citizen {
  readonly kind: 'citizen';
  readonly name: string;
  /** GB 11643, 18 characters. Never shown in public. */
  readonly citizenId: string;
}

/** Legal person or other organisation (法人或者其他组织). */
export interface Organisation {
  readonly kind: 'organisation';
  readonly name: string;
  /** GB 32100, 18 characters. */
  readonly unifiedSocialCreditCode: string;
  readonly legalRepresentative: string;
}

/** Individual business (个体工商户): its trade name is public, its operator's name is masked. */
export interface IndividualBusiness {
  readonly kind: 'individual-business';
  readonly name: string;
  /** GB 32100, begins with 92. */
  readonly unifiedSocialCreditCode: string;
  readonly operator: string;
}

/** The party of a case (当事人). */
export type Party = Citizen | Organisation | IndividualBusiness;

/** Paths of a party's personal fields, under the key at which an event holds it. */
export const personalFieldsOf = (key: string): readonly string[] =>
  ['name', 'citizenId', 'legalRepresentative', 'operator'].map((field) => `${key}.${field}`);
