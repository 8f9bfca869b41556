import { fen, parseCivilDate } from '@fajiao/kernel';
import { Desk } from '../../spec-support/fine-desk.fixture.spec';
import { at, rules } from '../../spec-support/samples.fixture.spec';
import { cancelFine, issueCodes, moveTerm } from './follow-decision';
import { quoteOf } from './quote';

const day = parseCivilDate;

/** Two halves of 5,000 yuan, due on 11-10 and 12-11, under the codes `P<plan>-1` and `P<plan>-2`. */
function planned(desk = new Desk(), approvedOn = '2023-10-09'): Desk {
  const instalments = ['2023-11-10', '2023-12-11'].map((due) => ({ due: day(due), fen: fen(250_000) }));
  const term = { kind: 'instalments' as const, instalments, missedMakesAllDue: false };
  desk.follow((state) => moveTerm(state, { approvedOn: day(approvedOn), term }, rules));
  const plan = desk.state.terms.length;
  const codes = [1, 2].map((instalment) => ({ code: `P${plan}-${instalment}`, plan, instalment }));
  desk.follow((state) => issueCodes(state, codes));
  return desk;
}

const quote = (desk: Desk, code: string, when: string) => quoteOf(desk.state, code, at(when), rules);

describe('a quote', () => {
  it('counts the money that came earlier on the day, and holds until the day ends', () => {
    const desk = new Desk();
    desk.pay('A1', 200_000, '2023-10-20 09:30');
    expect(quote(desk, 'W', '2023-10-20 09:00')).toMatchObject({ amountDueFen: 605_000, surchargeFen: 105_000 });
    expect(quote(desk, 'W', '2023-10-20 10:00')).toMatchObject({
      ...{ amountDueFen: 405_000, fineFen: 300_000, surchargeFen: 105_000 },
      holdsUntil: at('2023-10-21 00:00'),
    });
    expect(quote(desk, 'W', '2023-10-21 00:00')).toMatchObject({ surchargeFen: 114_000 });
  });

  it('of an instalment asks for its part; the last that is open asks for the surcharge besides', () => {
    const desk = planned();
    // 250,000 were missed on 11-10: 75 yuan a day.
    expect(quote(desk, 'P1-1', '2023-11-12 09:00')).toMatchObject({ instalment: 1, amountDueFen: 250_000 });
    expect(quote(desk, 'P1-2', '2023-11-12 09:00')).toMatchObject({ amountDueFen: 265_000, surchargeFen: 15_000 });
    expect(quote(desk, 'W', '2023-11-12 09:00')).toMatchObject({ amountDueFen: 515_000 });
    desk.pay('A1', 500_000, '2023-11-12 10:00');
    expect(quote(desk, 'P1-1', '2023-11-12 11:00')).toMatchObject({ status: 'settled', amountDueFen: 0 });
    expect(quote(desk, 'P1-2', '2023-11-12 11:00')).toMatchObject({ status: 'open', amountDueFen: 15_000 });
  });

  it('of a plan that another replaced asks for nothing', () => {
    const desk = planned(planned(), '2023-11-01');
    expect(quote(desk, 'P1-1', '2023-11-02 09:00')).toMatchObject({ status: 'replaced', amountDueFen: 0 });
    expect(quote(desk, 'P2-1', '2023-11-02 09:00')).toMatchObject({ status: 'open', amountDueFen: 250_000 });
  });

  it('of a fine that fell asks for nothing, and of another code there is none', () => {
    const desk = new Desk();
    desk.follow((state) => cancelFine(state, { reason: 'revoked', cancelledOn: day('2023-11-01') }, rules));
    expect(quote(desk, 'W', '2023-11-02 09:00')).toMatchObject({ status: 'cancelled', amountDueFen: 0 });
    expect(quote(desk, 'X', '2023-11-02 09:00')).toBeUndefined();
  });
});
