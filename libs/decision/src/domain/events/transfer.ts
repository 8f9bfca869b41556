import type { EventSchemas } from '@fajiao/event-store';
import type { CivilDate, DomainEvent, Fen } from '@fajiao/kernel';
import type { Issues } from './document';

/** To the justice organs, because a crime is suspected (APL-27), or to the authority that is competent (APL-22, 25). */
export const TRANSFER_KINDS = ['justice', 'authority'] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

/** Transfers of a case count from 1. */
interface OfTransfer {
  readonly transfer: number;
}

/** 案件移送审批表, the officers' part. */
export type TransferProposed = DomainEvent<
  'TransferProposed',
  OfTransfer & { readonly kind: TransferKind; readonly to: string; readonly ground: string }
>;

/** 案件移送审批表: approved by the principal (正职负责人, D310). */
export type TransferApproved = DomainEvent<'TransferApproved', OfTransfer>;

/** 案件移送审批表: not approved; the reasons are on record (D310). */
export type TransferRefused = DomainEvent<'TransferRefused', OfTransfer & { readonly reasons: string }>;

/**
 * 案件移送函 and its receipt. With the justice organs the term for deciding stands still from here; a transfer to another
 * authority ends the case.
 */
export type CaseHandedOver = DomainEvent<
  'CaseHandedOver',
  Issues & OfTransfer & { readonly kind: TransferKind; readonly to: string; readonly receipt: string }
>;

/** The justice organs gave the case back, because only a penalty is due: its term runs again. */
export type CaseReturned = DomainEvent<'CaseReturned', OfTransfer & { readonly reason: string }>;

/** 不予立案通知书: the police refused to open a case and gave the file back. A review may be asked for (D310). */
export type TransferDeclined = DomainEvent<'TransferDeclined', OfTransfer & { readonly reason: string }>;

/** 提请复议: the authority asks for a review of the refusal. */
export type TransferReviewRequested = DomainEvent<
  'TransferReviewRequested',
  OfTransfer & { readonly to: string; readonly ground: string }
>;

/** What the review came to; accepted: the justice organs take the case after all, and its term stands still again. */
export type TransferReviewConcluded = DomainEvent<
  'TransferReviewConcluded',
  OfTransfer & { readonly accepted: boolean; readonly reason: string }
>;

/** 刑事判决 in a case that is with the justice organs: what of the fine was set off (折抵罚金, APL-35, D310-11). */
export type CriminalJudgmentRecorded = DomainEvent<
  'CriminalJudgmentRecorded',
  OfTransfer & {
    readonly court: string;
    /** Its number. */
    readonly judgment: string;
    readonly effectiveOn: CivilDate;
    readonly criminalFineFen: Fen;
    readonly setOffFen: Fen;
  }
>;

export type TransferEvent =
  | TransferProposed
  | TransferApproved
  | TransferRefused
  | CaseHandedOver
  | CaseReturned
  | TransferDeclined
  | TransferReviewRequested
  | TransferReviewConcluded
  | CriminalJudgmentRecorded;

export const transferSchemas: EventSchemas<TransferEvent> = {
  TransferProposed: { version: 1, personal: ['ground'] },
  TransferApproved: { version: 1 },
  TransferRefused: { version: 1, personal: ['reasons'] },
  CaseHandedOver: { version: 1, personal: ['receipt'] },
  CaseReturned: { version: 1, personal: ['reason'] },
  TransferDeclined: { version: 1, personal: ['reason'] },
  TransferReviewRequested: { version: 1, personal: ['ground'] },
  TransferReviewConcluded: { version: 1, personal: ['reason'] },
  CriminalJudgmentRecorded: { version: 1 },
};
