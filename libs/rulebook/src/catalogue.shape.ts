import { fen } from '@fajiao/kernel';
import type { CatalogueVersion, FineRange, GainsMultiple, OffenceItem, ResponsiblePersons, Tier } from './offence';
import { PENALTY_KINDS } from './offence';
import { PARTY_KINDS } from './party-kind';
import { amount, date, flag, list, nullable, oneOf, optional, record, table, text, whole } from './shape';

const penaltyKind = oneOf(...PENALTY_KINDS);
const partyKinds = list(oneOf(...PARTY_KINDS));
const fineRange = record<FineRange>({ min: amount, max: amount });

const item = record<OffenceItem>({
  code: text,
  title: text,
  statute: text,
  article: text,
  subjects: partyKinds,
  condition: optional(text),
  crimeCheck: optional(record({ offence: text, source: text })),
  fineFen: nullable(fineRange),
  fineFenBySubject: optional(record({ citizen: fineRange, organisation: fineRange })),
  gainsMultiple: optional(
    record<GainsMultiple>({ base: oneOf('gains', 'turnover'), min: whole(0), max: whole(1), fromFen: amount }),
  ),
  must: list(penaltyKind),
  mustIfGains: optional(list(penaltyKind)),
  mustIfGoods: optional(list(penaltyKind)),
  orders: list(text),
  serious: list(penaltyKind),
  seriousMust: optional(list(penaltyKind)),
  seriousFineFen: optional(fineRange),
  suspensionMonths: optional(record({ min: whole(0), max: whole(1) })),
  benchmark: list(
    record<Tier>({
      tier: text,
      when: text,
      fineFen: nullable(fineRange),
      serious: optional(flag),
      firstTime: optional(record({ withinMonths: optional(whole(1)) })),
      subjects: optional(partyKinds),
    }),
  ),
  responsiblePersons: optional(
    record<ResponsiblePersons>({
      who: text,
      mandatory: flag,
      fineFen: fineRange,
      mustIfGains: optional(list(penaltyKind)),
      mustIfGuide: optional(list(penaltyKind)),
    }),
  ),
  competing: optional(list(record({ statute: text, article: text, fineFen: fineRange }))),
  displaced: optional(list(record({ statute: text, article: text, fineFen: fineRange, reason: text }))),
  note: text,
});

export const catalogueShape = record<CatalogueVersion>({
  profile: text,
  effectiveFrom: date,
  provenance: text,
  penaltyKinds: table(text),
  orderKinds: table(text),
  items: list(item),
  fields: table(text),
});

/** What a file that has the right shape can still get wrong. */
export function catalogueFaults({ penaltyKinds, orderKinds, items }: CatalogueVersion): string[] {
  const codes = items.map(({ code }) => code);
  return [
    ...PENALTY_KINDS.filter((kind) => !(kind in penaltyKinds)).map((kind) => `penaltyKinds: ${kind} has no word`),
    ...codes.filter((code, i) => codes.indexOf(code) !== i).map((code) => `${code}: given twice`),
    ...items.flatMap((one) => itemFaults(one, Object.keys(orderKinds)).map((fault) => `${one.code}: ${fault}`)),
  ];
}

function itemFaults(one: OffenceItem, orderKinds: readonly string[]): string[] {
  const names = one.benchmark.flatMap(({ tier, subjects }) =>
    (subjects ?? one.subjects).map((who) => `${who} ${tier}`),
  );
  return [
    ...(one.subjects.length === 0 ? ['nobody can commit it'] : []),
    ...one.orders.filter((order) => !orderKinds.includes(order)).map((order) => `the order ${order} has no word`),
    ...rangesOf(one).flatMap(([name, { min, max }]) => (min > max ? [`${name}: min is above max`] : [])),
    ...names.filter((name, i) => names.indexOf(name) !== i).map((name) => `the tier ${name} is given twice`),
    ...(one.seriousMust ?? [])
      .filter((kind) => !one.serious.includes(kind))
      .map((kind) => `seriousMust: ${kind} is not open in serious circumstances`),
    ...one.benchmark.flatMap((tier) => tierFaults(one, tier)),
  ];
}

function tierFaults(one: OffenceItem, { tier, fineFen, serious, subjects }: Tier): string[] {
  const ranges =
    serious && one.seriousFineFen
      ? [one.seriousFineFen]
      : (subjects ?? one.subjects).map((who) =>
          // Which range holds for an individual business is the profile's reading; the catalogue does not know it.
          who === 'individual-business' ? widest(one) : (one.fineFenBySubject?.[who] ?? one.fineFen),
        );
  return ranges.some((range) => (fineFen === null) !== (range === null) || !fits(fineFen, range))
    ? [`the tier ${tier} lies outside the range of the fine`]
    : [];
}

function fits(inner: FineRange | null, outer: FineRange | null): boolean {
  return inner === null || outer === null || (outer.min <= inner.min && inner.max <= outer.max);
}

function widest({ fineFen, fineFenBySubject }: OffenceItem): FineRange | null {
  if (!fineFenBySubject) return fineFen;
  const { citizen, organisation } = fineFenBySubject;
  return { min: fen(Math.min(citizen.min, organisation.min)), max: fen(Math.max(citizen.max, organisation.max)) };
}

function rangesOf(one: OffenceItem): [string, { readonly min: number; readonly max: number }][] {
  const named = {
    fineFen: one.fineFen,
    seriousFineFen: one.seriousFineFen,
    'fineFenBySubject.citizen': one.fineFenBySubject?.citizen,
    'fineFenBySubject.organisation': one.fineFenBySubject?.organisation,
    gainsMultiple: one.gainsMultiple,
    suspensionMonths: one.suspensionMonths,
    responsiblePersons: one.responsiblePersons?.fineFen,
  };
  const tiers = one.benchmark.map(({ tier, fineFen }) => [`tier ${tier}`, fineFen] as const);
  return [...Object.entries(named), ...tiers].flatMap(([name, range]) => (range ? [[name, range]] : []));
}
