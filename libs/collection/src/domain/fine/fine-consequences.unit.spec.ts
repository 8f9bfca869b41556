import { fen, parseCivilDate } from '@fajiao/kernel';
import { Desk } from '../../spec-support/fine-desk.fixture.spec';
import { at, rules } from '../../spec-support/samples.fixture.spec';
import { takeMoney } from './fine.decider';

const proved = (desk: Desk, reference: string, amount: number, paidAt: string) =>
  desk.follow((state) =>
    takeMoney(
      state,
      {
        ...{ bank: 'bank-a', reference, fen: fen(amount), paidAt: at(paidAt), takenBack: null, assigned: false },
        ...{ listedOn: parseCivilDate('2023-10-14'), creditedAt: at('2023-10-15 10:00') },
      },
      rules,
    ),
  );

describe('what was told of a fine as closable', () => {
  it('is taken away and told again when earlier money comes late, so that the case does not keep other figures', () => {
    const desk = new Desk();
    proved(desk, 'B1', 515_000, '2023-10-14 10:00');
    expect(desk.events.at(-1)).toMatchObject({
      type: 'FineClosable',
      data: { paidFen: 515_000, surchargeFen: 15_000, paidOn: '2023-10-14' },
    });
    const later = proved(desk, 'B0', 500_000, '2023-10-13 23:59');
    const reopened = later.findIndex(({ type }) => type === 'FineReopened');
    const told = later.find(({ type }, i) => type === 'FineClosable' && i > reopened);
    expect(reopened).toBeGreaterThan(-1);
    expect(told?.data).toMatchObject({ paidFen: 500_000, surchargeFen: 0, paidOn: '2023-10-13' });
  });

  it('is not told again by money that changes nothing of it', () => {
    const desk = new Desk();
    proved(desk, 'B1', 515_000, '2023-10-14 10:00');
    const types = proved(desk, 'B2', 1_000, '2023-10-16 10:00').map(({ type }) => type);
    expect(types).toContain('OverpaymentHeld');
    expect(types).not.toContain('FineReopened');
    expect(types).not.toContain('FineClosable');
  });
});
