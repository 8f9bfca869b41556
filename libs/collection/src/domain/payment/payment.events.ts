import type { EventSchemas } from '@fajiao/event-store';
import type { CivilDate, DomainEvent, Fen, Instant } from '@fajiao/kernel';

/**
 * How we heard of money: by a callback, only by a line of the bank's statement, or from the finance clerk who paid in what
 * was taken on the spot.
 */
export type Via = 'callback' | 'statement' | 'deposit';

/** What a file lists: the payments of a day, or those of which the treasury has the money by now (third proof). */
export type ListKind = 'statement' | 'treasury-credits';

/** Why money stands in suspense (暂收). */
export type SuspenseReason = 'unknown-code' | 'fine-cancelled';

/** The receipt of a payment (缴款回执): that this event exists is what the bank's 2xx stands for. */
export type PaymentReported = DomainEvent<
  'PaymentReported',
  {
    readonly bank: string;
    readonly reference: string;
    /** The payment code as the payer gave it; null: a statement's line without one. */
    readonly code: string | null;
    readonly fen: Fen;
    /** The bank's value time; a statement tells its day only. */
    readonly paidAt: Instant;
    readonly via: Via;
  }
>;

/** The callback of a payment that a statement had told first: it says the true time, and the code where the line had none. */
export type CallbackArrived = DomainEvent<'CallbackArrived', { readonly code: string; readonly paidAt: Instant }>;

/** The bank takes a whole payment back (冲正); this stream is that of the reversal's own reference. */
export type ReversalReported = DomainEvent<
  'ReversalReported',
  {
    readonly bank: string;
    readonly reference: string;
    /** The reference of the payment that is taken back. */
    readonly reverses: string;
    /** The amount of that payment, positive. */
    readonly fen: Fen;
    readonly reversedAt: Instant;
    readonly via: Via;
  }
>;

/** This payment was taken back; it may be recorded before the payment itself is. */
export type PaymentTakenBack = DomainEvent<
  'PaymentTakenBack',
  { readonly by: string; readonly fen: Fen; readonly reversedAt: Instant }
>;

/** The reference is that of a refund that the treasury has paid out (退库), or that came back to it (退汇). */
export type RefundReported = DomainEvent<
  'RefundReported',
  {
    /** A refund of a fine, or held money in suspense. */
    readonly refundId: string;
    readonly fen: Fen;
    readonly way: 'out' | 'back';
  }
>;

/** The reference stands on the bank's statement (对账单) of a day, once. `fen` is negative for a reversal. */
export type PaymentListed = DomainEvent<
  'PaymentListed',
  { readonly statementDate: CivilDate; readonly line: number; readonly fen: Fen }
>;

/** The bank has confirmed in writing that the payment stands on its statement with the amount of its callback. */
export type ListingCorrected = DomainEvent<'ListingCorrected', { readonly correctionId: string; readonly fen: Fen }>;

/** The bank has paid the money on to the treasury (国库入账). */
export type TreasuryCreditReported = DomainEvent<
  'TreasuryCreditReported',
  { readonly fen: Fen; readonly creditedAt: Instant }
>;

/** The treasury's list of a day says so too, once: third proof by file. */
export type CreditListed = DomainEvent<
  'CreditListed',
  { readonly statementDate: CivilDate; readonly line: number; readonly fen: Fen }
>;

/**
 * A line under this reference is the sum of payments that it names, and no payment itself: once on each list, and once more
 * when it comes out only by payments that were reported after it.
 */
export type SumListed = DomainEvent<
  'SumListed',
  {
    readonly kind: ListKind;
    readonly statementDate: CivilDate;
    readonly line: number;
    readonly fen: Fen;
    /** When the money moved, as far as the list tells. */
    readonly at: Instant;
    /** The references that the line names. */
    readonly covers: readonly string[];
    /** Those of them that are known and stand on no other line, with the amount of each. */
    readonly parts: readonly { readonly reference: string; readonly fen: Fen }[];
  }
>;

/** A line that is the sum of payments names this one, which nobody had reported by then; `reference` is the line's. */
export type NamedInSum = DomainEvent<'NamedInSum', { readonly kind: ListKind; readonly reference: string }>;

/** No fine takes this money: `suspense-<suspenseId>` holds it until it is known where it belongs. */
export type PaymentSuspended = DomainEvent<
  'PaymentSuspended',
  {
    readonly suspenseId: string;
    readonly reason: SuspenseReason;
    /** The code that led to no fine. */
    readonly code: string | null;
  }
>;

/** A message that contradicts what is known under its reference: recorded, answered 422, without effect. */
export type PaymentConflictRecorded = DomainEvent<
  'PaymentConflictRecorded',
  {
    readonly message: 'payment' | 'reversal' | 'treasury-credit';
    readonly conflict: PaymentConflict;
    /** What the message said. */
    readonly content: Readonly<Record<string, string | number | null>>;
  }
>;

/**
 * `other-content`: the reference is known with other content. `amount-differs`: not the payment's whole amount.
 * `reversed-before`: another reference has taken the payment back. `not-a-payment`: a reversal cannot be reversed.
 */
export type PaymentConflict = 'other-content' | 'amount-differs' | 'reversed-before' | 'not-a-payment';

export type PaymentEvent =
  | PaymentReported
  | CallbackArrived
  | ReversalReported
  | PaymentTakenBack
  | RefundReported
  | PaymentListed
  | ListingCorrected
  | TreasuryCreditReported
  | CreditListed
  | SumListed
  | NamedInSum
  | PaymentSuspended
  | PaymentConflictRecorded;

export const paymentSchemas: EventSchemas<PaymentEvent> = {
  PaymentReported: { version: 1 },
  CallbackArrived: { version: 1 },
  ReversalReported: { version: 1 },
  PaymentTakenBack: { version: 1 },
  RefundReported: { version: 1 },
  PaymentListed: { version: 1 },
  ListingCorrected: { version: 1 },
  TreasuryCreditReported: { version: 1 },
  CreditListed: { version: 1 },
  SumListed: { version: 1 },
  NamedInSum: { version: 1 },
  PaymentSuspended: { version: 1 },
  PaymentConflictRecorded: { version: 1 },
};
