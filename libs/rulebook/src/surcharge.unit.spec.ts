import { addDays, daysBetween, fen, parseCivilDate, type CivilDate } from '@fajiao/kernel';
import fc from 'fast-check';
import { deadline, pausedForRemedy } from './deadline';
import { loadCalendar } from './load-calendar';
import { loadRulebook } from './load-rulebook';
import { clockRule, surchargeRule } from './rules';
import { accountAtEndOf, amountDueOn, surchargeOn, surchargeSpans, surchargeTable, type Debt } from './surcharge';

const { profile } = loadRulebook();
const date = parseCivilDate;
const rule = surchargeRule(profile, date('2023-01-01'));

function debt(fineFen: number, due: string, more: Partial<Debt> = {}): Debt {
  return {
    fineFen: fen(fineFen),
    confiscatedGainsFen: fen(0),
    surchargeStated: true,
    terms: [{ fen: fen(fineFen), ends: { due: date(due) } }],
    payments: [],
    pauses: [],
    ...more,
  };
}

const paid = (paidOn: string, amount: number) => ({ paidOn: date(paidOn), fen: fen(amount) });

describe('a large fine with confiscated gains, paid after the surcharge reached its cap', () => {
  const payment = deadline(clockRule(profile, 'payment', date('2023-03-01')), date('2023-03-01'), loadCalendar());
  const owed = debt(8_000_000, '2023-03-16', {
    confiscatedGainsFen: fen(6_200_000),
    terms: [{ fen: fen(8_000_000), ends: payment }],
    payments: [paid('2023-04-25', 22_200_000)],
  });

  it.each([
    ['2023-03-16', 0],
    ['2023-03-17', 240_000],
    ['2023-03-28', 2_880_000],
    ['2023-04-18', 7_920_000],
    ['2023-04-19', 8_000_000],
    ['2023-06-01', 8_000_000],
  ])('on %s a surcharge of %d fen has arisen, on the fine alone', (day, expected) => {
    expect(surchargeOn(owed, rule, date(day))).toBe(expected);
  });

  it.each([
    ['2023-03-16', 14_200_000],
    ['2023-03-28', 17_080_000],
    ['2023-04-25', 22_200_000],
    ['2023-04-26', 0],
  ])('a bank that asks on %s is told %d fen', (day, expected) => {
    expect(amountDueOn(owed, rule, date(day))).toBe(expected);
  });

  it('is settled by exactly that payment', () => {
    expect(accountAtEndOf(owed, rule, date('2023-04-25'))).toEqual({
      paidFen: 22_200_000,
      fineUnpaidFen: 0,
      gainsUnpaidFen: 0,
      surchargeArisenFen: 8_000_000,
      surchargeWaivedFen: 0,
      surchargeUnpaidFen: 0,
      refundedBeyondFen: 0,
      outstandingFen: 0,
      overpaidFen: 0,
    });
  });
});

describe('a fine paid in time', () => {
  const owed = debt(500_000, '2023-10-13', { payments: [paid('2023-10-08', 500_000)] });

  it.each([
    ['2023-10-08', 500_000],
    ['2023-10-09', 0],
    ['2023-10-14', 0],
  ])('on %s the bank is told %d fen', (day, expected) => {
    expect(amountDueOn(owed, rule, date(day))).toBe(expected);
  });

  it('never bears a surcharge', () => {
    expect(surchargeOn(owed, rule, date('2030-01-01'))).toBe(0);
  });
});

describe('how a surcharge arises', () => {
  it('not at all where the decision does not state it', () => {
    expect(surchargeOn(debt(500_000, '2023-10-13', { surchargeStated: false }), rule, date('2024-10-13'))).toBe(0);
  });

  it('on what was unpaid at the start of the day: a payment on a late day comes after that day’s surcharge', () => {
    const owed = debt(100_000, '2023-10-13', { payments: [paid('2023-10-14', 100_000)] });
    expect(surchargeOn(owed, rule, date('2023-10-14'))).toBe(3_000);
    expect(surchargeOn(owed, rule, date('2023-12-31'))).toBe(3_000);
    expect(accountAtEndOf(owed, rule, date('2023-10-14'))).toMatchObject({
      fineUnpaidFen: 0,
      surchargeUnpaidFen: 3_000,
    });
  });

  it('summed exactly, then down to the whole fen', () => {
    const owed = debt(33, '2023-10-13'); // 0.99 fen a day
    expect([1, 2, 3, 33, 34, 35].map((n) => surchargeOn(owed, rule, addDays(date('2023-10-13'), n)))).toEqual([
      0, 1, 2, 32, 33, 33,
    ]);
  });

  it('not while a remedy is pending, both days left out; the term itself does not move', () => {
    const pauses = [pausedForRemedy(date('2023-10-20'), date('2023-11-10'), 'RemedySought')];
    const owed = debt(100_000, '2023-10-13', { pauses });
    expect(surchargeOn(owed, rule, date('2023-10-19'))).toBe(6 * 3_000);
    expect(surchargeOn(owed, rule, date('2023-11-10'))).toBe(6 * 3_000);
    expect(surchargeOn(owed, rule, date('2023-11-11'))).toBe(7 * 3_000);
    const open = { ...owed, pauses: [pausedForRemedy(date('2023-10-20'), null, 'RemedySought')] };
    expect(surchargeOn(open, rule, date('2024-10-20'))).toBe(6 * 3_000);
  });

  it('on the missed instalment only', () => {
    const terms = ['2023-10-13', '2023-11-13', '2023-12-13'].map((due) => ({
      fen: fen(100_000),
      ends: { due: date(due) },
    }));
    const owed = {
      ...debt(300_000, '2023-10-13'),
      terms,
      payments: [paid('2023-10-10', 100_000), paid('2023-11-15', 100_000)],
    };
    expect(surchargeOn(owed, rule, date('2023-11-13'))).toBe(0);
    expect(surchargeOn(owed, rule, date('2023-11-30'))).toBe(2 * 3_000);
    expect(surchargeOn(owed, rule, date('2023-12-14'))).toBe(3 * 3_000);
  });

  it('on all of the fine from the day after a missed instalment, where the plan says so, however it is paid then', () => {
    const terms = ['2023-10-13', '2023-11-13', '2023-12-13'].map((due) => ({
      fen: fen(100_000),
      ends: { due: date(due) },
    }));
    const owed = { ...debt(300_000, '2023-10-13'), terms, missedMakesAllDue: true };
    const missed = { ...owed, payments: [paid('2023-10-13', 100_000), paid('2023-11-15', 100_000)] };
    expect(surchargeOn(missed, rule, date('2023-11-13'))).toBe(0);
    expect(surchargeOn(missed, rule, date('2023-11-15'))).toBe(2 * 6_000);
    expect(surchargeOn(missed, rule, date('2023-11-20'))).toBe(2 * 6_000 + 5 * 3_000);
    const kept = { ...owed, payments: ['2023-10-13', '2023-11-13'].map((on) => paid(on, 100_000)) };
    expect(surchargeOn(kept, rule, date('2023-12-13'))).toBe(0);
  });

  it('stands as far as it arose before new terms were approved, and goes by those from that day on', () => {
    const owed = {
      ...debt(100_000, '2023-12-31'),
      formerly: [{ through: date('2023-10-20'), terms: [{ fen: fen(100_000), ends: { due: date('2023-10-13') } }] }],
    };
    expect(surchargeOn(owed, rule, date('2023-10-20'))).toBe(7 * 3_000);
    expect(surchargeOn(owed, rule, date('2023-12-31'))).toBe(7 * 3_000);
    expect(surchargeOn(owed, rule, date('2024-01-01'))).toBe(8 * 3_000);
  });

  it('is let off as far as it has arisen, and never the fine', () => {
    const owed = debt(100_000, '2023-10-13', { waivedFen: fen(9_000) });
    expect(accountAtEndOf(owed, rule, date('2023-10-15'))).toMatchObject({
      ...{ surchargeArisenFen: 6_000, surchargeWaivedFen: 6_000, surchargeUnpaidFen: 0 },
      ...{ fineUnpaidFen: 100_000, outstandingFen: 100_000 },
    });
    expect(amountDueOn(owed, rule, date('2023-10-18'))).toBe(100_000 + 15_000 - 9_000);
  });

  it('again from the day after a payment was taken back', () => {
    const owed = debt(100_000, '2023-10-13', { payments: [paid('2023-10-10', 100_000), paid('2023-10-20', -100_000)] });
    expect(surchargeOn(owed, rule, date('2023-10-20'))).toBe(0);
    expect(surchargeOn(owed, rule, date('2023-10-21'))).toBe(3_000);
  });

  it('is explained in spans of one base, and day by day up to the cap', () => {
    const owed = debt(100_000, '2023-10-13', { payments: [paid('2023-10-15', 40_000)] });
    expect(surchargeSpans(owed, rule, date('2023-10-20'))).toEqual([
      { from: '2023-10-14', through: '2023-10-15', days: 2, baseFen: 100_000, thousandths: 6_000_000n },
      { from: '2023-10-16', through: '2023-10-20', days: 5, baseFen: 60_000, thousandths: 9_000_000n },
    ]);
    expect(surchargeTable(owed, rule, date('2023-10-16'))).toEqual([
      { day: '2023-10-14', baseFen: 100_000, arisenFen: 3_000 },
      { day: '2023-10-15', baseFen: 100_000, arisenFen: 6_000 },
      { day: '2023-10-16', baseFen: 60_000, arisenFen: 7_800 },
    ]);
    expect(surchargeTable(debt(100, '2023-10-13'), rule, date('2030-01-01'))?.at(-1)).toEqual({
      day: '2023-11-16', // the 34th day
      baseFen: 100,
      arisenFen: 100,
    });
  });

  it('answers at once for a far day and a base that never reaches the cap', () => {
    const owed = debt(9_000_000_000_000_000, '2023-10-13', { payments: [paid('2023-10-01', 8_999_999_999_999_999)] });
    expect(surchargeOn(owed, rule, date('9999-12-31'))).toBe(
      Math.floor((daysBetween(date('2023-10-13'), date('9999-12-31')) * 30) / 1000),
    );
  });
});

describe('money beyond what is owed', () => {
  it('is overpaid, and the order is fine, confiscated gains, surcharge', () => {
    const owed = debt(100_000, '2023-10-13', {
      confiscatedGainsFen: fen(50_000),
      payments: [paid('2023-10-14', 152_000)],
    });
    expect(accountAtEndOf(owed, rule, date('2023-10-14'))).toMatchObject({
      fineUnpaidFen: 0,
      gainsUnpaidFen: 0,
      surchargeArisenFen: 3_000,
      surchargeUnpaidFen: 1_000,
      outstandingFen: 1_000,
      overpaidFen: 0,
    });
    const more = { ...owed, payments: [...owed.payments, paid('2023-10-20', 5_000)] };
    expect(accountAtEndOf(more, rule, date('2023-10-20'))).toMatchObject({ outstandingFen: 0, overpaidFen: 4_000 });
  });
});

describe('a refund', () => {
  const payments = [paid('2023-10-10', 150_000), paid('2023-10-12', -50_000)];

  it('lessens what is overpaid', () => {
    expect(accountAtEndOf(debt(100_000, '2023-10-13', { payments }), rule, date('2023-10-20'))).toMatchObject({
      ...{ paidFen: 100_000, overpaidFen: 0, outstandingFen: 0, refundedBeyondFen: 0 },
    });
  });

  it('is to be paid again when its payment is taken back afterwards; surcharge arises on the fine alone', () => {
    const taken = { payments: [...payments, paid('2023-10-16', -150_000)] };
    expect(accountAtEndOf(debt(100_000, '2023-10-13', taken), rule, date('2023-10-17'))).toMatchObject({
      ...{ paidFen: -50_000, fineUnpaidFen: 100_000, refundedBeyondFen: 50_000, overpaidFen: 0 },
      ...{ surchargeArisenFen: 3_000, outstandingFen: 153_000 },
    });
  });
});

describe('a term whose end is not known', () => {
  const ends = { due: null, notBefore: date('2027-01-04'), reason: 'calendar-year-not-loaded' as const };
  const owed = (payments: Debt['payments'] = []) => ({
    ...debt(100_000, '2026-12-20'),
    terms: [{ fen: fen(100_000), ends }],
    payments,
  });

  it('makes the surcharge unknown from the day after the earliest end, and not before', () => {
    expect(surchargeOn(owed(), rule, date('2027-01-04'))).toBe(0);
    expect(surchargeOn(owed(), rule, date('2027-01-05'))).toBeNull();
    expect(amountDueOn(owed(), rule, date('2027-01-05'))).toBeNull();
    expect(surchargeTable(owed(), rule, date('2027-01-05'))).toBeNull();
    expect(accountAtEndOf(owed(), rule, date('2027-01-05'))).toMatchObject({
      fineUnpaidFen: 100_000,
      outstandingFen: null,
    });
  });

  it('does not matter where the fine was paid before', () => {
    expect(amountDueOn(owed([paid('2026-12-30', 100_000)]), rule, date('2027-03-01'))).toBe(0);
  });
});

describe('against a model that goes day by day', () => {
  const start = date('2023-01-01');
  const day = fc.integer({ min: 0, max: 120 }).map((n) => addDays(start, n));
  const amounts = fc.integer({ min: 1, max: 2_000_000 }).map(fen);
  const debts = fc.record({
    parts: fc.array(fc.tuple(amounts, day), { minLength: 1, maxLength: 3 }),
    gains: fc.integer({ min: 0, max: 500_000 }),
    payments: fc.array(fc.record({ paidOn: day, fen: amounts }), { maxLength: 4 }),
    pauses: fc.array(
      fc
        .tuple(day, fc.option(fc.integer({ min: 0, max: 30 })))
        .map(([from, n]) => pausedForRemedy(from, n === null ? null : addDays(from, n), 'RemedySought')),
      { maxLength: 2 },
    ),
  });

  /** Tenths of a percent of each day's overdue part, one day after the other, in hundredths of a fen. */
  function naive(owed: Debt, dues: readonly (readonly [number, CivilDate])[], on: CivilDate) {
    let hundredths = 0;
    for (let d = start; d <= on; d = addDays(d, 1)) {
      if (owed.pauses.some((p) => d >= p.from && (p.through === null || d <= p.through))) continue;
      let due = 0;
      for (const [part, last] of dues) if (last < d) due += part;
      for (const p of owed.payments) if (p.paidOn < d) due -= p.fen;
      hundredths += due > 0 ? due * 3 : 0;
    }
    return Math.min(owed.fineFen, Math.floor(hundredths / 100));
  }

  it('gives the same surcharge to the fen on every day, and the account adds up', () => {
    fc.assert(
      fc.property(debts, fc.integer({ min: 0, max: 200 }), ({ parts, gains, payments, pauses }, n) => {
        const on = addDays(start, n);
        const fine = parts.reduce((sum, [part]) => sum + part, 0);
        const terms = parts.map(([part, due]) => ({ fen: part, ends: { due } }));
        const owed: Debt = { ...debt(fine, '2023-01-01'), confiscatedGainsFen: fen(gains), terms, payments, pauses };
        const arisen = surchargeOn(owed, rule, on);
        expect(arisen).toBe(naive(owed, parts, on));
        expect(surchargeTable(owed, rule, on)?.at(-1)?.arisenFen ?? 0).toBe(arisen);

        const account = accountAtEndOf(owed, rule, on);
        const { paidFen, outstandingFen, overpaidFen, surchargeUnpaidFen } = account;
        expect((outstandingFen ?? NaN) - (overpaidFen ?? NaN)).toBe(fine + gains + (arisen ?? NaN) - paidFen);
        expect(outstandingFen === 0 || overpaidFen === 0).toBe(true);
        if (account.fineUnpaidFen + account.gainsUnpaidFen > 0) expect(surchargeUnpaidFen).toBe(arisen);

        const today = payments.filter(({ paidOn }) => paidOn === on).reduce((sum, p) => sum + p.fen, 0);
        expect(Math.max(0, (amountDueOn(owed, rule, on) ?? NaN) - today)).toBe(outstandingFen);
      }),
      { numRuns: 300 },
    );
  });

  it('never falls from one day to the next while no money is taken back', () => {
    fc.assert(
      fc.property(debts, ({ parts, payments, pauses }) => {
        const fine = parts.reduce((sum, [part]) => sum + part, 0);
        const terms = parts.map(([part, due]) => ({ fen: part, ends: { due } }));
        const owed: Debt = { ...debt(fine, '2023-01-01'), terms, payments, pauses };
        const each = Array.from({ length: 60 }, (_, i) => surchargeOn(owed, rule, addDays(start, i * 3)) ?? NaN);
        each.forEach((value, i) => expect(value).toBeGreaterThanOrEqual(each[i - 1] ?? 0));
      }),
      { numRuns: 50 },
    );
  });
});
