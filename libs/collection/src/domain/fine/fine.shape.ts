import type { CivilDate, Fen, Instant } from '@fajiao/kernel';
import type { BankReference } from '../bank-reference';
import type { Proof, ReliefRequested } from './clerk.events';
import type { DeferralGranted, FineReduced, InstalmentPlanSet, SpotMoneyAnnounced } from './decision-news.events';
import type { FineEvent, FineImposed, FinePaid, PaymentCodeIssued } from './fine.events';

export interface FineState {
  /** As it was handed over; `reduced` says what is owed since. */
  readonly imposed: FineImposed['data'] | null;
  readonly reduced: FineReduced['data'] | null;
  readonly codes: readonly PaymentCodeIssued['data'][];
  /** Deferrals and plans in the order in which they were approved; the latest holds (fine-terms.ts). */
  readonly terms: readonly ApprovedTerm[];
  readonly pauses: readonly RemedyPause[];
  /** In the order in which they were told; what they amount to goes by value time (fine-account.ts). */
  readonly payments: readonly Payment[];
  /** The latest demand (催告), and the application to the court. */
  readonly demand: { readonly demand: number; readonly servedOn: CivilDate } | null;
  readonly atCourtSince: CivilDate | null;
  readonly spotMoney: readonly SpotMoney[];
  readonly refunds: readonly Refund[];
  readonly reliefs: readonly Relief[];
  /** Surcharge that agreements let off (ACL-42). */
  readonly waivers: readonly { readonly fen: Fen; readonly on: CivilDate }[];
  readonly writtenOff: WrittenOff | null;
  readonly cancelledOn: CivilDate | null;
  /** What the history has said of the fine. */
  readonly said: Said;
  readonly heldFen: Fen;
  /** Acts of persons, for the separation of duties over the whole history. */
  readonly duties: readonly Duty[];
  /** When the last event was recorded. */
  readonly recordedAt: Instant | null;
}

export type ApprovedTerm =
  | ({ readonly kind: 'deferral' } & DeferralGranted['data'])
  | ({ readonly kind: 'instalments' } & InstalmentPlanSet['data']);

/** `counted` false: the remedy was never accepted. `through` null: it is pending. */
export interface RemedyPause {
  readonly remedy: number;
  readonly kind: 'reconsideration' | 'litigation';
  readonly from: CivilDate;
  readonly through: CivilDate | null;
  readonly counted: boolean;
}

export interface Payment extends BankReference {
  readonly fen: Fen;
  readonly paidAt: Instant;
  /** Date of the statement that lists it: second proof. */
  readonly confirmedOn: CivilDate | null;
  /** Third proof. */
  readonly creditedAt: Instant | null;
  readonly reversed: { readonly by: string; readonly reversedAt: Instant } | null;
  /** Proofs that two persons dispensed with. */
  readonly dispensed: readonly Proof[];
  readonly receiptNumber: string | null;
  /** It was taken by an officer: its time is that of the taking. */
  readonly onTheSpot: boolean;
}

/** Money in the bureau's custody until it is deposited. */
export type SpotMoney = SpotMoneyAnnounced['data'] & {
  readonly deposited: (BankReference & { readonly depositedAt: Instant }) | null;
};

export interface Refund {
  readonly refundId: string;
  readonly fen: Fen;
  readonly reason: string | null;
  readonly state: 'requested' | 'authorised' | 'cancelled' | 'made' | 'returned';
  readonly approvalNumber: string | null;
  readonly made: (BankReference & { readonly fen: Fen; readonly madeAt: Instant; readonly via?: 'statement' }) | null;
  readonly returned: (BankReference & { readonly returnedAt: Instant; readonly via?: 'statement' }) | null;
}

export type Relief = ReliefRequested['data'] & { readonly state: 'requested' | 'authorised' | 'cancelled' };

export interface WrittenOff {
  readonly on: CivilDate;
  readonly fen: Fen;
  readonly ground: string;
  readonly source: string;
}

export interface Said {
  readonly paid: FinePaid['data'] | null;
  readonly settled: boolean;
  readonly closable: boolean;
}

export interface Duty {
  readonly act: FineEvent['type'];
  readonly by: string;
  /** The request that it is about. */
  readonly of: string | null;
}
