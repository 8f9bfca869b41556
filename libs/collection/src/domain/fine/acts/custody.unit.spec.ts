import { fen, parseCivilDate } from '@fajiao/kernel';
import { Desk } from '../../../spec-support/fine-desk.fixture.spec';
import { at, rules } from '../../../spec-support/samples.fixture.spec';
import { accountOn } from '../fine-account';
import { describeFine } from '../fine-view';
import { takeMoney } from '../fine.decider';
import { announceSpotMoney } from '../follow-decision';
import { issueReceipt, voidReceipt } from './receipt';
import { depositSpotMoney, type DepositSpotMoney } from './spot-deposit';

const served = parseCivilDate('2024-09-13');

/** 100 yuan, taken at 11:05, handed in on the 18th. */
function handedIn(amount = 10_000): Desk {
  const desk = new Desk({ decidedOn: served, servedOn: served, fineFen: fen(10_000) });
  const { fineId, caseId } = desk.state.imposed ?? { fineId: '', caseId: '' };
  desk.follow((state) =>
    announceSpotMoney(
      state,
      {
        ...{ fineId, caseId, fen: fen(amount), receiptNumber: '晋财0001234', takenAt: at('2024-09-13 11:05') },
        handedInOn: parseCivilDate('2024-09-18'),
      },
      rules,
    ),
  );
  return desk;
}

const deposit = (desk: Desk, change: Partial<DepositSpotMoney> = {}, persons: string[] = []) =>
  desk.act(
    'clerk-1',
    '2024-09-20 09:00',
    (state, act) =>
      depositSpotMoney(
        state,
        { bank: 'bank-a', reference: 'A20240920000009', depositedAt: at('2024-09-20 09:00'), ...change },
        act,
      ),
    persons,
  );

describe('money taken on the spot', () => {
  it('is owed no more from the day it was taken, and must be at the bank two working days after it was handed in', () => {
    const { state } = handedIn();
    const view = describeFine(state, at('2024-09-19 09:00'), rules);
    expect(view).toMatchObject({
      ...{ state: 'open', conditions: ['spot-money-held'], outstanding: { fen: 0 }, overpaid: { fen: 0 } },
      spotMoney: [{ depositBy: '2024-09-20', clockState: 'running', deposited: null }],
    });
    expect(describeFine(state, at('2024-09-21 09:00'), rules)?.spotMoney[0]?.clockState).toBe('overdue');
    expect(state.imposed && accountOn(state.imposed, state, served, rules)).toMatchObject({ outstandingFen: 0 });
  });

  it('is paid by its deposit, at the time it was taken', () => {
    const desk = handedIn();
    expect(deposit(desk)).toEqual(['PaymentApplied', 'SpotMoneyDeposited', 'FinePaid']);
    expect(desk.state.said.paid).toEqual({ paidFen: 10_000, surchargeFen: 0, paidOn: '2024-09-13' });
    expect(desk.state.payments).toMatchObject([
      { reference: 'A20240920000009', paidAt: at('2024-09-13 11:05'), onTheSpot: true, receiptNumber: '晋财0001234' },
    ]);
    expect(describeFine(desk.state, at('2024-10-20 09:00'), rules)?.spotMoney[0]?.clockState).toBe('met');
  });

  it('counts as received from its deposit on, so that a reversal takes away no more than came', () => {
    const desk = handedIn();
    deposit(desk);
    const takenBack = { by: 'V1', reversedAt: at('2024-09-21 09:00') };
    const evidence = {
      ...{ bank: 'bank-a', reference: 'A20240920000009', fen: fen(10_000), paidAt: at('2024-09-20 09:00') },
      ...{ listedOn: null, creditedAt: null, assigned: false, takenBack },
    };
    desk.follow((state) => takeMoney(state, evidence, rules));
    const received = desk.events.flatMap(({ type, data }) => {
      if (type === 'PaymentApplied') return [data.fen];
      return type === 'PaymentReversed' ? [0 - data.fen] : [];
    });
    expect(received).toEqual([10_000, -10_000]);
    expect(desk.state.payments).toHaveLength(1);
  });

  it('is deposited once, and only where it was handed in', () => {
    const desk = handedIn();
    deposit(desk);
    expect(deposit(desk)).toEqual(['spot-deposit.nothing-handed-in APL-71']);
    expect(deposit(new Desk())).toEqual(['spot-deposit.nothing-handed-in APL-71']);
    expect(deposit(handedIn(), { receiptNumber: '晋财0009999' })).toEqual(['spot-deposit.nothing-handed-in APL-71']);
  });

  it('is not deposited by whoever acted on the deciding side', () => {
    expect(deposit(handedIn(), {}, ['clerk-1'])).toEqual(['duties.deciding-side APL-67']);
  });

  it('takes the payment that a bank told before for its own where it is the same money', () => {
    const desk = handedIn();
    desk.pay('A20240920000009', 10_000, '2024-09-20 08:59');
    // The fine was paid by it already, on the day that the cash was taken.
    expect(deposit(desk)).toEqual(['SpotMoneyDeposited']);
    expect(desk.state.payments).toHaveLength(1);
    expect(desk.state.heldFen).toBe(0);
    const other = handedIn();
    other.pay('A20240920000009', 9_999, '2024-09-20 08:59');
    expect(deposit(other)).toEqual(['spot-deposit.reference-known APL-71']);
  });
});

describe('a receipt', () => {
  const issue = (desk: Desk, receiptNumber: string, reference = 'A1') =>
    desk.act('clerk-1', '2023-10-20 12:00', (state, act) =>
      issueReceipt(state, { bank: 'bank-a', reference, receiptNumber }, act),
    );

  it('is voided once, under its own number; then the payment may get another, and one that was taken back none', () => {
    const desk = new Desk();
    desk.pay('A1', 500_000, '2023-10-08 10:00');
    const annul = (receiptNumber: string) =>
      desk.act('clerk-1', '2023-10-20 12:00', (state, act) =>
        voidReceipt(state, { bank: 'bank-a', reference: 'A1', receiptNumber, reason: '有误' }, act),
      );
    expect(annul('晋财0001235')).toEqual(['receipt.not-issued APL-70']);
    issue(desk, '晋财0001235');
    expect(annul('晋财0001236')).toEqual(['receipt.not-issued APL-70']);
    expect(annul('晋财0001235')).toEqual(['ReceiptVoided']);
    expect(annul('晋财0001235')).toEqual(['receipt.not-issued APL-70']);
    expect(issue(desk, '晋财0001236')).toEqual(['ReceiptIssued']);
    const evidence = {
      ...{ bank: 'bank-a', reference: 'A1', fen: fen(500_000), paidAt: at('2023-10-08 10:00') },
      ...{ listedOn: null, creditedAt: null, assigned: false },
      takenBack: { by: 'V1', reversedAt: at('2023-10-09 09:00') },
    };
    desk.follow((state) => takeMoney(state, evidence, rules));
    expect(annul('晋财0001236')).toEqual(['ReceiptVoided']);
    expect(issue(desk, '晋财0001237')).toEqual(['receipt.no-payment APL-70']);
  });

  it('has a number of the finance authority, for one payment, once', () => {
    const desk = new Desk();
    desk.pay('A1', 500_000, '2023-10-08 10:00');
    expect(issue(desk, '晋财12345')).toEqual(['receipt.not-of-series APL-70']);
    expect(issue(desk, '沪财0001235')).toEqual(['receipt.not-of-series APL-70']);
    expect(issue(desk, '晋财0001235', 'A2')).toEqual(['receipt.no-payment APL-70']);
    expect(issue(desk, '晋财0001235')).toEqual(['ReceiptIssued']);
    expect(issue(desk, '晋财0001236')).toEqual(['receipt.issued-before APL-70']);
  });

  it('is not issued again for money that the officer gave one for', () => {
    const desk = handedIn();
    deposit(desk);
    expect(issue(desk, '晋财0001236', 'A20240920000009')).toEqual(['receipt.issued-before APL-70']);
  });
});
