import type { Instant } from '@fajiao/kernel';
import type { BankReference } from '../../bank-reference';
import { paymentOf, type FineState, type SpotMoney } from '../fine.state';
import { type ActContext, type ActDecision, decided, notOfDecidingSide } from './act-context';

/** 当场收缴款缴付银行 (APL-71): cash that was handed in is paid in under the bank's reference. */
export interface DepositSpotMoney extends BankReference {
  readonly depositedAt: Instant;
  /** Which of several; the only one that is open unless told. */
  readonly receiptNumber?: string;
}

/** The cash that is meant, while it is in custody. */
export function cashOf({ spotMoney }: FineState, { receiptNumber }: DepositSpotMoney): SpotMoney | undefined {
  return spotMoney.find(
    (money) => money.deposited === null && (receiptNumber === undefined || money.receiptNumber === receiptNumber),
  );
}

/** Late or not, money goes to the bank: the clock (depositBy) shows what is late, it refuses nothing. */
export function depositSpotMoney(state: FineState, deposit: DepositSpotMoney, act: ActContext): ActDecision {
  const { bank, reference, depositedAt } = deposit;
  const cash = cashOf(state, deposit);
  const known = paymentOf(state, deposit);
  return decided(
    [
      notOfDecidingSide(act),
      !cash && { code: 'spot-deposit.nothing-handed-in', source: 'APL-71' },
      cash !== undefined &&
        known !== undefined &&
        (known.onTheSpot || known.fen !== cash.fen || known.reversed !== null) && {
          ...{ code: 'spot-deposit.reference-known', source: 'APL-71' },
          detail: { bank, reference },
        },
    ],
    state,
    () => {
      if (!cash) return [];
      const { fen, receiptNumber, takenAt } = cash;
      const payment = { bank, reference, fen };
      return [
        ...(known ? [] : [{ type: 'PaymentApplied' as const, data: { ...payment, paidAt: takenAt } }]),
        { type: 'SpotMoneyDeposited', data: { ...payment, receiptNumber, takenAt, depositedAt } },
      ];
    },
    act,
  );
}
