import { fen, parseCivilDate } from '@fajiao/kernel';
import { eventsOf, folded } from '../../spec-support/fold.fixture.spec';
import { at } from '../../spec-support/samples.fixture.spec';
import { denyPayment, type ListedLine } from '../payment/payment.decider';
import type { PaymentEvent } from '../payment/payment.events';
import { payments } from '../payment/payment.state';
import { judgeCredit, judgePayment, judgeReversal } from './bucket';

const statementDate = parseCivilDate('2024-04-12');
const reversedAt = at('2024-04-12 10:30');
const code = '99999999999999999999';

const reported: PaymentEvent = {
  type: 'PaymentReported',
  data: { bank: 'bank-a', reference: 'A10', code, fen: fen(60_000), paidAt: at('2024-04-12 10:08'), via: 'callback' },
};
const takenBack = (amount: number): PaymentEvent => ({
  type: 'PaymentTakenBack',
  data: { by: 'A11', fen: fen(amount), reversedAt },
});
const lineOf = (reference: string, amount: number): ListedLine => ({
  ...{ bank: 'bank-a', reference, statementDate, line: 1, fen: fen(amount), at: at('2024-04-12 20:00') },
});
const reversalLine: ListedLine = { ...lineOf('A11', -60_000), reverses: 'A10' };
const reversalOf = (amount: number) =>
  folded(payments, [
    {
      type: 'ReversalReported',
      data: { bank: 'bank-a', reference: 'A11', reverses: 'A10', fen: fen(amount), reversedAt, via: 'callback' },
    },
    { type: 'PaymentListed', data: { statementDate, line: 1, fen: fen(-60_000) } },
  ]);

describe('the bucket of a line', () => {
  it('is no match for a reversal whose callback told another amount, so that nothing was taken back', () => {
    const target = folded(payments, [takenBack(1), reported]);
    expect(judgeReversal(reversalLine, reversalOf(1), target, false)).toEqual({
      bucket: 'amount-differs',
      because: { reportedFen: 1 },
    });
  });

  it('matches the reversal that took the payment back, and no other', () => {
    const target = folded(payments, [reported, takenBack(60_000)]);
    expect(judgeReversal(reversalLine, reversalOf(60_000), target, false).bucket).toBe('reversal');
    const other = folded(payments, [{ type: 'PaymentListed', data: { statementDate, line: 2, fen: fen(-60_000) } }]);
    const second = { ...reversalLine, reference: 'A12', line: 2 };
    expect(judgeReversal(second, other, target, false)).toEqual({
      bucket: 'reversal-of-unknown',
      because: { why: 'reversed-before' },
    });
  });

  it('is no match for a reversal that is on record and has taken nothing back', () => {
    expect(judgeReversal(reversalLine, reversalOf(60_000), folded(payments, [reported]), false).bucket).toBe(
      'reversal-of-unknown',
    );
  });

  it('is no match where the money had been paid back from suspense: it has left twice', () => {
    const target = folded(payments, [reported, takenBack(60_000)]);
    expect(judgeReversal(reversalLine, reversalOf(60_000), target, true)).toEqual({
      bucket: 'reversal-of-unknown',
      because: { why: 'the money had been paid back' },
    });
  });

  it('is no match for a payment that two persons have corrected to nothing', () => {
    const denied = folded(payments, [reported, ...eventsOf(denyPayment(folded(payments, [reported]), 'c-1'))]);
    expect(judgePayment(lineOf('A10', 60_000), denied, { fineId: 'any' }, null)).toEqual({
      bucket: 'amount-differs',
      because: { reportedFen: 0 },
    });
  });

  it('is no match where the treasury has the money of a payment that the bank took back', () => {
    const credited: PaymentEvent = { type: 'CreditListed', data: { statementDate, line: 1, fen: fen(60_000) } };
    const line = lineOf('A10', 60_000);
    expect(judgeCredit(line, folded(payments, [reported, credited])).bucket).toBe('matched');
    expect(judgeCredit(line, folded(payments, [reported, takenBack(60_000), credited]))).toEqual({
      bucket: 'credit-of-unknown',
      because: { why: 'the payment was taken back' },
    });
  });

  it('tells the code of money in suspense whether or not that was on record when the line was read', () => {
    const place = { suspenseId: '0b2f4a5e-7b1c-5d3e-9f00-000000000001', reason: 'unknown-code' } as const;
    const suspended: PaymentEvent = { type: 'PaymentSuspended', data: { ...place, code } };
    const line = lineOf('A10', 60_000);
    for (const events of [[reported], [reported, suspended]])
      expect(judgePayment(line, folded(payments, events), place, null)).toEqual({
        bucket: 'suspended.unknown-code',
        because: { code, suspenseId: place.suspenseId },
      });
  });
});
