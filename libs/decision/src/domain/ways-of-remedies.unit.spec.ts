import {
  closed,
  concluded,
  courtSought,
  demandIssued,
  revokedByOwn,
  sought,
} from '../spec-support/after-service.fixture.spec';
import { codes, grounds, spared } from '../spec-support/discretion.fixture.spec';
import { at, changed, endOfCalendar, revision } from '../spec-support/other-steps.fixture.spec';
import { attempt, lawOn, play, type Step } from '../spec-support/play.fixture.spec';
import { onTheSpotUpTo } from '../spec-support/spot-steps.fixture.spec';
import { straightCase, upTo } from '../spec-support/steps.fixture.spec';
import { clocksOf } from './clocks';

const served = upTo('served');
const reconsidered = (outcome: string, more: object = {}) => [
  ...served,
  sought('2023-10-09'),
  concluded('2023-12-01', outcome, more),
];
const litigated = (outcome: string, more: object = {}) => [
  ...served,
  sought('2023-10-09', 'litigation'),
  concluded('2023-12-01', outcome, more),
];
const refusedIf = (step: Step, given: readonly Step[]) => codes(step, play(given));
const USED = ['remedy.already-used ARL-29, ALL-44'];

describe('a remedy may be sought', () => {
  it.each<[string, Step, readonly Step[]]>([
    ['in court after reconsideration', sought('2023-12-04', 'litigation'), reconsidered('upheld')],
    ['again, when the first was withdrawn', sought('2023-12-04'), reconsidered('withdrawn')],
    ['again, when the first was not accepted', sought('2023-12-04'), reconsidered('not-accepted', { accepted: false })],
    ['in court again, when the suit was withdrawn', sought('2023-12-04', 'litigation'), litigated('withdrawn')],
  ])('%s', (_what, step, given) => {
    expect(refusedIf(step, given)).toEqual([]);
  });

  it('in court once, and not by reconsideration after it', () => {
    expect(refusedIf(sought('2023-12-04', 'litigation'), litigated('rejected'))).toEqual(USED);
    expect(refusedIf(sought('2023-12-04'), litigated('rejected'))).toEqual(USED);
  });

  it('not before there is a decision, whichever it is', () => {
    for (const kind of ['litigation', 'reconsideration'])
      expect(refusedIf(sought('2023-09-28', kind), upTo('waived'))).toContain('decision.missing APL-57');
  });
});

describe('a decision on the spot of 2024', () => {
  const spot = onTheSpotUpTo('decided');
  const suit = (day: string) => sought(day, 'litigation');
  const FIRST = ['remedy.reconsideration-first ARL-23'];
  const ended = (outcome: string, more: object = {}) => [
    ...spot,
    sought('2024-09-20'),
    concluded('2024-11-01', outcome, more),
  ];

  it('comes to court once it was reconsidered, or not accepted for it', () => {
    expect(refusedIf(suit('2024-11-04'), ended('upheld'))).toEqual([]);
    expect(refusedIf(suit('2024-11-04'), ended('not-accepted', { accepted: false }))).toEqual([]);
  });

  it('does not when the reconsideration was withdrawn', () => {
    expect(refusedIf(suit('2024-11-04'), ended('withdrawn'))).toEqual(FIRST);
  });

  it('came to no court when a second reconsideration was decided after a withdrawn one', () => {
    const second = [...ended('withdrawn'), sought('2024-11-04'), concluded('2024-12-02', 'upheld')];
    expect(refusedIf(suit('2024-12-03'), second)).toEqual([]);
  });

  it('has no term for a suit but that which follows the reconsideration', () => {
    const term = (steps: readonly Step[]) =>
      clocksOf(play(steps).state, lawOn(at('2024-11-04'))).find(({ name }) => name === 'litigationBy');
    expect(term(spot)).toBeUndefined();
    expect(term(ended('upheld'))).toMatchObject({ due: '2024-11-18', previousDue: [] });
  });

  it('is brought to the court for enforcement when the sixty days are over, for no suit is open', () => {
    const demanded = [...spot, demandIssued('2024-10-08')];
    expect(refusedIf(courtSought('2024-11-12'), demanded)).toEqual(['court.remedy-open ACL-53']);
    expect(refusedIf(courtSought('2024-11-13'), demanded)).toEqual([]);
  });
});

describe('a remedy is sought in time', () => {
  const inTime = (step: Step, given: readonly Step[] = served) =>
    attempt(step, play(given)).events?.map(({ data }) => (data as { inTime?: boolean | null }).inTime)[0];

  it.each([
    ['reconsideration within sixty days', sought('2023-11-27'), true],
    ['and not on the day after', sought('2023-11-28'), false],
    ['within a year where it was not told', sought('2024-09-29', 'reconsideration', { notTold: true }), true],
    ['and not on the day after that', sought('2024-09-30', 'reconsideration', { notTold: true }), false],
    ['a suit within six months', sought('2024-03-28', 'litigation'), true],
    ['and not on the day after them', sought('2024-03-29', 'litigation'), false],
    [
      'what was sought in time and arrives later',
      sought('2023-12-04', 'reconsideration', { soughtOn: '2023-11-27' }),
      true,
    ],
  ])('%s', (_what, step, expected) => {
    expect(inTime(step)).toBe(expected);
  });

  it('a suit after reconsideration within fifteen days of it', () => {
    expect(inTime(sought('2023-12-18', 'litigation'), reconsidered('upheld'))).toBe(true);
    expect(inTime(sought('2023-12-19', 'litigation'), reconsidered('upheld'))).toBe(false);
  });

  it('which is not guessed where the calendar of the year is not loaded', () => {
    const decided = { ...straightCase.decided, at: at('2026-12-30') };
    const waived = { ...straightCase.waived, at: at('2026-12-29') };
    const late = [...endOfCalendar, waived, decided, { ...straightCase.served, at: at('2026-12-30', '15:00') }];
    expect(inTime(sought('2027-02-28'), late)).toBe(true);
    expect(inTime(sought('2027-03-15'), late)).toBeNull();
  });
});

describe('a remedy ends', () => {
  const pending = [...served, sought('2023-10-09')];

  it.each(['not-accepted', 'withdrawn', 'rejected'])('without having been accepted: %s', (outcome) => {
    expect(refusedIf(concluded('2023-12-01', outcome, { accepted: false }), pending)).toEqual([]);
  });

  it('not in another penalty where there was none', () => {
    const spare = [...upTo('waived'), spared('not-proven', { reasons: '证据不足' })];
    const given = play([...spare, straightCase.served, sought('2023-10-09')]);
    const step = concluded('2023-12-01', 'changed', { penalties: [{ kind: 'warning' }] });
    expect(grounds(step, given)).toContainEqual({
      ...{ code: 'remedy.outcome-impossible', source: 'ARL-63 to 69, ALL-69 to 77', detail: { outcome: 'changed' } },
    });
    expect(codes(concluded('2023-12-01', 'upheld'), given)).toEqual([]);
  });
});

describe('the court is applied to when the last remedy is over', () => {
  const REMEDY_OPEN = ['court.remedy-open ACL-53'];

  it('fifteen days after a reconsideration that was decided', () => {
    const given = [...reconsidered('upheld'), demandIssued('2023-12-02')];
    expect(refusedIf(courtSought('2023-12-18'), given)).toEqual(REMEDY_OPEN);
    expect(refusedIf(courtSought('2023-12-19'), given)).toEqual([]);
  });

  it('at once after a judgment that took effect', () => {
    const judged = [...litigated('rejected', { effectiveOn: '2023-11-30' }), demandIssued('2023-12-01')];
    expect(refusedIf(courtSought('2023-12-18'), judged)).toEqual([]);
  });

  it('not sooner because a suit was withdrawn, or not accepted', () => {
    for (const ended of [litigated('withdrawn'), litigated('not-accepted', { accepted: false })]) {
      const given = [...ended, demandIssued('2023-12-01')];
      expect(refusedIf(courtSought('2023-12-18'), given)).toEqual(REMEDY_OPEN);
      expect(refusedIf(courtSought('2024-03-29'), given)).toEqual([]);
    }
  });
});

describe('a decision that was revoked so that it be made anew', () => {
  const SAME = 'decision.same-as-revoked ARL-64, ALL-71';
  const { findings } = straightCase.concluded.data;
  const facts = (conditions: readonly string[]): readonly Step[] =>
    served.map((step) => (step.act === straightCase.concluded.act ? changed(step, { conditions }) : step));
  const redone = (change: object, given = served) =>
    refusedIf({ ...straightCase.decided, at: at('2023-12-14') }, [
      ...given,
      ...[sought('2023-10-09'), concluded('2023-12-01', 'redo')],
      changed(revision({}), { findings, ...change }, { at: at('2023-12-04') }),
    ]);

  it('is not made again in other words', () => {
    const padded = ` ${findings}\n`;
    const found = served.map((step) =>
      step.act === straightCase.concluded.act ? changed(step, { findings: padded }) : step,
    );
    expect(redone({ findings: padded })).toContain(SAME);
    expect(redone({}, found)).toContain(SAME);
  });

  it('nor with the same facts in another order', () => {
    const conditions = ['corrected', 'slight-harm'];
    expect(redone({ conditions: [...conditions].reverse() }, facts(conditions))).toContain(SAME);
  });

  it('may be made on other facts, or with a lower penalty', () => {
    const lower = { ...straightCase.concluded.data.proposal, penalties: [{ kind: 'warning' }] };
    expect(redone({ findings: '重新调查后认定' })).not.toContain(SAME);
    expect(redone({ conditions: ['corrected'] })).not.toContain(SAME);
    expect(redone({ proposal: { ...lower, tier: '轻微' } })).not.toContain(SAME);
  });

  it('may become a penalty where it had spared one', () => {
    const spare = [...upTo('waived'), spared('not-proven', { reasons: '证据不足' }), straightCase.served];
    const anew = [...spare, revokedByOwn('2023-10-09', true)];
    expect(refusedIf({ ...straightCase.decided, at: at('2023-10-10') }, anew)).toEqual([]);
  });
});

describe('a decision that fell before its service', () => {
  it('leaves a case that is closed without it', () => {
    expect(refusedIf(closed('2023-10-09'), [...upTo('decided'), revokedByOwn('2023-09-28')])).toEqual([]);
    expect(refusedIf(closed('2023-10-09'), [...served, revokedByOwn('2023-10-08')])).toEqual([]);
    expect(refusedIf(closed('2023-10-09'), upTo('decided'))).toContain('decision.not-served APL-61');
  });
});
