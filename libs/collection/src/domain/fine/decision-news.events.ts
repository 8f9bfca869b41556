import type { FineChanged, RemedyKind } from '@fajiao/contracts';
import type { CivilDate, DomainEvent, Fen, Instant } from '@fajiao/kernel';

// What the deciding side tells of a fine that it handed over. Shapes are a storage contract.

/** Other amounts are owed under the decision (变更). They hold from the start (readings: changed-fine). */
export type FineReduced = DomainEvent<
  'FineReduced',
  Pick<FineChanged['data'], 'fineFen' | 'confiscatedGainsFen' | 'changedOn' | 'by'>
>;

/** The decision has fallen: nothing is owed any more, and what was paid is held (APL-74). */
export type FineCancelled = DomainEvent<'FineCancelled', { readonly reason: string; readonly cancelledOn: CivilDate }>;

/** 延期缴纳 (APL-66): the whole fine is due by that day. */
export type DeferralGranted = DomainEvent<
  'DeferralGranted',
  { readonly approvedOn: CivilDate; readonly until: CivilDate }
>;

/** 分期缴纳 (APL-66). */
export type InstalmentPlanSet = DomainEvent<
  'InstalmentPlanSet',
  {
    /** Counts the plans of this fine, from 1. */
    readonly plan: number;
    readonly approvedOn: CivilDate;
    /** Part of the fine that the plan does not speak of, because it was paid before. */
    readonly beforeFen: Fen;
    /** In the order of their last days. */
    readonly instalments: readonly { readonly due: CivilDate; readonly fen: Fen }[];
    readonly missedMakesAllDue: boolean;
  }
>;

/** A remedy is pending: no surcharge is counted from that day on (APL-73). */
export type SurchargePaused = DomainEvent<
  'SurchargePaused',
  { readonly remedy: number; readonly kind: RemedyKind; readonly from: CivilDate }
>;

/** The remedy has ended. `counted` false: it was never accepted, so nothing was paused. */
export type SurchargeResumed = DomainEvent<
  'SurchargeResumed',
  { readonly remedy: number; readonly through: CivilDate; readonly counted: boolean }
>;

/** The party was told to perform (催告, ACL-54). */
export type PerformanceDemanded = DomainEvent<
  'PerformanceDemanded',
  { readonly demand: number; readonly servedOn: CivilDate }
>;

/** The court was asked to enforce it (ACL-53). */
export type CourtEnforcementAwaited = DomainEvent<'CourtEnforcementAwaited', { readonly appliedOn: CivilDate }>;

/** The court did not take the application up, or refused it (ACL-56, 58). */
export type CourtEnforcementEnded = DomainEvent<'CourtEnforcementEnded', { readonly on: CivilDate }>;

/** Money taken on the spot was handed in, and waits to be paid in at the bank (APL-71). */
export type SpotMoneyAnnounced = DomainEvent<
  'SpotMoneyAnnounced',
  {
    readonly fen: Fen;
    /** 财政专用票据 (APL-70), given to the party when the money was taken. */
    readonly receiptNumber: string;
    readonly takenAt: Instant;
    readonly handedInOn: CivilDate;
  }
>;

export type DecisionNews =
  | FineReduced
  | FineCancelled
  | DeferralGranted
  | InstalmentPlanSet
  | SurchargePaused
  | SurchargeResumed
  | PerformanceDemanded
  | CourtEnforcementAwaited
  | CourtEnforcementEnded
  | SpotMoneyAnnounced;

export const decisionNewsSchemas = {
  FineReduced: { version: 1 },
  FineCancelled: { version: 1 },
  DeferralGranted: { version: 1 },
  InstalmentPlanSet: { version: 1 },
  SurchargePaused: { version: 1 },
  SurchargeResumed: { version: 1 },
  PerformanceDemanded: { version: 1 },
  CourtEnforcementAwaited: { version: 1 },
  CourtEnforcementEnded: { version: 1 },
  SpotMoneyAnnounced: { version: 1 },
} as const;
