import { type Decision, fen, parseCivilDate } from '@fajiao/kernel';
import { eventsOf, folded } from '../../spec-support/fold.fixture.spec';
import { at } from '../../spec-support/samples.fixture.spec';
import {
  denyPayment,
  isInFuture,
  listCredit,
  listPayment,
  type ListedLine,
  reportPayment,
  type ReportPayment,
  reportReversal,
  type ReportReversal,
  reportTreasuryCredit,
  takeBack,
  timeOfListed,
} from './payment.decider';
import type { PaymentEvent } from './payment.events';
import { payments, type PaymentState, standingReversal } from './payment.state';

const now = at('2024-04-12 10:30');
const payment: ReportPayment = {
  ...{ bank: 'bank-a', reference: 'A10', code: '14092224000000000001', fen: fen(60_000) },
  paidAt: at('2024-04-12 10:08'),
};
const reversal: ReportReversal = {
  ...{ bank: 'bank-a', reference: 'A11', reverses: 'A10', fen: fen(60_000) },
  ...{ reversedAt: now, receivedAt: now },
};
const line: ListedLine = {
  ...{ bank: 'bank-a', reference: 'A10', statementDate: parseCivilDate('2024-04-12'), line: 10, fen: fen(60_000) },
  at: at('2024-04-12 20:00'),
};
const credit = { fen: fen(60_000), creditedAt: now, receivedAt: now };

type Step = (state: PaymentState) => Decision<PaymentEvent>;
const told = (...steps: readonly Step[]): PaymentEvent[] =>
  steps.reduce<PaymentEvent[]>((all, step) => [...all, ...eventsOf(step(folded(payments, all)))], []);
const types = (...steps: readonly Step[]): string[] => told(...steps).map(({ type }) => type);
const conflictOf = (...steps: readonly Step[]) => {
  const last = told(...steps).at(-1);
  return last?.type === 'PaymentConflictRecorded' ? last.data.conflict : undefined;
};

const reported: Step = (state) => reportPayment(state, payment);
const listed: Step = (state) => listPayment(state, line, undefined);
const NOTHING = payments.initial;

describe('a payment', () => {
  it('that never came counts as taken back at the moment at which it was told, unless a statement lists it', () => {
    const denied: Step = (state) => denyPayment(state, 'c-1');
    expect(told(reported, denied, denied)).toEqual([
      expect.objectContaining({ type: 'PaymentReported' }),
      { type: 'PaymentTakenBack', data: { by: 'correction:c-1', fen: payment.fen, reversedAt: payment.paidAt } },
    ]);
    expect(types(reported, listed, denied)).toEqual(['PaymentReported', 'PaymentListed']);
    expect(types(denied)).toEqual([]);
  });

  it('is reported once; the same content again makes nothing', () => {
    expect(types(reported, reported)).toEqual(['PaymentReported']);
  });

  it.each([
    ['amount', { fen: fen(50_000) }],
    ['code', { code: '14092224000000000009' }],
    ['time', { paidAt: at('2024-04-12 10:09') }],
  ])('of another %s under the same reference is a conflict, recorded and without effect', (_, change) => {
    const other: Step = (state) => reportPayment(state, { ...payment, ...change });
    expect(conflictOf(reported, other)).toBe('other-content');
    expect(folded(payments, told(reported, other)).report).toEqual(folded(payments, told(reported)).report);
  });

  it('cannot have the reference of a reversal', () => {
    const reversed: Step = (state) => reportReversal(state, { ...reversal, reference: 'A10', reverses: 'A9' }, NOTHING);
    expect(conflictOf(reversed, reported)).toBe('other-content');
  });

  it('that only the statement told is completed by its callback', () => {
    expect(types(listed)).toEqual(['PaymentReported', 'PaymentListed']);
    const { report } = folded(payments, told(listed, reported));
    expect(types(listed, reported, reported)).toEqual(['PaymentReported', 'PaymentListed', 'CallbackArrived']);
    expect(report).toMatchObject({ via: 'statement', code: payment.code, paidAt: payment.paidAt });
  });

  it.each([
    ['another amount', { fen: fen(50_000) }],
    ['a time after the statement’s day', { paidAt: at('2024-04-13 00:01') }],
  ])('that the statement told is in conflict with a callback of %s', (_, change) => {
    expect(conflictOf(listed, (state) => reportPayment(state, { ...payment, ...change }))).toBe('other-content');
  });

  it('may be five minutes ahead of our clock, not more', () => {
    expect(isInFuture(at('2024-04-12 10:35'), now)).toBe(false);
    expect(isInFuture(at('2024-04-12 10:36'), now)).toBe(true);
  });
});

describe('a reversal', () => {
  const target = folded(payments, told(reported));

  it('is reported once under its own reference, and noted with its payment', () => {
    const reverse: Step = (state) => reportReversal(state, reversal, target);
    expect(types(reverse, reverse)).toEqual(['ReversalReported']);
    const back = { by: 'A11', fen: fen(60_000), reversedAt: now };
    expect(
      types(
        reported,
        (state) => takeBack(state, back),
        (state) => takeBack(state, back),
      ),
    ).toEqual(['PaymentReported', 'PaymentTakenBack']);
  });

  it('may come before its payment', () => {
    expect(types((state) => reportReversal(state, reversal, NOTHING))).toEqual(['ReversalReported']);
    const back = { by: 'A11', fen: fen(60_000), reversedAt: now };
    expect(types((state) => takeBack(state, back), reported)).toEqual(['PaymentTakenBack', 'PaymentReported']);
  });

  it('that names itself is a conflict', () => {
    expect(conflictOf((state) => reportReversal(state, { ...reversal, reverses: reversal.reference }, NOTHING))).toBe(
      'not-a-payment',
    );
  });

  it('takes back a whole payment, once, and no reversal', () => {
    const attempt = (target_: PaymentState, change: Partial<ReportReversal> = {}) =>
      conflictOf((state) => reportReversal(state, { ...reversal, ...change }, target_));
    expect(attempt(target, { fen: fen(50_000) })).toBe('amount-differs');
    const taken = folded(
      payments,
      told(reported, (state) => takeBack(state, { by: 'A12', fen: fen(60_000), reversedAt: now })),
    );
    expect(attempt(taken)).toBe('reversed-before');
    expect(
      attempt(
        folded(
          payments,
          told((state) => reportReversal(state, reversal, NOTHING)),
        ),
      ),
    ).toBe('not-a-payment');
  });

  it('of another amount that came before its payment takes nothing back, and bars no other', () => {
    const wrong = { by: 'A9', fen: fen(1), reversedAt: now };
    const right = { by: 'A11', fen: fen(60_000), reversedAt: now };
    const state = folded(
      payments,
      told((s) => takeBack(s, wrong), reported),
    );
    expect(standingReversal(state)).toBeNull();
    expect(
      standingReversal(
        folded(
          payments,
          told(
            (s) => takeBack(s, wrong),
            reported,
            (s) => takeBack(s, right),
          ),
        ),
      ),
    ).toEqual(right);
    expect(eventsOf(reportReversal(NOTHING, reversal, state)).map(({ type }) => type)).toEqual(['ReversalReported']);
  });

  it('of other content under the same reference is a conflict', () => {
    const reverse: Step = (state) => reportReversal(state, reversal, target);
    expect(conflictOf(reverse, (state) => reportReversal(state, { ...reversal, reverses: 'A9' }, NOTHING))).toBe(
      'other-content',
    );
    expect(
      conflictOf(reported, (state) =>
        reportReversal(state, { ...reversal, reference: 'A10', reverses: 'A9' }, NOTHING),
      ),
    ).toBe('other-content');
  });

  it('that only the statement told comes to the same when the callback follows', () => {
    const back = { ...line, reference: 'A11', line: 11, fen: fen(-60_000), reverses: 'A10' };
    const steps: Step[] = [
      (state) => listPayment(state, back, target),
      (state) => reportReversal(state, reversal, target),
    ];
    expect(types(...steps)).toEqual(['ReversalReported', 'PaymentListed']);
  });
});

describe('a treasury credit', () => {
  const credited: Step = (state) => reportTreasuryCredit(state, credit);

  it('is reported once, before or after its payment', () => {
    expect(types(reported, credited, credited)).toEqual(['PaymentReported', 'TreasuryCreditReported']);
    expect(types(credited, reported)).toEqual(['TreasuryCreditReported', 'PaymentReported']);
  });

  it('that leaves out its time is the same as the first one', () => {
    expect(types(credited, (state) => reportTreasuryCredit(state, { ...credit, creditedAt: undefined }))).toHaveLength(
      1,
    );
  });

  it('of another amount is a conflict', () => {
    expect(conflictOf(reported, (state) => reportTreasuryCredit(state, { ...credit, fen: fen(1) }))).toBe(
      'amount-differs',
    );
    expect(conflictOf(credited, (state) => reportTreasuryCredit(state, { ...credit, fen: fen(1) }))).toBe(
      'other-content',
    );
  });
});

describe('a line of a statement', () => {
  it('lists a reference once', () => {
    expect(types(reported, listed, listed)).toEqual(['PaymentReported', 'PaymentListed']);
    expect(types(reported, listed, (state) => listPayment(state, { ...line, line: 11 }, undefined))).toHaveLength(2);
  });

  it('without a code is money whose code nobody knows', () => {
    expect(folded(payments, told(listed)).report).toMatchObject({ code: null, fen: 60_000 });
  });

  it('tells the day: the money moved by its end, and before the statement was made', () => {
    const date = parseCivilDate('2024-04-12');
    expect(timeOfListed(date, at('2024-04-12 20:00'))).toBe(at('2024-04-12 20:00'));
    expect(timeOfListed(date, at('2024-04-15 09:00'))).toBe('2024-04-12T15:59:59.999Z');
  });

  it('that takes back a payment of another amount has no effect', () => {
    const target = folded(payments, told(reported));
    const back = { ...line, reference: 'A11', fen: fen(-1), reverses: 'A10' };
    expect(types((state) => listPayment(state, back, target))).toEqual(['PaymentListed']);
  });
});

describe('a treasury credit', () => {
  it('that the treasury listed before its callback came is the same credit, whatever the hour of the callback', () => {
    const onList: Step = (state) => listCredit(state, line);
    const called: Step = (state) => reportTreasuryCredit(state, credit);
    expect(types(reported, onList, called)).toEqual(['PaymentReported', 'TreasuryCreditReported', 'CreditListed']);
    const other: Step = (state) => reportTreasuryCredit(state, { ...credit, fen: fen(50_000) });
    expect(conflictOf(reported, onList, other)).toBe('other-content');
  });
});
