import { fen, parseCivilDate, WorkingCalendar } from '@fajiao/kernel';
import { eventsOf } from '../../spec-support/fold.fixture.spec';
import { at, handedOver, rules } from '../../spec-support/samples.fixture.spec';
import { imposeFine, type MoneyEvidence, takeMoney } from './fine.decider';
import { cancelFine } from './follow-decision';
import type { FineRules } from './fine-terms';
import type { FineEvent } from './fine.events';
import { evolveFine } from './fine.evolve';
import { fines, type FineState } from './fine.state';

const CODE = '14092223000000000001';
const fine = (change: Parameters<typeof handedOver>[0] = {}): FineEvent[] => [
  ...eventsOf(imposeFine(fines.initial, handedOver(change), CODE)),
];

const paid = (
  reference: string,
  amount: number,
  paidAt: string,
  proofs: Partial<MoneyEvidence> = {},
): MoneyEvidence => ({
  bank: 'bank-a',
  reference,
  fen: fen(amount),
  paidAt: at(paidAt),
  listedOn: null,
  creditedAt: null,
  takenBack: null,
  assigned: false,
  ...proofs,
});

const fold = (events: readonly FineEvent[]): FineState => events.reduce(evolveFine, fines.initial);

/** A fine, and then money one after the other: what the last of it makes. */
function lastOf(history: readonly FineEvent[], ...money: readonly MoneyEvidence[]): FineEvent[] {
  let [all, last] = [[...history], [] as FineEvent[]];
  for (const one of money) {
    last = [...eventsOf(takeMoney(fold(all), one, rules))];
    all = [...all, ...last];
  }
  return last;
}

const after = (history: readonly FineEvent[], ...money: readonly MoneyEvidence[]): FineEvent[] =>
  money.reduce((all, one) => [...all, ...eventsOf(takeMoney(fold(all), one, rules))], [...history]);

const typesOf = (events: readonly FineEvent[]): string[] => events.map(({ type }) => type);

const dataOf = <T extends FineEvent['type']>(events: readonly FineEvent[], type: T) =>
  events.findLast((event): event is Extract<FineEvent, { type: T }> => event.type === type)?.data;

describe('a fine', () => {
  it('is imposed once, with the code under which it is paid', () => {
    expect(typesOf(fine())).toEqual(['FineImposed', 'PaymentCodeIssued']);
    expect(imposeFine(fold(fine()), handedOver(), CODE)).toEqual({ events: [] });
  });

  it('is paid by the first proof, settled by the second, closable by all three', () => {
    const payment = paid('A1', 500_000, '2023-10-08 10:12');
    const first = lastOf(fine(), payment);
    expect(typesOf(first)).toEqual(['PaymentApplied', 'FinePaid']);
    expect(dataOf(first, 'FinePaid')).toEqual({ paidFen: 500_000, surchargeFen: 0, paidOn: '2023-10-08' });

    const listed = { ...payment, listedOn: parseCivilDate('2023-10-08') };
    expect(typesOf(lastOf(fine(), payment, listed))).toEqual(['PaymentConfirmed', 'FineSettled']);

    const credited = { ...listed, creditedAt: at('2023-10-09 16:00') };
    const third = lastOf(fine(), payment, listed, credited);
    expect(typesOf(third)).toEqual(['TreasuryCredited', 'FineClosable']);
    const { fineId, caseId } = handedOver();
    expect(dataOf(third, 'FineClosable')).toEqual({
      ...{ fineId, caseId },
      ...{ paidFen: 500_000, surchargeFen: 0, paidOn: '2023-10-08' },
    });
  });

  it('takes the proofs in any order, and together', () => {
    const proved = { listedOn: parseCivilDate('2023-10-08'), creditedAt: at('2023-10-09 16:00') };
    expect(typesOf(lastOf(fine(), paid('A1', 500_000, '2023-10-08 10:12', proved)))).toEqual([
      ...['PaymentApplied', 'PaymentConfirmed', 'TreasuryCredited'],
      ...['FinePaid', 'FineSettled', 'FineClosable'],
    ]);
  });

  it('makes nothing of what it knows', () => {
    const payment = paid('A1', 500_000, '2023-10-08 10:12', { creditedAt: at('2023-10-09 16:00') });
    expect(lastOf(fine(), payment, payment)).toEqual([]);
  });

  it('is open until the last part of it is paid', () => {
    const first = paid('A2', 300_000, '2023-10-08 09:00');
    expect(typesOf(lastOf(fine(), first))).toEqual(['PaymentApplied']);
    expect(typesOf(lastOf(fine(), first, paid('A3', 200_000, '2023-10-09 09:00')))).toEqual([
      'PaymentApplied',
      'FinePaid',
    ]);
  });

  it('holds what is paid beyond the debt', () => {
    const first = paid('A5', 550_000, '2023-10-08 09:00');
    expect(dataOf(lastOf(fine(), first), 'OverpaymentHeld')).toEqual({ heldFen: 50_000 });
    const again = paid('A9', 500_000, '2023-10-08 10:00');
    expect(lastOf(fine(), first, again)).toEqual([
      {
        type: 'PaymentApplied',
        data: { bank: 'bank-a', reference: 'A9', fen: 500_000, paidAt: at('2023-10-08 10:00') },
      },
      { type: 'OverpaymentHeld', data: { heldFen: 550_000 } },
    ]);
  });

  it('opens again when a bank takes the payment back, and is paid again by another', () => {
    const payment = paid('A10', 500_000, '2023-10-08 10:08');
    const reversal = { by: 'A11', reversedAt: at('2023-10-08 10:30') };
    const reversed = lastOf(fine(), payment, { ...payment, takenBack: reversal });
    expect(typesOf(reversed)).toEqual(['PaymentReversed', 'FineReopened']);
    expect(dataOf(reversed, 'FineReopened')).toMatchObject({ reversedReference: 'A10', reversedFen: 500_000 });

    const again = lastOf(
      fine(),
      payment,
      { ...payment, takenBack: reversal },
      paid('A12', 500_000, '2023-10-09 09:00'),
    );
    expect(typesOf(again)).toEqual(['PaymentApplied', 'FinePaid']);
  });

  it('says nothing of being paid when the reversal is known before the payment', () => {
    const takenBack = { by: 'A11', reversedAt: at('2023-10-08 10:30') };
    const both = lastOf(fine(), paid('A10', 500_000, '2023-10-08 10:08', { takenBack }));
    expect(typesOf(both)).toEqual(['PaymentApplied', 'PaymentReversed']);
  });

  it('takes back that it was closable, though another payment still pays it', () => {
    const proved = { listedOn: parseCivilDate('2023-10-08'), creditedAt: at('2023-10-09 16:00') };
    const one = paid('A1', 500_000, '2023-10-08 10:12', proved);
    const twice = paid('A2', 500_000, '2023-10-08 11:00');
    const takenBack = { by: 'A3', reversedAt: at('2023-10-10 09:00') };
    expect(typesOf(lastOf(fine(), one, twice, { ...one, takenBack }))).toEqual([
      ...['PaymentReversed', 'FineReopened', 'FinePaid', 'OverpaymentReleased'],
    ]);
  });

  it('counts a reversal from its own value time: the days before it bear no surcharge', () => {
    const payment = paid('A10', 500_000, '2023-10-08 10:08');
    const takenBack = { by: 'A11', reversedAt: at('2023-10-20 10:30') };
    // Due by 2023-10-13; unpaid at the start of the 21st and of the 22nd only.
    const again = paid('A12', 530_000, '2023-10-22 09:00');
    const last = lastOf(fine(), payment, { ...payment, takenBack }, again);
    expect(dataOf(last, 'FinePaid')).toEqual({ paidFen: 530_000, surchargeFen: 30_000, paidOn: '2023-10-22' });
    expect(typesOf(last)).toEqual(['PaymentApplied', 'FinePaid']);
  });

  it('counts money by its value time, not by its arrival', () => {
    const late = paid('B1', 515_000, '2023-10-14 09:00');
    expect(dataOf(lastOf(fine(), late), 'FinePaid')).toMatchObject({ paidFen: 515_000, surchargeFen: 15_000 });
    // Told afterwards, paid before: no surcharge arose, and everything later is too much.
    const told = lastOf(fine(), late, paid('B0', 500_000, '2023-10-13 23:59'));
    expect(dataOf(told, 'FinePaid')).toEqual({ paidFen: 500_000, surchargeFen: 0, paidOn: '2023-10-13' });
    expect(dataOf(told, 'OverpaymentHeld')).toEqual({ heldFen: 515_000 });
  });

  it('corrects the time that only a statement had told', () => {
    const byStatement = paid('A7', 515_000, '2023-10-14 00:00');
    const byCallback = { ...byStatement, paidAt: at('2023-10-13 23:50') };
    const corrected = lastOf(fine(), byStatement, byCallback);
    expect(typesOf(corrected)).toEqual(['PaymentTimeCorrected', 'FinePaid', 'OverpaymentHeld']);
  });

  it('extinguishes fine, then confiscated gains, then surcharge', () => {
    const served = parseCivilDate('2023-03-01');
    const case02 = fine({
      fineFen: fen(8_000_000),
      confiscatedGainsFen: fen(6_200_000),
      servedOn: served,
      decidedOn: served,
    });
    const last = lastOf(case02, paid('B2304250042', 22_200_000, '2023-04-25 10:30'));
    expect(dataOf(last, 'FinePaid')).toEqual({ paidFen: 22_200_000, surchargeFen: 8_000_000, paidOn: '2023-04-25' });
    expect(dataOf(last, 'OverpaymentHeld')).toBeUndefined();
  });

  it('owes nothing once the decision fell, holds what was paid, and takes no new money', () => {
    const history = after(fine(), paid('A1', 200_000, '2023-10-08 10:12'));
    const cancelled = { reason: '行政复议决定撤销', cancelledOn: parseCivilDate('2023-11-01') };
    const fallen = eventsOf(cancelFine(fold(history), cancelled, rules));
    expect(fallen).toEqual([
      { type: 'FineCancelled', data: cancelled },
      { type: 'OverpaymentHeld', data: { heldFen: 200_000 } },
    ]);
    const state = fold([...history, ...fallen]);
    expect(takeMoney(state, paid('A2', 300_000, '2023-11-02 09:00'), rules)).toEqual({
      refused: [{ code: 'fine.cancelled', source: 'APL-74', detail: { on: '2023-11-01' } }],
    });
    const assigned = eventsOf(takeMoney(state, paid('A2', 300_000, '2023-11-02 09:00', { assigned: true }), rules));
    expect(dataOf(assigned, 'OverpaymentHeld')).toEqual({ heldFen: 500_000 });
  });

  it('keeps money whose surcharge rests on a year that is not loaded, and says what it is worth when the year is there', () => {
    const years = (last: number) => ({ year: last, source: 'test', holidays: [], workdays: [] });
    const known: FineRules = { ...rules, calendar: new WorkingCalendar([years(2029), years(2030)]) };
    const unknown: FineRules = { ...rules, calendar: new WorkingCalendar([years(2029)]) };
    const served = parseCivilDate('2029-12-27');
    const history = fine({ servedOn: served, decidedOn: served });
    const payment = paid('A1', 700_000, '2030-01-20 10:00');
    const kept = eventsOf(takeMoney(fold(history), payment, unknown));
    expect(typesOf(kept)).toEqual(['PaymentApplied']);
    const proof = { ...payment, listedOn: parseCivilDate('2030-01-20') };
    const later = eventsOf(takeMoney(fold([...history, ...kept]), proof, known));
    expect(typesOf(later)).toEqual(['PaymentConfirmed', 'FinePaid', 'FineSettled', 'OverpaymentHeld']);
  });
});
