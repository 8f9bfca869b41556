import type { CivilDate, DomainEvent, Fen } from '@fajiao/kernel';
import type { ToldTerm } from './decision';
import type { Service } from './defence';
import type { Issues } from './document';

/** 延期缴纳罚款审批表 (APL-66): real hardship, on application. The latest approval holds. */
export type DeferralApproved = DomainEvent<'DeferralApproved', { readonly until: CivilDate; readonly ground: string }>;

export interface Instalment {
  readonly due: CivilDate;
  readonly fen: Fen;
}

/** 分期缴纳罚款审批表 (APL-66): in the order of their last days, together the fine. */
export type InstalmentsApproved = DomainEvent<
  'InstalmentsApproved',
  { readonly instalments: readonly Instalment[]; readonly missedMakesAllDue: boolean; readonly ground: string }
>;

/** What a demand asks for. Amounts in fen. */
export interface Demanded {
  readonly fineFen: Fen;
  readonly confiscatedGainsFen: Fen;
  /** Arisen up to and including the day of the demand; null: not known. */
  readonly surchargeFen: Fen | null;
}

/** 催告书 (ACL-54): term, sum and manner, and the right to be heard. `demand` counts from 1. */
export type DemandIssued = DomainEvent<
  'DemandIssued',
  Issues & {
    readonly demand: number;
    readonly service: Service;
    readonly documentNumber: string;
    readonly owed: Demanded;
    /** By when to perform, as the document tells. */
    readonly within: ToldTerm;
    readonly how: 'any-bank-or-electronic';
    readonly rights: readonly ['statement', 'defence'];
  }
>;

/** 陈述申辩笔录 after a demand, and what its re-check came to (ACL-36, 54). */
export type DemandStatementHeard = DomainEvent<
  'DemandStatementHeard',
  { readonly demand: number; readonly text: string; readonly adopted: boolean; readonly reasons: string }
>;

/** A paper that goes to the court with the application (ACL-55). */
export interface CourtPaper {
  readonly paper: 'decision' | 'party-opinion' | 'demand' | 'state-of-object';
  /** Document number, revision of the event on file, or the text itself. */
  readonly content: string;
}

/** 强制执行申请书 (ACL-53, 55): signed by the head who acts. */
export type CourtEnforcementSought = DomainEvent<
  'CourtEnforcementSought',
  Issues & { readonly demand: number; readonly court: string; readonly papers: readonly CourtPaper[] }
>;

/** What a court can answer: 不予受理 (ACL-56), 准予执行 (ACL-57), 不予执行 (ACL-58). */
export const COURT_ANSWERS = ['not-accepted', 'granted', 'refused'] as const;
export type CourtAnswer = (typeof COURT_ANSWERS)[number];

/** 行政裁定书 on the application. `ground`: with `refused`, an entry of the list `court-refusal`. */
export type CourtEnforcementAnswered = DomainEvent<
  'CourtEnforcementAnswered',
  { readonly answer: CourtAnswer; readonly ground?: string; readonly reasons?: string }
>;

/** 复议申请书 to the higher court against a refusal (ACL-56, 58). */
export type CourtReviewRequested = DomainEvent<
  'CourtReviewRequested',
  { readonly court: string; readonly reasons: string }
>;

/** The higher court's ruling; not upheld: the application is accepted, or enforcement granted. */
export type CourtReviewConcluded = DomainEvent<
  'CourtReviewConcluded',
  { readonly upheld: boolean; readonly reasons: string }
>;

/** 中止执行 (ACL-39). `ground` is an entry of the closed list; the open last one carries its reason. */
export type EnforcementSuspended = DomainEvent<
  'EnforcementSuspended',
  { readonly ground: string; readonly reason?: string }
>;

/** 恢复执行 (ACL-39). */
export type EnforcementResumed = DomainEvent<'EnforcementResumed', Record<string, never>>;

/** 终结执行 (ACL-40). */
export type EnforcementTerminated = DomainEvent<
  'EnforcementTerminated',
  { readonly ground: string; readonly reason?: string }
>;

export type EnforcementEvent =
  | DeferralApproved
  | InstalmentsApproved
  | DemandIssued
  | DemandStatementHeard
  | CourtEnforcementSought
  | CourtEnforcementAnswered
  | CourtReviewRequested
  | CourtReviewConcluded
  | EnforcementSuspended
  | EnforcementResumed
  | EnforcementTerminated;

export const enforcementSchemas = {
  DeferralApproved: { version: 1, personal: ['ground'] },
  InstalmentsApproved: { version: 1, personal: ['ground'] },
  DemandIssued: { version: 1, personal: ['service.proof', 'service.signedBy'] },
  DemandStatementHeard: { version: 1, personal: ['text', 'reasons'] },
  CourtEnforcementSought: { version: 1, personal: ['papers[].content'] },
  CourtEnforcementAnswered: { version: 1, personal: ['reasons'] },
  CourtReviewRequested: { version: 1, personal: ['reasons'] },
  CourtReviewConcluded: { version: 1, personal: ['reasons'] },
  EnforcementSuspended: { version: 1, personal: ['reason'] },
  EnforcementResumed: { version: 1 },
  EnforcementTerminated: { version: 1, personal: ['reason'] },
} as const;
