import type { BankReference } from '../bank-reference';
import type { FineEvent } from './fine.events';
import type { FineState, Payment, Refund, Relief } from './fine.shape';

/** Needs the event only, so that a decision can be folded before it is a fact. */
export function evolveFine(state: FineState, { type, data }: FineEvent): FineState {
  switch (type) {
    case 'FineImposed':
      return { ...state, imposed: data };
    case 'PaymentCodeIssued':
      return { ...state, codes: [...state.codes, data] };

    case 'FineReduced':
      return { ...state, reduced: data };
    case 'FineCancelled':
      return { ...state, cancelledOn: data.cancelledOn };
    case 'DeferralGranted':
      return { ...state, terms: [...state.terms, { kind: 'deferral', ...data }] };
    case 'InstalmentPlanSet':
      return { ...state, terms: [...state.terms, { kind: 'instalments', ...data }] };
    case 'SurchargePaused':
      return { ...state, pauses: [...state.pauses, { ...data, through: null, counted: true }] };
    case 'SurchargeResumed': {
      const { remedy, through, counted } = data;
      const ended = state.pauses.map((pause) => (pause.remedy === remedy ? { ...pause, through, counted } : pause));
      return { ...state, pauses: ended };
    }
    case 'PerformanceDemanded':
      return { ...state, demand: data };
    case 'CourtEnforcementAwaited':
      return { ...state, atCourtSince: data.appliedOn };
    case 'CourtEnforcementEnded':
      return { ...state, atCourtSince: null };
    case 'SpotMoneyAnnounced':
      return { ...state, spotMoney: [...state.spotMoney, { ...data, deposited: null }] };

    case 'PaymentApplied':
      return { ...state, payments: [...state.payments, newPayment(data)] };
    case 'PaymentTimeCorrected':
      return withPayment(state, data, { paidAt: data.paidAt });
    case 'PaymentConfirmed':
      return withPayment(state, data, { confirmedOn: data.statementDate });
    case 'TreasuryCredited':
      return withPayment(state, data, { creditedAt: data.creditedAt });
    case 'PaymentReversed':
      return withPayment(state, data, { reversed: { by: data.by, reversedAt: data.reversedAt } });
    case 'SpotMoneyDeposited':
      return withDeposit(state, data);
    case 'ReceiptIssued':
      return withPayment(state, data, { receiptNumber: data.receiptNumber });
    case 'ReceiptVoided':
      return withPayment(state, data, { receiptNumber: null });

    case 'FinePaid':
      return { ...state, said: { ...state.said, paid: data } };
    case 'FineSettled':
      return { ...state, said: { ...state.said, settled: true } };
    case 'FineClosable':
      return { ...state, said: { ...state.said, closable: true } };
    case 'FineReopened':
      return { ...state, said: { paid: null, settled: false, closable: false } };
    case 'OverpaymentHeld':
    case 'OverpaymentReleased':
      return { ...state, heldFen: data.heldFen };

    case 'RefundRequested': {
      const { refundId, fen, reason = null } = data;
      const refund = {
        refundId,
        fen,
        reason,
        state: 'requested' as const,
        approvalNumber: null,
        made: null,
        returned: null,
      };
      return { ...state, refunds: [...state.refunds, refund] };
    }
    case 'RefundAuthorised':
      return withRefund(state, data.refundId, { state: 'authorised', approvalNumber: data.approvalNumber });
    case 'RefundCancelled':
      return withRefund(state, data.refundId, { state: 'cancelled' });
    case 'RefundMade': {
      const { refundId, ...made } = data;
      return withRefund(state, refundId, { state: 'made', made });
    }
    case 'RefundReturned': {
      const { refundId, fen: _, ...returned } = data;
      return withRefund(state, refundId, { state: 'returned', returned });
    }

    case 'ReliefRequested':
      return { ...state, reliefs: [...state.reliefs, { ...data, state: 'requested' }] };
    case 'ReliefAuthorised':
      return withRelief(state, data.reliefId, 'authorised');
    case 'ReliefCancelled':
      return withRelief(state, data.reliefId, 'cancelled');
    case 'SurchargeReduced':
      return { ...state, waivers: [...state.waivers, { fen: data.fen, on: data.on }] };
    case 'ProofDispensed': {
      const known = state.payments.find((payment) => isOf(payment, data))?.dispensed ?? [];
      return withPayment(state, data, { dispensed: [...known, data.proof] });
    }
    case 'FineWrittenOff': {
      const { writtenOffOn: on, writtenOffFen: fen, ground, source } = data;
      return { ...state, writtenOff: { on, fen, ground, source } };
    }
  }
}

function newPayment({ bank, reference, fen, paidAt }: Pick<Payment, 'bank' | 'reference' | 'fen' | 'paidAt'>): Payment {
  return {
    ...{ bank, reference, fen, paidAt },
    ...{ confirmedOn: null, creditedAt: null, reversed: null },
    ...{ dispensed: [], receiptNumber: null, onTheSpot: false },
  };
}

/** The payment is there already, at another time where the bank told of it first; streams of before have the deposit alone. */
function withDeposit(state: FineState, data: Extract<FineEvent, { type: 'SpotMoneyDeposited' }>['data']): FineState {
  const { bank, reference, fen, receiptNumber, takenAt, depositedAt } = data;
  const known = state.payments.some((payment) => isOf(payment, data));
  const payments = known ? state.payments : [...state.payments, newPayment({ bank, reference, fen, paidAt: takenAt })];
  const spotMoney = state.spotMoney.map((money) =>
    money.receiptNumber === receiptNumber ? { ...money, deposited: { bank, reference, depositedAt } } : money,
  );
  return withPayment({ ...state, payments, spotMoney }, data, { paidAt: takenAt, onTheSpot: true, receiptNumber });
}

const isOf = (payment: BankReference, { bank, reference }: BankReference): boolean =>
  payment.bank === bank && payment.reference === reference;

function withPayment(state: FineState, of: BankReference, change: Partial<Payment>): FineState {
  const payments = state.payments.map((payment) => (isOf(payment, of) ? { ...payment, ...change } : payment));
  return { ...state, payments };
}

function withRefund(state: FineState, refundId: string, change: Partial<Refund>): FineState {
  const refunds = state.refunds.map((refund) => (refund.refundId === refundId ? { ...refund, ...change } : refund));
  return { ...state, refunds };
}

function withRelief(state: FineState, reliefId: string, now: Relief['state']): FineState {
  const reliefs = state.reliefs.map((relief) => (relief.reliefId === reliefId ? { ...relief, state: now } : relief));
  return { ...state, reliefs };
}
