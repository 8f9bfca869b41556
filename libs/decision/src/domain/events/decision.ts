import type { Penalty } from '@fajiao/contracts';
import type { CivilDate, DomainEvent, Fen, Instant } from '@fajiao/kernel';
import type { Issues } from './document';
import type { NamedOffence } from './filing';
import type { GoverningVersion, Mitigation } from './investigation';
import type { NoPenaltyGround } from './no-penalty-grounds';

/** An order to correct (责令改正, APL-28): at once, or by a date. */
export interface CorrectionOrder {
  readonly what: string;
  readonly by?: CivilDate;
}

/** How and by when to pay, as the document tells the party (APL-59). */
export interface PaymentInstruction {
  readonly fineFen: Fen;
  readonly confiscatedGainsFen: Fen;
  /** 到任一银行或者通过电子支付系统缴纳 (APL-67). */
  readonly how: 'any-bank-or-electronic';
  /** Calendar days from service. */
  readonly withinDays: number;
  /** Rate and cap as stated; null: none is stated and none ever arises (APL-72, ACL-45). */
  readonly surcharge: { readonly perMillePerDay: number; readonly capPercent: number } | null;
}

/** A term as the document tells it. */
export interface ToldTerm {
  readonly length: number;
  readonly unit: 'wd' | 'cd' | 'month' | 'hour';
}

/** Ordinary, or simple: decided on the spot (APL-51). */
export type Procedure = 'ordinary' | 'simple';

/** The remedies that the document tells: to whom and within what term (APL-59). */
export interface RemediesTold {
  readonly reconsideration: ToldTerm & { readonly organs: readonly string[] };
  /** null: reconsideration comes first, so no term for a suit runs from the decision (ARL-23). */
  readonly litigation: (ToldTerm & { readonly court: string }) | null;
}

export interface DecidingAuthority {
  readonly name: string;
  /** Unified social credit code of the authority. */
  readonly code: string;
}

/** 行政处罚决定书 (APL-59), all but its number, which follows as DecisionNumbered. */
export type PenaltyDecided = DomainEvent<
  'PenaltyDecided',
  {
    readonly proposal: number;
    readonly decidedOn: CivilDate;
    readonly offence: NamedOffence;
    readonly facts: string;
    /** Numbers of the pieces of evidence relied on. */
    readonly evidence: readonly number[];
    readonly penalties: readonly Penalty[];
    readonly tier: string;
    readonly mitigation?: Mitigation;
    /** A later version of the catalogue governs because it is milder (APL-37). */
    readonly governing?: GoverningVersion;
    readonly basis: readonly string[];
    readonly correction: CorrectionOrder;
    readonly payment: PaymentInstruction | null;
    readonly remedies: RemediesTold;
    readonly authority: DecidingAuthority;
    readonly major: boolean;
    /** The head's reason for deciding past the term: unlawful, not void, shown for ever (APL-60). */
    readonly pastTerm?: string;
  }
>;

/** 不予行政处罚决定书 (APL-57): the ground, the reasons and the education given (APL-33). */
export type NoPenaltyDecided = DomainEvent<
  'NoPenaltyDecided',
  {
    readonly decidedOn: CivilDate;
    readonly offence: NamedOffence;
    readonly facts: string;
    readonly ground: NoPenaltyGround;
    readonly reasons?: string;
    /** What was found, as far as the ground asks for it. */
    readonly found?: readonly string[];
    readonly education?: string;
    readonly remedies: RemediesTold;
    readonly authority: DecidingAuthority;
    readonly pastTerm?: string;
  }
>;

/** 撤销立案审批表: the case ends without a decision on the act. */
export type CaseDropped = DomainEvent<'CaseDropped', { readonly ground: string }>;

/** 案件中止审批表: the term stands still from here, on a ground that the profile names (APL-60). */
export type CaseSuspended = DomainEvent<'CaseSuspended', { readonly ground: string; readonly basis: string }>;

/** 案件恢复审批表. */
export type CaseResumed = DomainEvent<'CaseResumed', Record<string, never>>;

/** 延长办案期限审批表 (APL-60). */
export type DecisionTermExtended = DomainEvent<
  'DecisionTermExtended',
  { readonly until: CivilDate; readonly ground?: string; readonly basis: string }
>;

/** Kinds of document that are numbered in a series of their own. */
export const NUMBERED_KINDS = ['penalty', 'no-penalty', 'spot-penalty'] as const;
export type NumberedKind = (typeof NUMBERED_KINDS)[number];

/** 文号: gapless per kind and year of the decision. */
export type DecisionNumbered = DomainEvent<
  'DecisionNumbered',
  Issues & {
    readonly documentNumber: string;
    readonly kind: NumberedKind;
    readonly year: number;
    readonly number: number;
  }
>;

/** An act of this command happened more than two working days before it was recorded; the reason given. */
export type RecordedLate = DomainEvent<'RecordedLate', { readonly occurredAt: Instant; readonly reason: string }>;

export type DecisionEvent =
  | PenaltyDecided
  | NoPenaltyDecided
  | CaseDropped
  | CaseSuspended
  | CaseResumed
  | DecisionTermExtended
  | DecisionNumbered
  | RecordedLate;
