import fc from 'fast-check';
import { addDays, civilDateOf, daysBetween, instantOfMillis, parseCivilDate, type CivilDate } from '@fajiao/kernel';
import { clocksOf } from './clocks';
import { describeCase } from './describe';
import { stillRequired } from './next-acts';
import { attempt, happened, lawOn, play, type Step } from '../spec-support/play.fixture.spec';
import { at, changed, suspension } from '../spec-support/other-steps.fixture.spec';
import {
  declined,
  reviewConclusion,
  reviewRequest,
  transfer,
  transferUpTo,
} from '../spec-support/spot-steps.fixture.spec';
import { straightCase, upTo } from '../spec-support/steps.fixture.spec';

const clock = (name: string, steps: readonly Step[], when: string) =>
  clocksOf(play(steps).state, lawOn(when)).find((one) => one.name === name);

const described = (steps: readonly Step[], when: string) => describeCase(play(steps).state, lawOn(when));

describe('a transfer to the justice organs', () => {
  it('is decided in three days and handed over within 24 hours, to the minute', () => {
    expect(clock('transferDecisionBy', transferUpTo('granted'), at('2024-06-01'))).toMatchObject({
      due: '2024-05-30',
      state: 'met',
    });
    const handOver = (when: string, steps = transferUpTo('granted')) => clock('handOverBy', steps, when);
    expect(handOver(at('2024-05-29', '09:00'))).toMatchObject({
      due: '2024-05-29',
      dueAt: '2024-05-29T01:00:00.000Z',
      state: 'running',
    });
    expect(handOver(at('2024-05-29', '09:01'))).toMatchObject({ state: 'overdue' });
    expect(handOver(at('2024-06-01'), transferUpTo('handedOver'))).toMatchObject({ state: 'met' });
    const late = [...transferUpTo('granted'), { ...transfer.handedOver, at: at('2024-05-29', '09:01') }];
    expect(handOver(at('2024-06-01'), late)).toMatchObject({ state: 'missed' });
  });

  it('lets the term for deciding stand still from the hand-over to the day before the return', () => {
    expect(clock('decideBy', transferUpTo('granted'), at('2024-05-28'))).toMatchObject({ due: '2024-08-19' });
    expect(clock('decideBy', transferUpTo('handedOver'), at('2024-06-01'))).toMatchObject({
      due: null,
      state: 'standing-still',
    });
    expect(clock('decideBy', transferUpTo('returned'), at('2024-06-18'))).toMatchObject({
      due: '2024-09-09',
      previousDue: ['2024-08-19'],
      pausedBy: [{ from: '2024-05-28', through: '2024-06-17', by: '移送公安机关' }],
    });
  });

  it('takes the case away, and back to where it was', () => {
    expect(described(transferUpTo('handedOver'), at('2024-06-01'))).toMatchObject({
      status: 'transferred',
      outcome: null,
      ending: null,
    });
    expect(described(transferUpTo('returned'), at('2024-06-18'))).toMatchObject({ status: 'under-investigation' });
    const toPolice = { ...transfer.proposed, at: at('2023-09-25') };
    const granted = { ...transfer.granted, at: at('2023-09-26') };
    const gone = { ...transfer.handedOver, at: at('2023-09-26', '15:00') };
    const back = { ...transfer.returned, at: at('2023-10-09') };
    const steps = [...upTo('waived'), toPolice, granted, gone, back];
    expect(described(steps, at('2023-10-09'))).toMatchObject({ status: 'notified' });
    expect(play([...steps, { ...straightCase.decided, at: at('2023-10-10') }]).state.decision).not.toBeNull();
  });

  it('is refused by the principal with reasons, and the case goes on', () => {
    const refused = { ...transfer.granted, act: 'refuse-transfer', data: { reasons: '数额未达到追诉标准' } };
    const { state } = play([...transferUpTo('proposed'), refused]);
    expect(state.transfers).toMatchObject([{ approved: null, refused: { reasons: '数额未达到追诉标准' } }]);
    expect(state.status).toBe('under-investigation');
    const again = { ...transfer.proposed, at: at('2024-05-29') };
    expect(play([...transferUpTo('proposed'), refused, again]).state.transfers).toHaveLength(2);
  });

  it('ends a suspension, so that no day is left out twice', () => {
    const suspended = { ...suspension, at: at('2024-05-22') };
    const steps = [...transferUpTo('approved'), suspended, ...transferUpTo('returned').slice(2)];
    expect(clock('decideBy', steps, at('2024-06-18'))).toMatchObject({ due: '2024-09-15' });
    expect(play(steps).state.pauses).toMatchObject([
      { cause: 'suspension', from: '2024-05-22', resumedOn: '2024-05-28' },
      { cause: 'transfer', from: '2024-05-28', resumedOn: '2024-06-18' },
    ]);
  });

  it('that the police refuse may be reviewed, within three days', () => {
    const refused = [...transferUpTo('handedOver'), declined];
    expect(clock('transferReviewBy', refused, at('2024-06-22'))).toMatchObject({ due: '2024-06-21', state: 'overdue' });
    expect(clock('transferReviewBy', [...refused, reviewRequest], at('2024-06-22'))).toMatchObject({ state: 'met' });
    expect(described(refused, at('2024-06-19'))).toMatchObject({ status: 'under-investigation' });
  });

  it('stands still again where the review succeeds, and a new refusal may be reviewed anew', () => {
    const reviewed = [...transferUpTo('handedOver'), declined, reviewRequest, reviewConclusion(true)];
    expect(described(reviewed, at('2024-07-02'))).toMatchObject({ status: 'transferred' });
    expect(clock('decideBy', reviewed, at('2024-07-02'))).toMatchObject({ state: 'standing-still' });
    const again = [...reviewed, { ...declined, at: at('2024-07-11') }];
    expect(clock('decideBy', again, at('2024-07-11'))).toMatchObject({ due: '2024-09-19' });
    expect(play([...again, { ...reviewRequest, at: at('2024-07-12') }]).state.transfers[0]?.review).not.toBeNull();
    const upheld = [...transferUpTo('handedOver'), declined, reviewRequest, reviewConclusion(false)];
    expect(described(upheld, at('2024-07-02'))).toMatchObject({ status: 'under-investigation' });
  });

  it('ends no pause before it began, however late it is told', () => {
    const late = (step: Step, when: string): Step => ({
      ...step,
      at: when,
      recordedAt: at('2024-07-20'),
      lateReason: '补录',
    });
    const away = [...transferUpTo('handedOver'), declined, reviewRequest, reviewConclusion(true)];
    expect(() => play([...away, late(declined, at('2024-06-20'))])).toThrow('time.before-basis');
    expect(() => play([...away, late(transfer.returned, at('2024-06-20'))])).toThrow('time.before-basis');
    const approved = transferUpTo('granted');
    const suspended = [...approved, { ...suspension, at: at('2024-05-29') }];
    expect(() => play([...suspended, late(transfer.handedOver, at('2024-05-28', '17:00'))])).toThrow(
      'time.before-basis',
    );
  });

  // Suspended while the police had the case, and handed over while it was suspended: both told after the end.
  it('shares no day with a suspension that is told late', () => {
    const late = (step: Step, when: string): Step => ({
      ...step,
      at: when,
      recordedAt: at('2024-07-20'),
      lateReason: '补录',
    });
    const back = [...transferUpTo('handedOver'), declined];
    expect(() => play([...back, late(suspension, at('2024-06-10'))])).toThrow('time.before-basis');
    const [suspended, resumed] = [
      { ...suspension, at: at('2024-05-29') },
      { ...suspension, act: 'resume', at: at('2024-06-03'), data: {} },
    ];
    const since = [...transferUpTo('granted'), suspended, resumed];
    expect(() => play([...since, late(transfer.handedOver, at('2024-05-31'))])).toThrow('time.before-basis');
    const meanwhile = [
      ...[...back, reviewRequest],
      { ...suspension, at: at('2024-06-24') },
      { ...suspension, act: 'resume', at: at('2024-06-26'), data: {} },
    ];
    expect(() => play([...meanwhile, late(reviewConclusion(true), at('2024-06-25'))])).toThrow('time.before-basis');
  });

  it('says what comes next', () => {
    const next = (steps: readonly Step[]) => stillRequired(play(steps).state, lawOn(at('2024-06-01')));
    expect(next(transferUpTo('proposed'))).toEqual([]);
    expect(next(transferUpTo('granted'))).toEqual([]);
    expect(next(transferUpTo('handedOver'))).toMatchObject([
      { act: 'conclude-investigation', code: 'evidence.missing' },
    ]);
  });
});

/** What may let the term stand still or run, in any order and at any time of day; most attempts are refused. */
const stirs: readonly Step[] = [
  suspension,
  { ...suspension, act: 'resume', data: {} },
  transfer.proposed,
  transfer.granted,
  transfer.handedOver,
  transfer.returned,
  declined,
  reviewRequest,
  reviewConclusion(true),
  reviewConclusion(false),
];

const { proposed, granted, handedOver, returned } = transfer;
const episodes: readonly (readonly Step[])[] = [
  [suspension, { ...suspension, act: 'resume', data: {} }],
  [proposed, granted, handedOver, returned],
  [suspension, proposed, granted, handedOver, declined],
  [proposed, granted, handedOver, declined, reviewRequest, reviewConclusion(true), returned],
];

const STILL_FROM = ['CaseSuspended', 'CaseHandedOver'];
const RUNS_FROM = ['CaseResumed', 'CaseReturned', 'TransferDeclined'];

describe('the term for deciding under suspensions and transfers', () => {
  it('is longer by exactly the days on which it stood still, however they follow each other', () => {
    const episode = fc.oneof(
      fc.constantFrom(...episodes),
      fc.constantFrom(...stirs).map((stir) => [stir]),
    );
    const hours = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 7 });
    const tries = fc.array(fc.tuple(episode, hours), { minLength: 2, maxLength: 6 });
    let severalPauses = 0;
    fc.assert(
      fc.property(tries, (list) => {
        let millis = Date.UTC(2024, 4, 21, 2);
        let played = play(transferUpTo('approved'));
        for (const [stir, gap] of list.flatMap(([steps, gaps]) =>
          steps.map((one, i) => [one, gaps[i % gaps.length]!] as const),
        )) {
          millis += gap * 3_600_000;
          const step = { ...stir, at: instantOfMillis(millis) };
          const { events } = attempt(step, played);
          if (events) played = happened(events, step, played);
        }
        // Day by day, off the history: still from the day that stops it to the day before the one that lets it run.
        const stands = (day: string) =>
          played.facts.reduce((still, { type, data, meta }) => {
            if (civilDateOf(meta.occurredAt) > day) return still;
            const again = type === 'TransferReviewConcluded' && 'accepted' in data && data.accepted;
            return again || STILL_FROM.includes(type) || (still && !RUNS_FROM.includes(type));
          }, false);
        const start = parseCivilDate('2024-05-21');
        const until = (end: CivilDate) =>
          Array.from({ length: Math.max(0, daysBetween(start, end)) }, (_, i) => addDays(start, i + 1));
        const term = clocksOf(played.state, lawOn(instantOfMillis(millis))).find(({ name }) => name === 'decideBy');
        if (!term?.due) return;
        if (term.pausedBy.length > 1) severalPauses += 1;
        expect(until(term.due).filter((day) => !stands(day))).toHaveLength(90);
      }),
      { numRuns: 80 },
    );
    expect(severalPauses).toBeGreaterThan(10);
  });
});

describe('a transfer to another authority', () => {
  it('ends the case with its receipt, and has no terms of its own', () => {
    const elsewhere = { to: '示例市文化和旅游局', ground: '无管辖权', kind: 'authority' };
    const steps = [transfer.filed, changed(transfer.proposed, elsewhere), transfer.granted, transfer.handedOver];
    const description = described(steps, at('2024-06-01'));
    expect(description).toMatchObject({
      status: 'transferred',
      outcome: 'transferred',
      ending: { how: 'transferred', on: '2024-05-28' },
      transfers: [{ kind: 'authority', handedOver: { receipt: '移送回执' } }],
    });
    expect(description?.clocks.map(({ name }) => name)).not.toContain('handOverBy');
  });
});
