import type { Fen } from '@fajiao/kernel';
import type { Dated } from './dated';
import type { ClosedGround } from './grounds';
import type { PenaltyKind } from './offence';
import type { ThresholdKind } from './party-kind';
import type { Bilingual, Sourced } from './sourced';

export type { Bilingual, Sourced, Standing } from './sourced';

export const CLOCK_IDS = [
  'filing',
  'preservation',
  'decision-term',
  'statement-window',
  'hearing-request',
  'hearing-notice',
  'service',
  'public-notice',
  'recording',
  'disclosure-promise',
  'disclosure-ceiling',
  'disclosure-other-results',
  'withdrawal',
  'credit-publication-least',
  'credit-publication-most',
  'payment',
  'hand-in',
  'deposit',
  'spot-report',
  'collection-agreement',
  'discrepancy',
  'reconsideration',
  'reconsideration-not-told',
  'reconsideration-reply',
  'reconsideration-reply-simple',
  'litigation',
  'litigation-after-reconsideration',
  'litigation-reply',
  'appeal',
  'appeal-of-ruling',
  'appeal-reply',
  'demand',
  'court-application',
  'court-review',
  'enforcement-suspended',
  'transfer-decision',
  'hand-over',
  'transfer-review',
  'seizure-report',
  'seizure',
  'seizure-extension',
  'limitation',
  'limitation-harm',
] as const;
export type ClockId = (typeof CLOCK_IDS)[number];

/** Working days, calendar days, months, hours. */
export type ClockUnit = 'wd' | 'cd' | 'month' | 'hour';

/** A period that the law or the authority sets. The day that starts it is not counted (APL-85, CPL-85). */
export interface ClockRule extends Dated, Sourced {
  readonly id: ClockId;
  readonly title: Bilingual;
  readonly length: number;
  readonly unit: ClockUnit;
  /** Whether an end on a rest day runs on to the next working day. */
  readonly rolls: boolean;
  /** `latest`: the act is due by the end. `earliest`: the act is possible from the end on. */
  readonly bound: 'latest' | 'earliest';
  /** The event, or the fact in it, whose day starts the period. */
  readonly startedBy: string;
  /** The reading that the date rests on. */
  readonly reading?: ReadingId;
}

export const THRESHOLD_IDS = [
  'hearing.fine',
  'hearing.gains',
  'hearing.goods',
  'simple-procedure.fine',
  'spot-collection.fine',
] as const;
export type ThresholdId = (typeof THRESHOLD_IDS)[number];

/** An amount from which on (`at-least`) or up to which (`at-most`) something holds; the amount itself is inside. */
export interface Threshold extends Dated, Sourced {
  readonly id: ThresholdId;
  readonly title: Bilingual;
  readonly bound: 'at-least' | 'at-most';
  readonly fen: Readonly<Record<ThresholdKind, Fen>>;
}

/** 加处罚款 (APL-72, ACL-45). */
export interface SurchargeRule extends Dated, Sourced {
  /** Thousandths of the unpaid fine a day. */
  readonly perMillePerDay: number;
  /** Hundredths of the fine that the sum never exceeds. */
  readonly capPercent: number;
  /** Whether this authority's decisions state rate and cap; without that none ever arises. */
  readonly statedInDecision: boolean;
}

/** Ages in full years at the act. */
export interface AgeRule extends Dated, Sourced {
  /** Under it there is no penalty. */
  readonly noPenaltyUnder: number;
  /** Under it the penalty must be mitigated. */
  readonly mitigatedUnder: number;
}

/** Collective deliberation of the heads (集体讨论). */
export interface QuorumRule extends Dated, Sourced {
  /** More than half of the heads must be present, and at least so many. */
  readonly presentAtLeast: number;
  /** The principal (正职负责人); where they are away, a deputy whom they entrusted with it; any of the heads. */
  readonly presides: (typeof PRESIDING)[number];
  /** Who attends without a vote (列席): one who investigated the case presents it, one who reviewed it answers. */
  readonly attending: readonly (typeof ATTENDING)[number][];
  /** Whether the record has to name those who attend, or is held against the rule where it names them. */
  readonly attendance: (typeof ATTENDANCE)[number];
}

export const PRESIDING = ['principal', 'principal-or-deputy', 'any-head'] as const;
export const ATTENDING = ['investigated', 'reviewed'] as const;
export const ATTENDANCE = ['always', 'where-told'] as const;

/** Penalties that give a right to a hearing whatever their size (APL-63). */
export interface HearingRule extends Dated, Sourced {
  readonly kinds: readonly PenaltyKind[];
}

/** 当场处罚 (APL-51) and the grounds for taking money on the spot (APL-68, 69). */
export interface SimpleProcedureRule extends Dated, Sourced {
  readonly kinds: readonly PenaltyKind[];
  readonly collectionGrounds: readonly CollectionGround[];
}

/** A ground for taking a fine on the spot (当场收缴, APL-68, 69). The list is closed. */
export interface CollectionGround {
  readonly id: string;
  readonly title: Bilingual;
  readonly source: string;
  /** Procedures whose fines may be taken on it. */
  readonly procedures: readonly ('ordinary' | 'simple')[];
  /** The threshold that the fine must not be above. */
  readonly upTo?: ThresholdId;
}

/** Where a party turns to, as the decision must tell it (APL-59). */
export interface RemedyRule extends Dated, Sourced {
  /** 复议机关, by name. */
  readonly reconsiderationOrgans: readonly string[];
  /** 人民法院, by name. */
  readonly court: string;
  /** Procedures whose decisions go to reconsideration before they can go to court. */
  readonly reconsiderationFirst: readonly ('ordinary' | 'simple')[];
}

/** Which decisions have the social effect that APL-48 asks for, and so are published. */
export interface DisclosureRule extends Dated, Sourced {
  readonly procedures: readonly ('ordinary' | 'simple')[];
}

export const FILE_CLASSES = ['simple', 'ordinary', 'major'] as const;
export type FileClass = (typeof FILE_CLASSES)[number];

/** How long a closed file is kept (归档, 保管期限). */
export interface ArchiveRule extends Dated, Sourced {
  /** Years from the archiving; null: for ever. */
  readonly retentionYears: Readonly<Record<FileClass, number | null>>;
}

export const DOCUMENT_KINDS = ['penalty', 'no-penalty', 'spot-penalty'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A series of numbered documents, gapless per year. `{year}` and `{n}` stand in the pattern. */
export interface DocumentSeries {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly pattern: string;
}

/** 缴款码: division, the last digits of the year, digits drawn at random, and a check digit over them all. */
export interface PaymentCodeFormat {
  readonly division: string;
  readonly yearDigits: number;
  readonly randomDigits: number;
  readonly check: 'ISO 7064 MOD 11,10';
}

export interface Authority {
  /** 处罚机关 */
  readonly name: string;
  readonly unifiedSocialCreditCode: string;
  /** 行政区划代码, six digits. */
  readonly division: string;
}

/** Where the law leaves room, the choice of this profile. Only choices that the arithmetic knows are accepted. */
export const READINGS = {
  major: ['hearing-right-or-marked'],
  'individual-business': ['citizen', 'organisation'],
  'head-who-investigated': ['refused'],
  quorum: ['more-than-half-of-heads'],
  'tier-bounds': ['both-inclusive'],
  'revised-proposal': ['lowering-keeps-notice'],
  'surcharge-stated': ['in-standard-text'],
  'debt-order': ['fine-gains-surcharge'],
  'surcharge-base': ['fine-unpaid-at-start-of-day'],
  'surcharge-rounding': ['sum-then-down-to-fen'],
  'late-day-payment': ['surcharge-of-that-day-first'],
  'remedy-pause': ['both-days-left-out'],
  'missed-instalment': ['missed-part-only'],
  'decision-term': ['no-roll-resumption-day-counts'],
  discovery: ['inspection-transfer-or-true-report'],
  'statement-window': ['as-the-hearing-request'],
  'hearing-notice': ['day-of-notice-not-counted'],
  'public-notice': ['notice-plus-term'],
  age: ['younger-on-the-birthday'],
  'document-year': ['of-the-decision'],
  'before-first-catalogue': ['limitation-then-no-version'],
  'statement-bucket': ['first-that-fits'],
  'redo-term': ['term-begins-anew'],
  'court-application-start': ['latest-of-all-terms'],
  'changed-fine': ['as-if-from-the-start'],
  'moved-term': ['from-the-approval-on'],
} as const;
export type ReadingId = keyof typeof READINGS;

export interface Reading extends Sourced {
  readonly id: ReadingId;
  readonly choice: string;
  readonly reason: Bilingual;
}

/** A series of the finance authority's receipts (财政票据, APL-70): its prefix, and then so many digits. */
export interface ReceiptSeries extends Dated, Sourced {
  readonly prefix: string;
  readonly digits: number;
}

/** The rules of one authority (profile), as data. Lists of versions: the one that holds on a day is looked up. */
export interface Profile extends Dated {
  readonly id: string;
  readonly provenance: string;
  readonly authority: Authority;
  readonly clocks: readonly ClockRule[];
  readonly thresholds: readonly Threshold[];
  readonly surcharge: readonly SurchargeRule[];
  readonly ages: readonly AgeRule[];
  readonly quorum: readonly QuorumRule[];
  readonly hearing: readonly HearingRule[];
  readonly simpleProcedure: readonly SimpleProcedureRule[];
  readonly remedies: readonly RemedyRule[];
  readonly disclosure: readonly DisclosureRule[];
  readonly archive: readonly ArchiveRule[];
  readonly documents: readonly DocumentSeries[];
  readonly grounds: readonly ClosedGround[];
  readonly paymentCode: PaymentCodeFormat;
  readonly receiptSeries: readonly ReceiptSeries[];
  readonly readings: readonly Reading[];
}
