import { isUnifiedSocialCreditCode, type CivilDate } from '@fajiao/kernel';
import type { Dated } from './dated';
import { GROUND_EFFECTS, GROUND_LISTS, type ClosedGround } from './grounds';
import { PENALTY_KINDS } from './offence';
import {
  ATTENDANCE,
  ATTENDING,
  CLOCK_IDS,
  DOCUMENT_KINDS,
  PRESIDING,
  READINGS,
  THRESHOLD_IDS,
  type AgeRule,
  type ArchiveRule,
  type Authority,
  type Bilingual,
  type ClockRule,
  type CollectionGround,
  type DisclosureRule,
  type DocumentSeries,
  type HearingRule,
  type PaymentCodeFormat,
  type Profile,
  type QuorumRule,
  type Reading,
  type ReadingId,
  type ReceiptSeries,
  type RemedyRule,
  type SimpleProcedureRule,
  type SurchargeRule,
  type Threshold,
} from './profile';
import {
  amount,
  date,
  defaulted,
  flag,
  list,
  nullable,
  oneOf,
  optional,
  record,
  text,
  whole,
  type Shape,
} from './shape';

const READING_IDS = Object.keys(READINGS) as ReadingId[];
const bilingual = record<Bilingual>({ zh: text, en: text });
const sourced = { source: text, standing: oneOf('statute', 'state-council', 'ministry', 'local', 'bureau') };
const penaltyKinds = list(oneOf(...PENALTY_KINDS));

/** A rule without a day of its own holds since the profile does. */
export const profileShape: Shape<Profile> = (value, place, faults) => {
  const since = date((value as Partial<Profile> | undefined)?.effectiveFrom, place, []);
  return profileSince(since)(value, place, faults);
};

const profileSince = (since: CivilDate) => {
  const dated = { effectiveFrom: defaulted(date, since), ...sourced };
  return record<Profile>({
    id: text,
    effectiveFrom: date,
    provenance: text,
    authority: record<Authority>({ name: text, unifiedSocialCreditCode: text, division: text }),
    clocks: list(
      record<ClockRule>({
        id: oneOf(...CLOCK_IDS),
        ...dated,
        title: bilingual,
        length: whole(1),
        unit: oneOf('wd', 'cd', 'month', 'hour'),
        rolls: flag,
        bound: oneOf('latest', 'earliest'),
        startedBy: text,
        reading: optional(oneOf(...READING_IDS)),
      }),
    ),
    thresholds: list(
      record<Threshold>({
        id: oneOf(...THRESHOLD_IDS),
        ...dated,
        title: bilingual,
        bound: oneOf('at-least', 'at-most'),
        fen: record({ citizen: amount, organisation: amount }),
      }),
    ),
    surcharge: list(
      record<SurchargeRule>({ ...dated, perMillePerDay: whole(1), capPercent: whole(1), statedInDecision: flag }),
    ),
    ages: list(record<AgeRule>({ ...dated, noPenaltyUnder: whole(1), mitigatedUnder: whole(1) })),
    quorum: list(
      record<QuorumRule>({
        ...dated,
        presentAtLeast: whole(1),
        presides: oneOf(...PRESIDING),
        attending: list(oneOf(...ATTENDING)),
        attendance: oneOf(...ATTENDANCE),
      }),
    ),
    hearing: list(record<HearingRule>({ ...dated, kinds: penaltyKinds })),
    simpleProcedure: list(
      record<SimpleProcedureRule>({
        ...dated,
        kinds: penaltyKinds,
        collectionGrounds: list(
          record<CollectionGround>({
            id: text,
            title: bilingual,
            source: text,
            procedures: list(oneOf('ordinary', 'simple')),
            upTo: optional(oneOf(...THRESHOLD_IDS)),
          }),
        ),
      }),
    ),
    remedies: list(
      record<RemedyRule>({
        ...dated,
        reconsiderationOrgans: list(text),
        court: text,
        reconsiderationFirst: list(oneOf('ordinary', 'simple')),
      }),
    ),
    disclosure: list(record<DisclosureRule>({ ...dated, procedures: list(oneOf('ordinary', 'simple')) })),
    archive: list(
      record<ArchiveRule>({
        ...dated,
        retentionYears: record<ArchiveRule['retentionYears']>({
          simple: nullable(whole(1)),
          ordinary: nullable(whole(1)),
          major: nullable(whole(1)),
        }),
      }),
    ),
    documents: list(record<DocumentSeries>({ kind: oneOf(...DOCUMENT_KINDS), title: text, pattern: text })),
    grounds: list(
      record<ClosedGround>({
        list: oneOf(...GROUND_LISTS),
        id: text,
        ...dated,
        title: bilingual,
        basis: optional(text),
        mostMonths: optional(whole(1)),
        requires: optional(list(text)),
        effect: optional(oneOf(...GROUND_EFFECTS)),
        education: optional(flag),
        open: optional(flag),
        document: optional(bilingual),
      }),
    ),
    paymentCode: record<PaymentCodeFormat>({
      division: text,
      yearDigits: whole(1),
      randomDigits: whole(1),
      check: oneOf('ISO 7064 MOD 11,10'),
    }),
    receiptSeries: list(record<ReceiptSeries>({ ...dated, prefix: text, digits: whole(1) })),
    readings: list(record<Reading>({ id: oneOf(...READING_IDS), ...sourced, choice: text, reason: bilingual })),
  });
};

/** What a file that has the right shape can still get wrong. */
export function profileFaults(profile: Profile): string[] {
  const { clocks, thresholds, readings } = profile;
  const documents = profile.documents.map(({ kind, pattern }) => ({ id: kind, pattern }));
  const grounds = profile.grounds.map(({ list, id, effectiveFrom }) => ({ id: `${list} ${id}`, effectiveFrom }));
  return [
    ...missing('clocks', CLOCK_IDS, clocks),
    ...missing('thresholds', THRESHOLD_IDS, thresholds),
    ...missing('readings', READING_IDS, readings),
    ...missing('documents', DOCUMENT_KINDS, documents),
    ...twice('clocks', clocks),
    ...twice('thresholds', thresholds),
    ...twice('readings', readings),
    ...twice('documents', documents),
    ...twice('grounds', grounds),
    ...begins(profile),
    ...choices(profile),
    ...authority(profile),
    ...documents
      .filter(({ pattern }) => pattern.split('{year}').length !== 2 || pattern.split('{n}').length !== 2)
      .map(({ id }) => `documents: the pattern of ${id} needs {year} and {n} once each`),
  ];
}

type Entry = { readonly id: string } & Partial<Dated>;

function missing(name: string, ids: readonly string[], given: readonly Entry[]): string[] {
  return ids.filter((id) => !given.some((one) => one.id === id)).map((id) => `${name}: ${id} is missing`);
}

function twice(name: string, given: readonly Entry[]): string[] {
  const keys = given.map(({ id, effectiveFrom }) => (effectiveFrom ? `${id} from ${effectiveFrom}` : id));
  return keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `${name}: ${key} is given twice`);
}

/** From its first day on the profile must have a version of every rule, so that no look-up on a later day can fail. */
function begins(profile: Profile): string[] {
  const {
    clocks,
    thresholds,
    surcharge,
    ages,
    quorum,
    hearing,
    simpleProcedure,
    remedies,
    disclosure,
    archive,
    effectiveFrom,
  } = profile;
  const rules = Object.entries({ surcharge, ages, quorum, hearing, simpleProcedure, remedies, disclosure, archive });
  const byId = [...clocks, ...thresholds].map(
    ({ id }) => [id, [...clocks, ...thresholds].filter((r) => r.id === id)] as const,
  );
  const late = [...rules, ...byId].filter(([, versions]) => !versions.some((v) => v.effectiveFrom <= effectiveFrom));
  return [...new Set(late.map(([name]) => `${name}: no version holds from ${effectiveFrom} on`))];
}

function choices({ readings }: Profile): string[] {
  return readings.flatMap(({ id, choice }) => {
    const known: readonly string[] = READINGS[id];
    return known.includes(choice) ? [] : [`readings: ${id} knows ${known.join(', ')}, not ${choice}`];
  });
}

function authority({ authority: { unifiedSocialCreditCode, division }, paymentCode }: Profile): string[] {
  return [
    ...(isUnifiedSocialCreditCode(unifiedSocialCreditCode)
      ? []
      : ['authority: its unified social credit code is wrong']),
    ...(/^\d{6}$/.test(division) ? [] : ['authority: its division has six digits']),
    ...(/^\d+$/.test(paymentCode.division) ? [] : ['paymentCode: the division is digits']),
    ...(paymentCode.randomDigits <= 14 ? [] : ['paymentCode: at most 14 random digits']),
  ];
}
