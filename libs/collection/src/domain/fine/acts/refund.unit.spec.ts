import { fen, parseCivilDate } from '@fajiao/kernel';
import { Desk } from '../../../spec-support/fine-desk.fixture.spec';
import { at, rules } from '../../../spec-support/samples.fixture.spec';
import { takeMoney } from '../fine.decider';
import { authoriseRefund, cancelRefund, payOutRefund, requestRefund, returnRefund } from './refund';

const NOON = '2023-10-20 12:00';
const refundId = 'r1';

/** 1,000 yuan too much was paid. */
function overpaid(): Desk {
  const desk = new Desk();
  desk.pay('A1', 600_000, '2023-10-08 10:00');
  return desk;
}

const request = (desk: Desk, by: string, amount: number, id = refundId) =>
  desk.act(by, NOON, (state, act) => requestRefund(state, { refundId: id, fen: fen(amount) }, act));

const authorise = (desk: Desk, by: string, id = refundId, approvalNumber = '示财退〔2023〕1号') =>
  desk.act(by, NOON, (state, act) => authoriseRefund(state, { refundId: id, approvalNumber }, act));

const payOut = (desk: Desk, change: { readonly fen?: number; readonly reference?: string } = {}) =>
  desk.act('bank:bank-t', NOON, (state, act) => {
    const { fen: amount = 100_000, reference = 'T1' } = change;
    return payOutRefund(state, { bank: 'bank-t', reference, refundId, fen: fen(amount), madeAt: at(NOON) }, act);
  });

describe('a refund', () => {
  it('is asked for by one, authorised by another, and paid out by the treasury', () => {
    const desk = overpaid();
    expect(request(desk, 'clerk-1', 100_000)).toEqual(['RefundRequested']);
    expect(authorise(desk, 'clerk-2')).toEqual(['RefundAuthorised']);
    expect(desk.state.heldFen).toBe(100_000);
    expect(payOut(desk)).toEqual(['RefundMade', 'OverpaymentReleased']);
    expect(desk.state.heldFen).toBe(0);
    expect(payOut(desk)).toEqual([]);
    expect(desk.state.said.paid).toMatchObject({ paidFen: 500_000 });
  });

  it('is of what is held only, and of no part of it twice', () => {
    const desk = overpaid();
    expect(request(desk, 'clerk-1', 100_001)).toEqual(['refund.above-overpaid APL-74']);
    expect(request(desk, 'clerk-1', 60_000)).toEqual(['RefundRequested']);
    expect(request(desk, 'clerk-1', 40_001, 'r2')).toEqual(['refund.above-overpaid APL-74']);
    expect(request(desk, 'clerk-1', 40_000, 'r2')).toEqual(['RefundRequested']);
  });

  it('is not authorised by whoever asked for any refund of the fine, this one or another', () => {
    const desk = overpaid();
    request(desk, 'clerk-1', 50_000, 'r0');
    request(desk, 'clerk-2', 50_000);
    expect(authorise(desk, 'clerk-2')).toEqual(['duties.same-person internal control']);
    expect(authorise(desk, 'clerk-1')).toEqual(['duties.same-person internal control']);
    expect(authorise(desk, 'clerk-3')).toEqual(['RefundAuthorised']);
  });

  it('is nothing for a person of the deciding side, whatever role they hold now', () => {
    const desk = overpaid();
    const asked = desk.act('head-1', NOON, (state, act) => requestRefund(state, { refundId, fen: fen(1) }, act), [
      'officer-1',
      'head-1',
    ]);
    expect(asked).toEqual(['duties.deciding-side APL-67']);
  });

  it('needs the number of the finance authority’s approval', () => {
    const desk = overpaid();
    request(desk, 'clerk-1', 100_000);
    expect(authorise(desk, 'clerk-2', refundId, '')).toEqual(['refund.approval-missing APL-74']);
  });

  it('is authorised once, while it is open', () => {
    const desk = overpaid();
    expect(authorise(desk, 'clerk-2')).toEqual(['refund.not-open internal control']);
    request(desk, 'clerk-1', 100_000);
    authorise(desk, 'clerk-2');
    expect(authorise(desk, 'clerk-2')).toEqual(['refund.not-open internal control']);
  });

  const takeBack = (desk: Desk, reference: string, amount: number) =>
    desk.follow((state) =>
      takeMoney(
        state,
        {
          ...{ bank: 'bank-a', reference, fen: fen(amount), paidAt: at('2023-10-08 10:00') },
          ...{ listedOn: null, creditedAt: null, assigned: false },
          takenBack: { by: 'V1', reversedAt: at('2023-10-12 10:00') },
        },
        rules,
      ),
    );

  it('takes its money out of the proofs: a fine is closable only while the treasury has all that was owed', () => {
    const desk = new Desk();
    const proved = (reference: string, amount: number) =>
      desk.follow((state) =>
        takeMoney(
          state,
          {
            ...{ bank: 'bank-a', reference, fen: fen(amount), paidAt: at('2023-10-08 10:00'), assigned: false },
            ...{ listedOn: parseCivilDate('2023-10-08'), creditedAt: at('2023-10-09 10:00'), takenBack: null },
          },
          rules,
        ),
      );
    proved('A1', 500_000);
    desk.pay('A2', 100_000, '2023-10-08 10:00');
    expect(desk.state.said.closable).toBe(true);
    request(desk, 'clerk-1', 100_000);
    authorise(desk, 'clerk-2');
    expect(payOut(desk)).toContain('FineReopened');
    expect(desk.state.said).toMatchObject({ closable: false, settled: false, paid: { paidFen: 500_000 } });
    proved('A2', 100_000);
    expect(desk.state.said).toMatchObject({ closable: true, settled: true, paid: { paidFen: 500_000 } });
  });

  it('is not authorised once a bank took the money back', () => {
    const desk = overpaid();
    request(desk, 'clerk-1', 100_000);
    takeBack(desk, 'A1', 600_000);
    expect(authorise(desk, 'clerk-2')).toEqual(['refund.above-overpaid APL-74']);
  });

  it('is not authorised out of money that another one authorised will take, after a bank took some of it back', () => {
    const desk = overpaid();
    desk.pay('A2', 40_000, '2023-10-09 10:00');
    request(desk, 'clerk-1', 100_000, 'r1');
    request(desk, 'clerk-1', 40_000, 'r2');
    takeBack(desk, 'A2', 40_000);
    expect(authorise(desk, 'clerk-2', 'r1')).toEqual(['RefundAuthorised']);
    expect(authorise(desk, 'clerk-2', 'r2')).toEqual(['refund.above-overpaid APL-74']);
  });

  it('can be cancelled until it is paid out, and frees its money', () => {
    const desk = overpaid();
    const cancel = () =>
      desk.act('clerk-2', NOON, (state, act) => cancelRefund(state, { refundId, reason: '金额有误' }, act));
    expect(cancel()).toEqual(['refund.not-open internal control']);
    request(desk, 'clerk-1', 100_000);
    expect(cancel()).toEqual(['RefundCancelled']);
    expect(request(desk, 'clerk-1', 100_000, 'r2')).toEqual(['RefundRequested']);
    expect(cancel()).toEqual(['refund.not-open internal control']);
  });

  it('is held again when its payment out came back, and can be asked for anew', () => {
    const desk = overpaid();
    const back = (amount = 100_000) =>
      desk.act('bank:bank-t', NOON, (state, act) =>
        returnRefund(
          state,
          { bank: 'bank-t', reference: 'T9', refundId, fen: fen(amount), returnedAt: at('2023-10-22 09:00') },
          act,
        ),
      );
    request(desk, 'clerk-1', 100_000);
    authorise(desk, 'clerk-2');
    expect(back()).toEqual(['refund.not-made APL-74']);
    payOut(desk);
    expect(back(99_999)).toEqual(['refund.other-amount APL-74']);
    expect(back()).toEqual(['RefundReturned', 'OverpaymentHeld']);
    expect(back()).toEqual([]);
    expect(desk.state.heldFen).toBe(100_000);
    expect(request(desk, 'clerk-1', 100_000, 'r2')).toEqual(['RefundRequested']);
  });

  it('is paid out only when it is authorised, in its whole amount', () => {
    const desk = overpaid();
    request(desk, 'clerk-1', 100_000);
    expect(payOut(desk)).toEqual(['refund.not-authorised APL-74']);
    authorise(desk, 'clerk-2');
    expect(payOut(desk, { fen: 99_999 })).toEqual(['refund.other-amount APL-74']);
    expect(payOut(desk)).toEqual(['RefundMade', 'OverpaymentReleased']);
    expect(payOut(desk, { reference: 'T2' })).toEqual(['refund.not-authorised APL-74']);
  });
});
