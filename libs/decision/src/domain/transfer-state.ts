import type { CivilDate, Fen, Instant } from '@fajiao/kernel';
import type { TransferKind } from './events';
import type { Status } from './status';

/** Something done on a transfer. */
export interface OnTransfer {
  readonly at: Instant;
  readonly on: CivilDate;
  readonly by: string;
  readonly revision: number;
}

/** One transfer of the case, from its proposal to what came of it. */
export interface Transfer {
  /** From 1. */
  readonly transfer: number;
  readonly kind: TransferKind;
  readonly to: string;
  readonly ground: string;
  readonly proposed: OnTransfer;
  readonly approved: OnTransfer | null;
  readonly refused: (OnTransfer & { readonly reasons: string }) | null;
  /** `status`: how far the case had come. */
  readonly handedOver: (OnTransfer & { readonly receipt: string; readonly status: Status }) | null;
  /** The case is back; `declined`: because the police refused to open one of theirs. */
  readonly returned: (OnTransfer & { readonly reason: string; readonly declined: boolean }) | null;
  readonly review: TransferReview | null;
  /** What the court came to; null: nothing that is known here. */
  readonly judgment: CriminalJudgment | null;
}

/** 刑事判决: a fine imposed before is set off against the court's (罚金); none follows it (APL-35). */
export interface CriminalJudgment {
  readonly court: string;
  readonly judgment: string;
  readonly effectiveOn: CivilDate;
  readonly criminalFineFen: Fen;
  readonly setOffFen: Fen;
  readonly revision: number;
}

export interface TransferReview {
  readonly to: string;
  readonly ground: string;
  readonly requested: OnTransfer;
  readonly concluded: (OnTransfer & { readonly accepted: boolean; readonly reason: string }) | null;
}

export interface Transfers {
  readonly transfers: readonly Transfer[];
}

export const noTransfers: Transfers = { transfers: [] };

/** The transfer that is on its way: proposed and neither refused nor handed over. */
export function pendingTransfer({ transfers }: Transfers): Transfer | null {
  const last = transfers.at(-1);
  return last && !last.refused && !last.handedOver ? last : null;
}

/** The transfer by which the case is away now. */
export function awayBy({ transfers }: Transfers): Transfer | null {
  const last = transfers.at(-1);
  return last?.handedOver && !last.returned ? last : null;
}

/** The judgment that fined the party for the act, if there is one. */
export function criminallyFined({ transfers }: Transfers): CriminalJudgment | null {
  return transfers.find(({ judgment }) => judgment !== null && judgment.criminalFineFen > 0)?.judgment ?? null;
}
