import {
  addDays,
  civilDateOf,
  daysBetween,
  parseCivilDate,
  parseInstant,
  printShanghai,
  WorkingCalendar,
  type CivilDate,
} from '@fajiao/kernel';
import fc from 'fast-check';
import {
  clockState,
  clockStateAt,
  deadline,
  deadlineAt,
  leftOutOfTerm,
  movedTo,
  passed,
  passedAt,
  reached,
  type Pause,
} from './deadline';
import { loadCalendar } from './load-calendar';
import { loadRulebook } from './load-rulebook';
import type { ClockId } from './profile';
import { clockRule } from './rules';

const { profile } = loadRulebook();
const calendar = loadCalendar();
const date = parseCivilDate;

function clock(id: ClockId, startedOn: string, pauses: readonly Pause[] = []) {
  return deadline(clockRule(profile, id, date(startedOn)), date(startedOn), calendar, pauses);
}

describe('the ends of periods', () => {
  it.each<[string, ClockId, string, string]>([
    // an internet café: filing approved, notice, decision and service, payment
    ['decideBy', 'decision-term', '2023-09-12', '2023-12-11'],
    ['rightsWindowEnds', 'statement-window', '2023-09-21', '2023-09-28'],
    ['disclosureDue', 'disclosure-promise', '2023-09-28', '2023-10-18'],
    ['disclosureCeiling', 'disclosure-ceiling', '2023-09-28', '2023-10-13'],
    ['paymentDue', 'payment', '2023-09-28', '2023-10-13'],
    // an unlicensed agency: the Spring Festival lies between notice and hearing
    ['decideBy', 'decision-term', '2023-01-04', '2023-04-04'],
    ['hearingRequestBy', 'hearing-request', '2023-01-16', '2023-01-28'],
    ['hearingNotBefore', 'hearing-notice', '2023-01-30', '2023-02-08'],
    ['serveBy', 'service', '2023-02-20', '2023-03-01'],
    ['disclosureDue', 'disclosure-promise', '2023-02-20', '2023-03-06'],
    ['disclosureCeiling', 'disclosure-ceiling', '2023-02-20', '2023-03-01'],
    ['paymentDue', 'payment', '2023-03-01', '2023-03-16'],
    // a karaoke hall: the payment term ends on a Saturday
    ['rightsWindowEnds', 'statement-window', '2024-03-19', '2024-03-26'],
    ['disclosureDue', 'disclosure-promise', '2024-03-29', '2024-04-15'],
    ['disclosureCeiling', 'disclosure-ceiling', '2024-03-29', '2024-04-10'],
    ['paymentDue', 'payment', '2024-03-29', '2024-04-15'],
    ['withdrawBy', 'withdrawal', '2024-06-06', '2024-06-12'],
    // a citizen
    ['rightsWindowEnds', 'statement-window', '2023-11-10', '2023-11-17'],
    ['disclosureDue', 'disclosure-promise', '2023-11-20', '2023-12-04'],
    ['disclosureCeiling', 'disclosure-ceiling', '2023-11-20', '2023-11-29'],
    ['paymentDue', 'payment', '2023-11-20', '2023-12-05'],
    // on the spot, before the Mid-autumn Festival with a make-up day
    ['handInBy', 'hand-in', '2024-09-13', '2024-09-18'],
    ['depositBy', 'deposit', '2024-09-18', '2024-09-20'],
    ['reportBy', 'spot-report', '2024-09-13', '2024-09-19'],
    // a transfer
    ['transferDecisionBy', 'transfer-decision', '2024-05-27', '2024-05-30'],
    ['decideBy', 'decision-term', '2024-05-21', '2024-08-19'],
    // by hand from the notices and a wall calendar
    ['fileBy', 'filing', '2023-09-28', '2023-10-13'],
    ['preservationResolveBy', 'preservation', '2024-02-06', '2024-02-21'],
    ['demandTermEnds', 'demand', '2024-04-29', '2024-05-15'],
    ['reconsiderationBy', 'reconsideration', '2024-03-29', '2024-05-28'],
    ['reconsiderationBy', 'reconsideration', '2023-08-01', '2023-10-07'],
    ['litigationBy', 'litigation', '2024-03-29', '2024-09-29'],
    ['litigationBy', 'litigation', '2024-08-31', '2025-02-28'],
    ['courtApplyBy', 'court-application', '2024-09-29', '2024-12-30'],
    ['limitationLastDay', 'limitation', '2021-06-01', '2023-06-01'],
    ['limitationLastDay', 'limitation', '2024-02-29', '2026-02-28'],
    ['limitationLastDay', 'limitation-harm', '2021-08-01', '2026-08-01'],
  ])('%s: %s from %s ends on %s', (_, id, startedOn, due) => {
    expect(clock(id, startedOn).due).toBe(due);
  });

  it('say why the date is what it is', () => {
    expect(clock('payment', '2024-03-29')).toEqual({
      rule: 'payment',
      source: 'APL-67, D235-3',
      standing: 'statute',
      length: 15,
      unit: 'cd',
      bound: 'latest',
      startedBy: 'DecisionServed',
      startedOn: '2024-03-29',
      pausedBy: [],
      previousDue: [],
      rolledFrom: '2024-04-13',
      due: '2024-04-15',
    });
    expect(clock('decision-term', '2024-05-21')).toMatchObject({ reading: 'decision-term' });
  });

  it('follow the law of their day: reconsideration rests on another article since 2024', () => {
    expect(clock('reconsideration', '2023-12-31').source).toBe('行政复议法（2017年修正）第九条');
    expect(clock('reconsideration', '2024-01-01').source).toBe('ARL-20');
  });

  it('are kept to the minute where the law counts hours', () => {
    const approvedAt = parseInstant('2024-05-28T09:00+08:00');
    const handOver = deadlineAt(clockRule(profile, 'hand-over', date('2024-05-28')), approvedAt);
    expect(handOver.dueAt && printShanghai(handOver.dueAt)).toBe('2024-05-29T09:00:00+08:00');
    expect(handOver.due).toBe('2024-05-29');
    expect(passedAt(handOver, parseInstant('2024-05-29T09:00+08:00'))).toBe(false);
    expect(passedAt(handOver, parseInstant('2024-05-29T09:01+08:00'))).toBe(true);
    expect(passedAt(clock('payment', '2024-03-29'), parseInstant('2024-04-15T23:59+08:00'))).toBe(false);
  });

  it('are judged to the minute where they count hours, and by the day where they do not', () => {
    const handOver = deadlineAt(
      clockRule(profile, 'hand-over', date('2024-05-28')),
      parseInstant('2024-05-28T09:00+08:00'),
    );
    const [lastMinute, after] = [parseInstant('2024-05-29T09:00+08:00'), parseInstant('2024-05-29T09:01+08:00')];
    expect(clockStateAt(handOver, lastMinute)).toBe('running');
    expect(clockStateAt(handOver, after)).toBe('overdue');
    expect(clockStateAt(handOver, after, lastMinute)).toBe('met');
    expect(clockStateAt(handOver, after, after)).toBe('missed');
    const payment = deadline(clockRule(profile, 'payment', date('2024-05-28')), date('2024-05-28'), calendar);
    expect(clockStateAt(payment, parseInstant('2024-06-12T23:59+08:00'))).toBe('running');
    expect(clockStateAt(payment, parseInstant('2024-06-13T00:00+08:00'))).toBe('overdue');
  });

  it('refuse to mix hours and days', () => {
    expect(() => clock('hand-over', '2024-05-28')).toThrow(RangeError);
    const payment = clockRule(profile, 'payment', date('2024-05-28'));
    expect(() => deadlineAt(payment, parseInstant('2024-05-28T09:00+08:00'))).toThrow(RangeError);
  });
});

describe('days that are left out', () => {
  const handedOver = leftOutOfTerm(date('2024-05-28'), date('2024-06-18'), 'CaseHandedOver');

  it('move the end of the decision term on by as many days, and the end before stays visible', () => {
    expect(clock('decision-term', '2024-05-21', [handedOver])).toMatchObject({
      due: '2024-09-09',
      previousDue: ['2024-08-19'],
      pausedBy: [{ from: '2024-05-28', through: '2024-06-17', by: 'CaseHandedOver' }],
    });
  });

  it('leave the end open while the term stands still, never before the end that it had', () => {
    const still = clock('decision-term', '2024-05-21', [leftOutOfTerm(date('2024-05-28'), null, 'CaseHandedOver')]);
    expect(still).toMatchObject({
      due: null,
      notBefore: '2024-08-19',
      reason: 'standing-still',
      previousDue: ['2024-08-19'],
    });
    expect(passed(still, date('2025-01-01'))).toBe(false);
    expect(clockState(still, date('2025-01-01'))).toBe('standing-still');
  });

  it('are none when the case comes back on the day on which it went', () => {
    const sameDay = leftOutOfTerm(date('2024-05-28'), date('2024-05-28'), 'CaseHandedOver');
    expect(clock('decision-term', '2024-05-21', [sameDay])).toMatchObject({ due: '2024-08-19', previousDue: [] });
  });

  it('after the end change nothing', () => {
    const late = leftOutOfTerm(date('2024-08-20'), null, 'CaseSuspended');
    expect(clock('decision-term', '2024-05-21', [late])).toMatchObject({ due: '2024-08-19' });
  });

  it('count as working days in a period of working days', () => {
    const week = leftOutOfTerm(date('2024-03-04'), date('2024-03-11'), 'CaseSuspended'); // Monday to Sunday
    expect(clock('service', '2024-03-01', [week]).due).toBe('2024-03-19');
    expect(clock('service', '2024-03-01').due).toBe('2024-03-12');
  });

  it('a term of calendar days has exactly its length in days that count', () => {
    const start = date('2024-01-10');
    const suspensions = fc.array(fc.tuple(fc.integer({ min: -5, max: 150 }), fc.integer({ min: 0, max: 40 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(suspensions, (given) => {
        const pauses = given.map(([from, days]) =>
          leftOutOfTerm(addDays(start, from), addDays(start, from + days), 'CaseSuspended'),
        );
        const { due } = clock('decision-term', start, pauses);
        if (due === null) throw new Error('every pause has ended');
        const isOut = (day: CivilDate) => pauses.some((p) => p.from <= day && p.through !== null && day <= p.through);
        const counted = Array.from({ length: daysBetween(start, due) }, (_, i) => addDays(start, i + 1)).filter(
          (d) => !isOut(d),
        );
        expect(counted).toHaveLength(90);
        expect(isOut(due)).toBe(false);
      }),
    );
  });
});

describe('a year that is not loaded', () => {
  const short = new WorkingCalendar([{ year: 2023, source: 'notice', holidays: [], workdays: [] }]);
  const due = (id: ClockId, startedOn: string) =>
    deadline(clockRule(profile, id, date(startedOn)), date(startedOn), short);

  it('leaves the end unknown, with the earliest day that it can be', () => {
    const service = due('service', '2023-12-27');
    expect(service).toMatchObject({ due: null, notBefore: '2024-01-05', reason: 'calendar-year-not-loaded' });
    expect(passed(service, date('2024-01-05'))).toBe(false);
    expect(passed(service, date('2024-01-06'))).toBe('unknown');
    expect(reached(service, date('2024-01-04'))).toBe(false);
    expect(reached(service, date('2024-01-05'))).toBe('unknown');
    expect(clockState(service, date('2024-02-01'))).toBe('unknown');
    expect(clockState(service, date('2024-02-01'), date('2023-12-29'))).toBe('met');
  });

  it('does not matter to a period that needs no calendar', () => {
    expect(due('decision-term', '2023-11-01').due).toBe('2024-01-30');
    expect(due('payment', '2023-12-27')).toMatchObject({
      due: null,
      notBefore: '2024-01-11',
      rolledFrom: '2024-01-11',
    });
  });
});

describe('an end that an act moves', () => {
  it('keeps the one before', () => {
    const deferred = movedTo(clock('payment', '2023-11-20'), date('2024-03-05'));
    expect(deferred).toMatchObject({ due: '2024-03-05', previousDue: ['2023-12-05'] });
    // A field without a value could not be written as JSON.
    expect(Object.values(deferred)).not.toContain(undefined);
  });
});

describe('the state of a clock', () => {
  const payment = clock('payment', '2023-09-28');

  it('is running up to and on its last day, then overdue; met or missed by the day of the act', () => {
    expect(clockState(payment, date('2023-10-13'))).toBe('running');
    expect(clockState(payment, date('2023-10-14'))).toBe('overdue');
    expect(clockState(payment, date('2023-11-01'), date('2023-10-13'))).toBe('met');
    expect(clockState(payment, date('2023-11-01'), date('2023-10-14'))).toBe('missed');
  });

  it('an earliest day is reached on that day', () => {
    const hearing = clock('hearing-notice', '2023-01-30');
    expect(reached(hearing, date('2023-02-07'))).toBe(false);
    expect(reached(hearing, civilDateOf(parseInstant('2023-02-08T00:00+08:00')))).toBe(true);
  });
});
