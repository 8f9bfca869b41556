import type { Penalty } from '@fajiao/contracts';
import type { CivilDate, DomainEvent, Instant } from '@fajiao/kernel';
import type { Issues } from './document';

export const SERVICE_MODES = ['direct', 'left', 'post', 'electronic', 'public-notice'] as const;
export type ServiceMode = (typeof SERVICE_MODES)[number];

/** 送达回证: how a document reached the party, and the day that counts (APL-61). */
export interface Service {
  readonly mode: ServiceMode;
  readonly servedOn: CivilDate;
  /** Public notice only. */
  readonly publishedOn?: CivilDate;
  /** Return receipt, witnesses or photographs, consent to electronic service, why other modes failed. */
  readonly proof?: string;
  readonly signedBy?: string;
}

/** 行政处罚事先告知书 (APL-44): the intended penalty, facts, grounds, basis and rights, for one version of the proposal. */
export type PriorNoticeServed = DomainEvent<
  'PriorNoticeServed',
  Issues &
    Service & {
      readonly proposal: number;
      /** The rights told: to a statement and defence always, to a hearing where there is one (APL-45, 63). */
      readonly rights: readonly ('statement' | 'defence' | 'hearing')[];
    }
>;

/** The party gives up its statement and defence for the proposal noticed. Its right to a hearing stays (readings). */
export type RightsWaived = DomainEvent<'RightsWaived', { readonly proposal: number; readonly statement: string }>;

/** 陈述申辩笔录. `statement` counts from 1 within the case. */
export type StatementMade = DomainEvent<
  'StatementMade',
  { readonly statement: number; readonly proposal: number; readonly text: string }
>;

/** 陈述申辩复核意见书: every statement so far is heard and checked again (APL-45). */
export type StatementReviewed = DomainEvent<
  'StatementReviewed',
  { readonly statements: readonly number[]; readonly adopted: boolean; readonly reasons: string }
>;

/** 听证申请 (APL-64). */
export type HearingRequested = DomainEvent<'HearingRequested', { readonly proposal: number }>;

/** 撤回听证申请: the party wants no hearing any more, and asks for none on this version again (APL-64). */
export type HearingRequestWithdrawn = DomainEvent<
  'HearingRequestWithdrawn',
  { readonly proposal: number; readonly statement: string }
>;

/** 听证通知书. */
export type HearingNoticed = DomainEvent<
  'HearingNoticed',
  Issues & { readonly proposal: number; readonly hearingAt: Instant; readonly place?: string }
>;

export const CLOSED_HEARINGS = ['state-secret', 'trade-secret', 'privacy'] as const;
/** What a hearing is not public for (APL-64). */
export type ClosedHearing = (typeof CLOSED_HEARINGS)[number];

/** 听证笔录 and 听证意见书. */
export type HearingHeld = DomainEvent<
  'HearingHeld',
  {
    readonly proposal: number;
    readonly chair: string;
    /** How many represented the party: none, one or two. */
    readonly representatives: number;
    readonly opinion: string;
    /** Why the public was kept out (APL-64); without it the hearing was public. */
    readonly closedBecause?: ClosedHearing;
    /** Whether the minutes were read and signed, and if not, the note that the chair made of it (APL-64). */
    readonly minutes?: { readonly signed: boolean; readonly note?: string };
  }
>;

/** The party stayed away or walked out: the hearing has ended (APL-64). */
export type HearingMissed = DomainEvent<'HearingMissed', { readonly proposal: number }>;

/** 法制审核意见书: passed (APL-58). */
export type LegalReviewPassed = DomainEvent<
  'LegalReviewPassed',
  { readonly proposal: number; readonly opinion: string }
>;

/** 法制审核意见书: sent back. */
export type LegalReviewReturned = DomainEvent<
  'LegalReviewReturned',
  { readonly proposal: number; readonly opinion: string }
>;

export const CONCLUSIONS = ['adopt', 'reduce', 'return'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

/** 集体讨论笔录 (APL-57): every opinion, and the conclusion that binds the decision. */
export type DeliberationHeld = DomainEvent<
  'DeliberationHeld',
  {
    /** The version that the heads had before them. */
    readonly proposal: number;
    readonly present: readonly string[];
    /** Who presided. */
    readonly chair?: string;
    /** Who attended without a vote (列席). */
    readonly attending?: readonly string[];
    readonly opinions: readonly {
      readonly person: string;
      readonly opinion: string;
      /** How the person voted, where votes were recorded. */
      readonly vote?: Conclusion;
    }[];
    readonly conclusion: Conclusion;
    /** With `reduce`: what takes the proposal's place, as its next version. */
    readonly penalties?: readonly Penalty[];
  }
>;

export type DefenceEvent =
  | PriorNoticeServed
  | RightsWaived
  | StatementMade
  | StatementReviewed
  | HearingRequested
  | HearingRequestWithdrawn
  | HearingNoticed
  | HearingHeld
  | HearingMissed
  | LegalReviewPassed
  | LegalReviewReturned
  | DeliberationHeld;
