import { correctionOrder, reinspection, unlicensed } from '../../spec-support/measures.fixture.spec';
import { changed } from '../../spec-support/other-steps.fixture.spec';
import { made, play, said } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';

const given = [...unlicensed, correctionOrder];

describe('an order to correct', () => {
  it('says by when, also where that is today, or leaves it at once', () => {
    const order = { order: 1, what: '立即停止经营' };
    expect(made(correctionOrder, unlicensed)).toEqual([
      { type: 'CorrectionOrdered', data: { ...order, by: '2023-09-20' } },
    ]);
    const today = changed(correctionOrder, { by: '2023-09-13' });
    expect(said('CorrectionOrdered', today, unlicensed)).toEqual({ ...order, by: '2023-09-13' });
    const atOnce = { ...correctionOrder, data: { what: '立即停止经营' } };
    expect(said('CorrectionOrdered', atOnce, unlicensed)).toEqual(order);
  });

  it('is inspected again by two officers who showed their certificates, each order for itself', () => {
    const another = { ...correctionOrder, data: { what: '拆除招牌' } };
    const second = changed(reinspection('2023-09-21', true), { order: 2 });
    expect(made(second, [...given, another])).toEqual([
      {
        type: 'CorrectionInspected',
        data: {
          order: 2,
          officers: [
            { id: 'officer-1', certificateNo: '14-0922-001' },
            { id: 'officer-2', certificateNo: '14-0922-002' },
          ],
          ...{ certificatesShown: true, corrected: true, findings: '已停止经营' },
        },
      },
    ]);
    const { correctionOrders } = play([...given, another, second]).state;
    expect(correctionOrders.map(({ inspections }) => inspections.length)).toEqual([0, 1]);
    expect(correctionOrders[0]).toMatchObject({ by: '2023-09-20', inspections: [] });
  });

  itIsRefused([
    {
      title: 'by a day that has gone by, which is told',
      given: unlicensed,
      attempt: changed(correctionOrder, { by: '2023-09-12' }),
      refused: ['correction.day-passed APL-28'],
      tells: [{ by: '2023-09-12' }],
    },
    {
      title: 'as inspected where no such order was given',
      given,
      attempt: changed(reinspection('2023-09-21', true), { order: 2 }),
      refused: ['correction.unknown-order APL-28'],
      tells: [{ order: 2 }],
    },
  ]);
});
