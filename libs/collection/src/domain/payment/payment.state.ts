import type { Aggregate } from '@fajiao/event-store';
import type { CivilDate, Fact, Fen, Instant } from '@fajiao/kernel';
import {
  type ListKind,
  type NamedInSum,
  type PaymentEvent,
  paymentSchemas,
  type PaymentSuspended,
  type RefundReported,
  type SumListed,
  type Via,
} from './payment.events';

/** Everything that a bank has said of one reference, in whatever order it came. */
export interface PaymentState {
  readonly report: Report | null;
  readonly reversal: Reversal | null;
  readonly takenBack: { readonly by: string; readonly fen: Fen; readonly reversedAt: Instant } | null;
  readonly listed: Listed | null;
  /** The refund whose payment out, or return, has this reference. */
  readonly refund: RefundReported['data'] | null;
  /** On the treasury's list. */
  readonly creditListed: Listed | null;
  /** The line of each list on which the reference stands for several payments. */
  readonly sums: Readonly<Partial<Record<ListKind, SumListed['data']>>>;
  /** Lines that named it before it was reported. */
  readonly namedIn: readonly NamedInSum['data'][];
  readonly treasuryCredit: { readonly fen: Fen; readonly creditedAt: Instant; readonly receivedAt: Instant } | null;
  readonly suspended: PaymentSuspended['data'] | null;
  readonly conflicts: number;
}

/** The line on which a reference stands. */
interface Listed {
  readonly statementDate: CivilDate;
  readonly line: number;
  readonly fen: Fen;
}

interface Report {
  readonly code: string | null;
  readonly fen: Fen;
  readonly paidAt: Instant;
  readonly via: Via;
  readonly receivedAt: Instant;
  /** When the callback came, where the statement was first. */
  readonly callbackAt: Instant | null;
}

interface Reversal {
  readonly reverses: string;
  readonly fen: Fen;
  readonly reversedAt: Instant;
  readonly via: Via;
  readonly receivedAt: Instant;
}

const initial: PaymentState = {
  report: null,
  reversal: null,
  takenBack: null,
  listed: null,
  refund: null,
  creditListed: null,
  sums: {},
  namedIn: [],
  treasuryCredit: null,
  suspended: null,
  conflicts: 0,
};

/** `payment-<bank>-<reference>`: the name is the unique key of a bank's reference on every event store. */
export const payments: Aggregate<PaymentState, PaymentEvent> = {
  category: 'payment',
  initial,
  evolve,
  schemas: paymentSchemas,
};

/** The reversal that took the payment back; one of another amount, told before the payment was, takes nothing back. */
export function standingReversal({ report, takenBack }: PaymentState): PaymentState['takenBack'] {
  return takenBack && (!report || report.fen === takenBack.fen) ? takenBack : null;
}

/** What stands as the reversal of a payment that never came: its correction, which is no reference of a bank. */
const CORRECTION = 'correction:';

export const byCorrection = (correctionId: string): string => `${CORRECTION}${correctionId}`;

export const isByCorrection = (reversal: string): boolean => reversal.startsWith(CORRECTION);

/** The bank has taken its callback back in writing: no money came. */
export const isDenied = (state: PaymentState): boolean => isByCorrection(standingReversal(state)?.by ?? '');

function evolve(state: PaymentState, { type, data, meta }: Fact<PaymentEvent>): PaymentState {
  const receivedAt = meta.recordedAt;
  switch (type) {
    case 'PaymentReported': {
      const { code, fen, paidAt, via } = data;
      return { ...state, report: { code, fen, paidAt, via, receivedAt, callbackAt: null } };
    }
    case 'CallbackArrived':
      return {
        ...state,
        report: state.report && { ...state.report, ...data, callbackAt: receivedAt },
      };
    case 'ReversalReported': {
      const { reverses, fen, reversedAt, via } = data;
      return { ...state, reversal: { reverses, fen, reversedAt, via, receivedAt } };
    }
    case 'PaymentTakenBack':
      return { ...state, takenBack: data };
    case 'RefundReported':
      return { ...state, refund: data };
    case 'PaymentListed':
      return { ...state, listed: data };
    case 'ListingCorrected':
      return { ...state, listed: state.listed && { ...state.listed, fen: data.fen } };
    case 'CreditListed':
      return { ...state, creditListed: data };
    case 'SumListed':
      return { ...state, sums: { ...state.sums, [data.kind]: data } };
    case 'NamedInSum':
      return { ...state, namedIn: [...state.namedIn, data] };
    case 'TreasuryCreditReported':
      return { ...state, treasuryCredit: { ...data, receivedAt } };
    case 'PaymentSuspended':
      return { ...state, suspended: data };
    case 'PaymentConflictRecorded':
      return { ...state, conflicts: state.conflicts + 1 };
  }
}
