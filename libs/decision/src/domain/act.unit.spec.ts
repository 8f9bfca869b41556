import { decide, requirementsOf, type Act } from './act';
import { clockFrom } from './law';
import { asRequired, met, missing, notRequired, ofAct, ofCase, type Requirement } from './requirement';
import { at } from '../spec-support/other-steps.fixture.spec';
import { contextOf, lawOn, made, nothingYet, play, said } from '../spec-support/play.fixture.spec';
import { straightCase, upTo } from '../spec-support/steps.fixture.spec';

const given = play(upTo('approved'));
const step = { ...straightCase.inspected, at: at('2023-09-13') };

const asking = (...requires: readonly Requirement<object>[]): Act<object> => ({
  name: 'resume',
  form: '恢复调查审批表',
  requires,
  makes: () => [{ type: 'CaseResumed', data: {} }],
});

const refusedBy = (...requires: readonly Requirement<object>[]) => {
  const outcome = decide(asking(...requires), {}, given.state, contextOf(step));
  return 'refused' in outcome ? outcome.refused : 'done';
};

const askedOf = (...requires: readonly Requirement<object>[]) =>
  requirementsOf(asking(...requires), given.state, lawOn(step.at));

describe('an act', () => {
  it('is refused with exactly what is missing, each thing once', () => {
    const lacking = ofCase('evidence.missing', 'APL-46', () => missing());
    const elsewhere = ofCase('term.not-later', 'APL-66', () =>
      missing({ until: '2023-09-13' }, { code: 'case.ended', source: 'APL-57' }),
    );
    expect(
      refusedBy(
        lacking,
        ofCase('case.suspended', 'APL-60', () => met()),
        elsewhere,
        lacking,
      ),
    ).toEqual([
      { code: 'evidence.missing', source: 'APL-46' },
      { code: 'case.ended', source: 'APL-57', detail: { until: '2023-09-13' } },
    ]);
  });

  it('tells the same thing twice where it is missing of two people', () => {
    const unknown = (person: string) => ofCase('recusal.unknown-person', 'APL-43', () => missing({ person }));
    expect(refusedBy(unknown('a'), unknown('b'))).toHaveLength(2);
  });

  it('happens where nothing is missing', () => {
    expect(refusedBy(ofCase('case.suspended', 'APL-60', () => notRequired))).toBe('done');
  });

  it('fails where the law cannot be read, rather than be refused', () => {
    const broken = ofCase('case.suspended', 'APL-60', () => {
      throw new Error('the profile is not readable');
    });
    expect(() => refusedBy(broken)).toThrow('the profile is not readable');
  });

  it('is recorded late with the reason that was given for it', () => {
    const late = { ...step, recordedAt: at('2023-09-20'), lateReason: '网络中断' };
    const types = made(late, given).map(({ type }) => type);
    expect(types).toEqual(['EvidenceCollected', 'RecordedLate']);
    expect(said('RecordedLate', late, given)).toEqual({ occurredAt: '2023-09-13T02:00:00.000Z', reason: '网络中断' });
    expect(play([late], given).state.recordedLate).toMatchObject([{ reason: '网络中断' }]);
  });

  it('has found what it requires, or its law is wrong', () => {
    expect(asRequired(0)).toBe(0);
    expect(asRequired('')).toBe('');
    for (const nothing of [null, undefined]) expect(() => asRequired(nothing)).toThrow('without what it requires');
  });
});

describe('what the law asks before anybody acts', () => {
  it('is met by events, missing with what is known of it, or not required', () => {
    expect(
      askedOf(
        ofCase('filing.not-approved', 'APL-54', () => met(1, 3)),
        ofCase('evidence.missing', 'APL-46', () => missing()),
        ofCase('term.not-later', 'APL-66', () =>
          missing({ until: '2023-09-13' }, { code: 'case.ended', source: 'APL-57' }),
        ),
        ofCase('review.missing', 'APL-58', () => notRequired),
      ),
    ).toEqual([
      { code: 'filing.not-approved', source: 'APL-54', state: 'met', by: [1, 3] },
      { code: 'evidence.missing', source: 'APL-46', state: 'missing', by: [] },
      { code: 'case.ended', source: 'APL-57', state: 'missing', by: [], detail: { until: '2023-09-13' } },
      { code: 'review.missing', source: 'APL-58', state: 'not-required', by: [] },
    ]);
  });

  it('of what the act says is answered with the act, unless something is known beforehand', () => {
    expect(
      askedOf(
        ofAct<object>('custody.unknown-person', 'APL-46', () => missing()),
        ofAct<object>(
          'preservation.none-open',
          'APL-56',
          () => met(),
          () => missing(),
        ),
      ),
    ).toEqual([
      { code: 'custody.unknown-person', source: 'APL-46', state: 'on-submission', by: [] },
      { code: 'preservation.none-open', source: 'APL-56', state: 'missing', by: [] },
    ]);
  });

  it('names the rule that no rulebook has for the day', () => {
    const early = lawOn(at('1990-01-01'));
    const term = asking(
      ofCase('decision.term-expired', 'APL-60', (_state, law) => {
        clockFrom(law, 'decision-term', law.today);
        return met();
      }),
    );
    expect(requirementsOf(term, nothingYet.state, early)).toMatchObject([
      {
        code: 'rulebook.not-in-force',
        source: 'profile',
        state: 'missing',
        detail: { rule: 'decision-term', on: '1990-01-01' },
      },
    ]);
  });
});
