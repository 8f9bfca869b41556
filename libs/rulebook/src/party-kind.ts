export const PARTY_KINDS = ['citizen', 'organisation', 'individual-business'] as const;
/** Citizen (公民), organisation (法人或者其他组织), individual business (个体工商户). */
export type PartyKind = (typeof PARTY_KINDS)[number];
/** Statutes know two kinds of thresholds; the profile says which holds for an individual business. */
export type ThresholdKind = 'citizen' | 'organisation';
