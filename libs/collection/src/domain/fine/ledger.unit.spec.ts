import { parseCivilDate } from '@fajiao/kernel';
import { Desk } from '../../spec-support/fine-desk.fixture.spec';
import { rules } from '../../spec-support/samples.fixture.spec';
import { ledgerOf } from './ledger';

describe('the ledger of a fine', () => {
  // Due by 2023-10-13, 150 yuan a day from the 14th.
  const desk = new Desk();
  desk.pay('A1', 605_000, '2023-10-20 10:00');
  const balanceOn = (day: string) => ledgerOf(desk.state, parseCivilDate(day), rules)?.at(-1)?.balanceFen;

  it('of an earlier day leaves out the money that came after it', () => {
    expect(ledgerOf(desk.state, parseCivilDate('2023-10-15'), rules)?.map(({ kind }) => kind)).toEqual([
      'fine',
      'surcharge',
    ]);
    expect(balanceOn('2023-10-15')).toBe(530_000);
  });

  it('comes to nothing on the day on which the last fen was paid, and stays there', () => {
    expect(balanceOn('2023-10-20')).toBe(0);
    expect(balanceOn('2023-11-20')).toBe(0);
  });
});
