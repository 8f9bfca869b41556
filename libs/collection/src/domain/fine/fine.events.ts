import {
  type FineClosable,
  type FineHandedOver,
  type FineReopened,
  personalFieldsOf,
  publishedByCollection,
} from '@fajiao/contracts';
import type { EventSchemas } from '@fajiao/event-store';
import type { CivilDate, DomainEvent, Fen, Instant } from '@fajiao/kernel';
import type { BankReference } from '../bank-reference';
import { type ClerkEvent, clerkSchemas } from './clerk.events';
import { type DecisionNews, decisionNewsSchemas } from './decision-news.events';

/** The collecting side takes over what a served decision says is to be paid (D235-8). */
export type FineImposed = DomainEvent<'FineImposed', FineHandedOver['data']>;

/** A code (缴款码) under which any bank takes the money: one for the whole fine, and one for each instalment of a plan. */
export type PaymentCodeIssued = DomainEvent<
  'PaymentCodeIssued',
  {
    readonly code: string;
    /** 0: the whole fine; else the plan of that number. */
    readonly plan: number;
    /** From 1. */
    readonly instalment: number;
  }
>;

/** First proof: a bank says that it has the money. */
export type PaymentApplied = DomainEvent<
  'PaymentApplied',
  BankReference & { readonly fen: Fen; readonly paidAt: Instant }
>;

/** The bank's callback came after its statement and tells the true value time. */
export type PaymentTimeCorrected = DomainEvent<'PaymentTimeCorrected', BankReference & { readonly paidAt: Instant }>;

/** Second proof: the payment stands on the bank's statement (对账单) with the same amount. */
export type PaymentConfirmed = DomainEvent<'PaymentConfirmed', BankReference & { readonly statementDate: CivilDate }>;

/** Third proof: the treasury has the money (国库入账, D235-10). */
export type TreasuryCredited = DomainEvent<
  'TreasuryCredited',
  BankReference & { readonly fen: Fen; readonly creditedAt: Instant }
>;

/** The bank took a payment back (冲正). It counts as paid until `reversedAt`, the bank's value time of the reversal. */
export type PaymentReversed = DomainEvent<
  'PaymentReversed',
  BankReference & { readonly fen: Fen; readonly by: string; readonly reversedAt: Instant }
>;

/** By the first proof everything owed is paid. The latest such event holds: money told late may move its figures. */
export type FinePaid = DomainEvent<
  'FinePaid',
  {
    /** Counted towards the debt, surcharge included; what was paid beyond it is held. */
    readonly paidFen: Fen;
    readonly surchargeFen: Fen;
    /** Day of the payment that extinguished the debt. */
    readonly paidOn: CivilDate;
  }
>;

/** By the second proof too everything owed is paid. */
export type FineSettled = DomainEvent<'FineSettled', { readonly paidFen: Fen }>;

/** More was paid than is owed; `heldFen` is all that is held for the payer (多缴) from now on. */
export type OverpaymentHeld = DomainEvent<'OverpaymentHeld', { readonly heldFen: Fen }>;

/** Less is held than before: a bank took money back, a refund was made, or more is owed. */
export type OverpaymentReleased = DomainEvent<'OverpaymentReleased', { readonly heldFen: Fen }>;

export type FineEvent =
  | FineImposed
  | PaymentCodeIssued
  | PaymentApplied
  | PaymentTimeCorrected
  | PaymentConfirmed
  | TreasuryCredited
  | PaymentReversed
  | FinePaid
  | FineSettled
  | OverpaymentHeld
  | OverpaymentReleased
  | FineClosable
  | FineReopened
  | DecisionNews
  | ClerkEvent;

export const fineSchemas: EventSchemas<FineEvent> = {
  FineImposed: { version: 1, personal: personalFieldsOf('party') },
  PaymentCodeIssued: { version: 2, upcasters: { 1: (data) => ({ ...data, plan: 0 }) } },
  PaymentApplied: { version: 1 },
  PaymentTimeCorrected: { version: 1 },
  PaymentConfirmed: { version: 1 },
  TreasuryCredited: { version: 1 },
  PaymentReversed: { version: 1 },
  FinePaid: { version: 1 },
  FineSettled: { version: 1 },
  OverpaymentHeld: { version: 1 },
  OverpaymentReleased: { version: 1 },
  ...decisionNewsSchemas,
  ...clerkSchemas,
  ...publishedByCollection,
};
