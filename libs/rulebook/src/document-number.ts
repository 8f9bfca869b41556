import type { DocumentKind, Profile } from './profile';

/** 文号, e.g. （示）文综罚字〔2023〕第1号: the year is that of the decision (readings: document-year), n counts from 1. */
export function documentNumber(profile: Profile, kind: DocumentKind, year: number, n: number): string {
  const series = profile.documents.find((one) => one.kind === kind);
  if (!series) throw new Error(`the profile has no documents of kind ${kind}`);
  return series.pattern.replace('{year}', String(year)).replace('{n}', String(n));
}
