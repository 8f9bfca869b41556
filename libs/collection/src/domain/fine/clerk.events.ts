import type { FineWrittenOff } from '@fajiao/contracts';
import type { CivilDate, DomainEvent, Fen, Instant } from '@fajiao/kernel';
import type { BankReference } from '../bank-reference';

// What the finance clerks do with a fine. Shapes are a storage contract; who did it stands beside the event.

/** Money taken on the spot was paid in at the bank (APL-71): first proof. It counts from the day it was taken. */
export type SpotMoneyDeposited = DomainEvent<
  'SpotMoneyDeposited',
  BankReference & {
    readonly fen: Fen;
    readonly receiptNumber: string;
    readonly takenAt: Instant;
    readonly depositedAt: Instant;
  }
>;

/** 财政票据 (APL-70) for one payment; a number is used once. */
export type ReceiptIssued = DomainEvent<
  'ReceiptIssued',
  BankReference & { readonly fen: Fen; readonly receiptNumber: string }
>;

/** 票据作废: the payment has no receipt any more; the number stays used. */
export type ReceiptVoided = DomainEvent<
  'ReceiptVoided',
  BankReference & { readonly receiptNumber: string; readonly reason: string }
>;

/** 退款申请 (APL-74): part of what is held is to go back to the payer. */
export type RefundRequested = DomainEvent<
  'RefundRequested',
  { readonly refundId: string; readonly fen: Fen; readonly reason?: string }
>;

/** A second person authorised it under the finance authority's approval (财政部门批准文号). */
export type RefundAuthorised = DomainEvent<
  'RefundAuthorised',
  { readonly refundId: string; readonly approvalNumber: string }
>;

export type RefundCancelled = DomainEvent<'RefundCancelled', { readonly refundId: string; readonly reason: string }>;

/** The treasury paid the money out to the payer (退库); `reference` is the bank's number of that payment. */
export type RefundMade = DomainEvent<
  'RefundMade',
  BankReference & {
    readonly refundId: string;
    readonly fen: Fen;
    readonly madeAt: Instant;
    /** Told first by a line of the bank's statement. */
    readonly via?: 'statement';
  }
>;

/** The payment out came back (退汇): the money is held again, and may be asked for anew. */
export type RefundReturned = DomainEvent<
  'RefundReturned',
  BankReference & {
    readonly refundId: string;
    readonly fen: Fen;
    readonly returnedAt: Instant;
    /** Told by a line of the bank's statement, which knows the day only. */
    readonly via?: 'statement';
  }
>;

/** What may be given up or ended; each on its own closed list of grounds in the profile. */
export const RELIEF_KINDS = [
  'write-off',
  'surcharge-reduction',
  'collection-cancellation',
  'proof-dispensation',
] as const;
export type ReliefKind = (typeof RELIEF_KINDS)[number];

export const PROOFS = ['statement', 'treasury'] as const;
export type Proof = (typeof PROOFS)[number];

/** The first of two persons asks that collecting be ended or lessened. */
export type ReliefRequested = DomainEvent<
  'ReliefRequested',
  {
    readonly reliefId: string;
    readonly kind: ReliefKind;
    /** Id in the profile's closed list, and its source. */
    readonly ground: string;
    readonly source: string;
    readonly reason: string;
    /** Number of the document that the ground asks for. */
    readonly document: string | null;
    /** Of a surcharge reduction: how much is let off, and the day by which the wrong was remedied (ACL-42). */
    readonly fen: Fen | null;
    readonly remediedOn: CivilDate | null;
    /** Of a dispensation: which proof of which payment. */
    readonly payment: (BankReference & { readonly proof: Proof }) | null;
  }
>;

/** The second person authorises it; its effect stands in the same append. */
export type ReliefAuthorised = DomainEvent<'ReliefAuthorised', { readonly reliefId: string }>;

export type ReliefCancelled = DomainEvent<'ReliefCancelled', { readonly reliefId: string; readonly reason: string }>;

/** 减免加处罚款 (ACL-42); never the principal. */
export type SurchargeReduced = DomainEvent<
  'SurchargeReduced',
  { readonly reliefId: string; readonly fen: Fen; readonly on: CivilDate }
>;

/** A payment counts as proved although the bank or the treasury cannot prove it in its usual way. */
export type ProofDispensed = DomainEvent<
  'ProofDispensed',
  BankReference & { readonly reliefId: string; readonly proof: Proof }
>;

export type ClerkEvent =
  | SpotMoneyDeposited
  | ReceiptIssued
  | ReceiptVoided
  | RefundRequested
  | RefundAuthorised
  | RefundCancelled
  | RefundMade
  | RefundReturned
  | ReliefRequested
  | ReliefAuthorised
  | ReliefCancelled
  | SurchargeReduced
  | ProofDispensed
  | FineWrittenOff;

/** Reasons are free text, in which a person may be named. */
export const clerkSchemas = {
  SpotMoneyDeposited: { version: 1 },
  ReceiptIssued: { version: 1 },
  ReceiptVoided: { version: 1, personal: ['reason'] },
  RefundRequested: { version: 1, personal: ['reason'] },
  RefundAuthorised: { version: 1 },
  RefundCancelled: { version: 1, personal: ['reason'] },
  RefundMade: { version: 1 },
  RefundReturned: { version: 1 },
  ReliefRequested: { version: 1, personal: ['reason'] },
  ReliefAuthorised: { version: 1 },
  ReliefCancelled: { version: 1, personal: ['reason'] },
  SurchargeReduced: { version: 1 },
  ProofDispensed: { version: 1 },
} as const;
