import type { EventSchemas } from '@fajiao/event-store';
import type { CivilDate, DomainEvent, Fen, Instant } from '@fajiao/kernel';
import type { BankReference } from '../bank-reference';
import type { SuspenseReason } from '../payment/payment.events';

// Their shapes are a storage contract.

export type MoneyHeld = DomainEvent<
  'MoneyHeld',
  {
    readonly bank: string;
    readonly reference: string;
    readonly code: string | null;
    readonly fen: Fen;
    readonly paidAt: Instant;
    readonly reason: SuspenseReason;
    /** What is wrong with an unknown code. */
    readonly codeFault: CodeFault | null;
    /** The fine that was cancelled. */
    readonly fineId: string | null;
  }
>;

/** `missing`: none was given. `form`: not of the form of our codes. `check-digit`: its last digit does not fit. */
export type CodeFault = 'missing' | 'form' | 'check-digit' | 'not-issued';

/** It is known now which fine the money belongs to. */
export type MoneyApplied = DomainEvent<
  'MoneyApplied',
  { readonly bank: string; readonly reference: string; readonly fineId: string }
>;

/** The money has gone back: the bank took it back (冲正). */
export type MoneyReturned = DomainEvent<'MoneyReturned', { readonly fen: Fen; readonly reversedBy: string }>;

/** `apply`: to a fine. `return`: to the payer, by the treasury (APL-74). */
export type ResolutionKind = 'apply' | 'return';

/** A clerk asks that held money be moved. */
export type ResolutionRequested = DomainEvent<
  'ResolutionRequested',
  {
    readonly resolutionId: string;
    readonly kind: ResolutionKind;
    /** Set for `apply`. */
    readonly fineId: string | null;
    readonly reason: string;
  }
>;

/** A second person agrees; a return needs the finance authority's approval besides. */
export type ResolutionAuthorised = DomainEvent<
  'ResolutionAuthorised',
  { readonly resolutionId: string; readonly approvalNumber: string | null }
>;

export type ResolutionCancelled = DomainEvent<
  'ResolutionCancelled',
  { readonly resolutionId: string; readonly reason: string }
>;

/** The treasury's bank has paid it back (退库). */
export type MoneyPaidBack = DomainEvent<
  'MoneyPaidBack',
  BankReference & { readonly resolutionId: string; readonly fen: Fen; readonly madeAt: Instant }
>;

/** Whose work it is. */
export type SuspenseAssigned = DomainEvent<'SuspenseAssigned', { readonly owner: string }>;

/** It stays where it is until a day, for a reason. */
export type SuspenseKept = DomainEvent<'SuspenseKept', { readonly until: CivilDate; readonly reason: string }>;

export type SuspenseEvent =
  | MoneyHeld
  | MoneyApplied
  | MoneyReturned
  | ResolutionRequested
  | ResolutionAuthorised
  | ResolutionCancelled
  | MoneyPaidBack
  | SuspenseAssigned
  | SuspenseKept;

/** Reasons are free text, in which a person may be named. */
export const suspenseSchemas: EventSchemas<SuspenseEvent> = {
  MoneyHeld: { version: 1 },
  MoneyApplied: { version: 1 },
  MoneyReturned: { version: 1 },
  ResolutionRequested: { version: 1, personal: ['reason'] },
  ResolutionAuthorised: { version: 1 },
  ResolutionCancelled: { version: 1, personal: ['reason'] },
  MoneyPaidBack: { version: 1 },
  SuspenseAssigned: { version: 1 },
  SuspenseKept: { version: 1, personal: ['reason'] },
};
