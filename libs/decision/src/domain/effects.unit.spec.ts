import { completePayment, numberDecision, reopenPayment } from './effects';
import { caseId, happened, play, rulebook } from '../spec-support/play.fixture.spec';
import { upTo } from '../spec-support/steps.fixture.spec';

const to = { caseId, rulebook };
const number = { documentNumber: '（示）文综罚字〔2023〕第2号', kind: 'penalty', year: 2023, number: 2 } as const;

function fineOf(fineId: string): never {
  return { fineId, caseId: '', paidFen: 500000, surchargeFen: 0, paidOn: '2023-10-08' } as never;
}

describe('what policies bring into a case', () => {
  it('is no number before there is a decision', () => {
    expect(numberDecision(play(upTo('waived')).state, number, to)).toEqual({
      refused: [{ code: 'decision.missing', source: 'APL-57' }],
    });
  });

  it('is no second number', () => {
    expect(numberDecision(play(upTo('decided')).state, number, to)).toEqual({ events: [] });
  });

  it('is no payment of another fine', () => {
    const { state } = play(upTo('served'));
    const refused = { refused: [{ code: 'payment.other-fine', source: 'D235-10' }] };
    expect(completePayment(state, fineOf('another'))).toEqual(refused);
    expect(reopenPayment(state, fineOf('another'))).toEqual(refused);
    expect(completePayment(play(upTo('decided')).state, fineOf('another'))).toEqual(refused);
  });

  it('is a payment once, and nothing taken back that was not paid', () => {
    const served = play(upTo('served'));
    const fine = fineOf(served.state.service?.fineId ?? '');
    expect(reopenPayment(served.state, fine)).toEqual({ events: [] });
    const completed = completePayment(served.state, fine);
    if (!('events' in completed)) throw new Error('refused');
    const paid = happened(completed.events, { at: '2023-10-09T16:00+08:00', by: 'policy:complete-payment' }, served);
    expect(completePayment(paid.state, fine)).toEqual({ events: [] });
  });

  it('is a payment that the bank took back, with its reference', () => {
    const served = play(upTo('served'));
    const fineId = served.state.service?.fineId ?? '';
    const completed = completePayment(served.state, fineOf(fineId));
    if (!('events' in completed)) throw new Error('refused');
    const paid = happened(completed.events, { at: '2023-10-09T16:00+08:00', by: 'policy:complete-payment' }, served);
    const taken = { fineId, reversedReference: 'A2', reversedFen: 500000 };
    expect(reopenPayment(paid.state, { ...taken, caseId: '' } as never)).toEqual({
      events: [{ type: 'PaymentReopened', data: taken }],
    });
  });

  it('is no payment of a fine that fell, nor of any fine before a new one is served', () => {
    const anew = {
      at: '2023-10-09T10:00+08:00',
      by: 'head-1',
      act: 'revoke-decision',
      data: { reason: '裁量不当', anew: true },
    };
    const served = play(upTo('served'));
    const { state } = play([anew], served);
    const refused = { refused: [{ code: 'payment.other-fine', source: 'D235-10' }] };
    for (const report of [completePayment, reopenPayment]) {
      expect(report(state, fineOf(served.state.service?.fineId ?? ''))).toEqual({ events: [] });
      expect(report(state, fineOf('another'))).toEqual(refused);
    }
    const unserved = play([{ ...anew, at: '2023-09-28T11:00+08:00' }], play(upTo('decided')));
    expect(completePayment(unserved.state, fineOf('another'))).toEqual(refused);
  });
});
