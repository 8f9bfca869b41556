import type { EventSchemas } from '@fajiao/event-store';
import type { CivilDate, DomainEvent, Fen } from '@fajiao/kernel';
import type { Bucket } from './bucket';

// What becomes of what a statement leaves open. Their shapes are a storage contract.

/** `line-3`: a line of the file. `missing-<reference>`: a callback of the day that the file does not list. */
export type DiscrepancyKey = `line-${number}` | `missing-${string}`;

/** What the clerk had before them. */
export interface DiscrepancyFacts {
  readonly reference: string | null;
  readonly fen: Fen;
  readonly bucket: Bucket | 'unknown-to-bank';
}

/** How a discrepancy is closed without money moving. */
export const CLOSED_HOW = [
  'bank-confirms-duplicate',
  'bank-has-corrected',
  'bank-denies-payment',
  'no-money-moved',
  'explained',
] as const;
export type ClosedHow = (typeof CLOSED_HOW)[number];

export type DiscrepancyAssigned = DomainEvent<
  'DiscrepancyAssigned',
  { readonly key: DiscrepancyKey; readonly owner: string }
>;

export type DiscrepancyKept = DomainEvent<
  'DiscrepancyKept',
  { readonly key: DiscrepancyKey; readonly until: CivilDate; readonly reason: string }
>;

export type DiscrepancyClosed = DomainEvent<
  'DiscrepancyClosed',
  { readonly key: DiscrepancyKey; readonly facts: DiscrepancyFacts; readonly how: ClosedHow; readonly reason: string }
>;

/**
 * The bank has confirmed in writing that the amount of its callback is right, and that of its statement is not; or that no
 * money came for a callback which the statement lacks.
 */
export type CorrectionRequested = DomainEvent<
  'CorrectionRequested',
  {
    readonly key: DiscrepancyKey;
    readonly correctionId: string;
    readonly facts: DiscrepancyFacts;
    /** The amount that holds; 0: no money came. */
    readonly fen: Fen;
    /** The bank's letter (银行更正函). */
    readonly document: string;
    readonly reason: string;
  }
>;

/** A second person agrees: the payment counts as listed with the amount that holds. */
export type CorrectionAuthorised = DomainEvent<
  'CorrectionAuthorised',
  {
    readonly key: DiscrepancyKey;
    readonly correctionId: string;
    readonly bank: string;
    readonly reference: string;
    readonly fen: Fen;
  }
>;

export type CorrectionCancelled = DomainEvent<
  'CorrectionCancelled',
  { readonly key: DiscrepancyKey; readonly correctionId: string; readonly reason: string }
>;

export type DiscrepancyEvent =
  | DiscrepancyAssigned
  | DiscrepancyKept
  | DiscrepancyClosed
  | CorrectionRequested
  | CorrectionAuthorised
  | CorrectionCancelled;

/** Reasons are free text, in which a person may be named. */
export const discrepancySchemas: EventSchemas<DiscrepancyEvent> = {
  DiscrepancyAssigned: { version: 1 },
  DiscrepancyKept: { version: 1, personal: ['reason'] },
  DiscrepancyClosed: { version: 1, personal: ['reason'] },
  CorrectionRequested: { version: 1, personal: ['reason'] },
  CorrectionAuthorised: { version: 1 },
  CorrectionCancelled: { version: 1, personal: ['reason'] },
};
