import { at } from '../../spec-support/other-steps.fixture.spec';
import { made, play, said, type Step } from '../../spec-support/play.fixture.spec';
import {
  declined,
  reviewConclusion,
  reviewRequest,
  transfer,
  transferUpTo,
} from '../../spec-support/spot-steps.fixture.spec';

const refusal: Step = { ...transfer.granted, act: 'refuse-transfer', data: { reasons: '不构成犯罪' } };

describe('a transfer', () => {
  it('is proposed, approved, handed over and comes back, each with its number', () => {
    const kind = 'justice';
    expect(made(transfer.proposed, transferUpTo('approved'))).toEqual([
      { type: 'TransferProposed', data: { transfer: 1, kind, to: '公安机关', ground: '涉嫌犯罪' } },
    ]);
    expect(made(transfer.granted, transferUpTo('proposed'))).toEqual([
      { type: 'TransferApproved', data: { transfer: 1 } },
    ]);
    expect(made(transfer.handedOver, transferUpTo('granted'))).toEqual([
      { type: 'CaseHandedOver', data: { transfer: 1, kind, to: '公安机关', receipt: '移送回执' } },
    ]);
    expect(made(transfer.returned, transferUpTo('handedOver'))).toEqual([
      { type: 'CaseReturned', data: { transfer: 1, reason: '不构成犯罪，建议行政处罚' } },
    ]);
  });

  it('that is not approved says why, and the next one is another', () => {
    expect(made(refusal, transferUpTo('proposed'))).toEqual([
      { type: 'TransferRefused', data: { transfer: 1, reasons: '不构成犯罪' } },
    ]);
    const again = { ...transfer.proposed, at: at('2024-06-03') };
    expect(said('TransferProposed', again, [...transferUpTo('proposed'), refusal])).toMatchObject({ transfer: 2 });
  });

  it('that the police decline is reviewed on request, and they take it after all or not', () => {
    const away = transferUpTo('handedOver');
    expect(made(declined, away)).toEqual([{ type: 'TransferDeclined', data: { transfer: 1, reason: '没有犯罪事实' } }]);
    expect(made(reviewRequest, [...away, declined])).toEqual([
      { type: 'TransferReviewRequested', data: { transfer: 1, to: '公安机关', ground: '涉案金额认定有误' } },
    ]);
    const asked = [...away, declined, reviewRequest];
    expect(made(reviewConclusion(true), asked)).toEqual([
      { type: 'TransferReviewConcluded', data: { transfer: 1, accepted: true, reason: '复议决定' } },
    ]);
    const { state } = play([...asked, reviewConclusion(true)]);
    expect(state.transfers[0]?.review?.concluded).toMatchObject({
      accepted: true,
      reason: '复议决定',
      on: '2024-07-01',
    });
    expect(state.pauses.at(-1)).toMatchObject({ cause: 'transfer', from: '2024-07-01', ground: '移送公安机关' });
    expect(state.status).toBe('transferred');
  });
});
