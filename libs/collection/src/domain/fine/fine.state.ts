import type { Aggregate } from '@fajiao/event-store';
import type { CivilDate, Fact, Fen, Instant } from '@fajiao/kernel';
import type { BankReference } from '../bank-reference';
import { type FineEvent, type FineImposed, type FinePaid, fineSchemas, type PaymentCodeIssued } from './fine.events';

export interface FineState {
  readonly imposed: FineImposed['data'] | null;
  readonly codes: readonly PaymentCodeIssued['data'][];
  /** In the order in which they were told; what they amount to goes by value time (fine-account.ts). */
  readonly payments: readonly Payment[];
  readonly cancelledOn: CivilDate | null;
  /** What the history has said of the fine. */
  readonly said: Said;
  readonly heldFen: Fen;
  /** When the last event was recorded. */
  readonly recordedAt: Instant | null;
}

export interface Payment extends BankReference {
  readonly fen: Fen;
  readonly paidAt: Instant;
  /** Date of the statement that lists it: second proof. */
  readonly confirmedOn: CivilDate | null;
  /** Third proof. */
  readonly creditedAt: Instant | null;
  readonly reversed: { readonly by: string; readonly reversedAt: Instant } | null;
}

export interface Said {
  readonly paid: FinePaid['data'] | null;
  readonly settled: boolean;
  readonly closable: boolean;
}

const NOTHING_SAID: Said = { paid: null, settled: false, closable: false };

const initial: FineState = {
  imposed: null,
  codes: [],
  payments: [],
  cancelledOn: null,
  said: NOTHING_SAID,
  heldFen: 0 as Fen,
  recordedAt: null,
};

export const fines: Aggregate<FineState, FineEvent> = {
  category: 'fine',
  initial,
  evolve: (state: FineState, fact: Fact<FineEvent>): FineState => ({
    ...evolveFine(state, fact),
    recordedAt: fact.meta.recordedAt,
  }),
  schemas: fineSchemas,
};

/** Needs the event only, so that a decision can be folded before it is a fact. */
export function evolveFine(state: FineState, { type, data }: FineEvent): FineState {
  switch (type) {
    case 'FineImposed':
      return { ...state, imposed: data };
    case 'PaymentCodeIssued':
      return { ...state, codes: [...state.codes, data] };
    case 'PaymentApplied': {
      const { bank, reference, fen, paidAt } = data;
      const payment = { bank, reference, fen, paidAt, confirmedOn: null, creditedAt: null, reversed: null };
      return { ...state, payments: [...state.payments, payment] };
    }
    case 'PaymentTimeCorrected':
      return withPayment(state, data, { paidAt: data.paidAt });
    case 'PaymentConfirmed':
      return withPayment(state, data, { confirmedOn: data.statementDate });
    case 'TreasuryCredited':
      return withPayment(state, data, { creditedAt: data.creditedAt });
    case 'PaymentReversed':
      return withPayment(state, data, { reversed: { by: data.by, reversedAt: data.reversedAt } });
    case 'FinePaid':
      return { ...state, said: { ...state.said, paid: data } };
    case 'FineSettled':
      return { ...state, said: { ...state.said, settled: true } };
    case 'FineClosable':
      return { ...state, said: { ...state.said, closable: true } };
    case 'FineReopened':
      return { ...state, said: NOTHING_SAID };
    case 'OverpaymentHeld':
    case 'OverpaymentReleased':
      return { ...state, heldFen: data.heldFen };
    case 'FineCancelled':
      return { ...state, cancelledOn: data.cancelledOn };
  }
}

/** The payment of that reference, when this fine has it. */
export function paymentOf(state: FineState, { bank, reference }: BankReference): Payment | undefined {
  return state.payments.find((payment) => payment.bank === bank && payment.reference === reference);
}

function withPayment(state: FineState, { bank, reference }: BankReference, change: Partial<Payment>): FineState {
  const payments = state.payments.map((payment) =>
    payment.bank === bank && payment.reference === reference ? { ...payment, ...change } : payment,
  );
  return { ...state, payments };
}
