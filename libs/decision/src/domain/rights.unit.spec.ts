import { clocksOf } from './clocks';
import { attempt, happened, lawOn, play, type Step } from '../spec-support/play.fixture.spec';
import { majorCase, majorUpTo, straightCase, upTo } from '../spec-support/steps.fixture.spec';
import {
  at,
  changed,
  hearing,
  hearingNotice,
  hearingRequest,
  less,
  lowered,
  reduction,
  revision,
  statement,
  statementReview,
  suspension,
} from '../spec-support/other-steps.fixture.spec';

const { decided, noticed, waived } = straightCase;

function codes(step: Step, given: readonly Step[]): readonly string[] {
  return attempt(step, play(given)).refused?.map(({ code }) => code) ?? [];
}

describe('what was done on a proposal', () => {
  it('keeps notice and waiver when a revision only lowers', () => {
    const lower = revision({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 400000 }] });
    expect(codes(decided, [...upTo('waived'), lower])).toEqual([]);
  });

  it('falls when a revision rests on new facts, even if it lowers', () => {
    const lower = revision({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 400000 }] }, true);
    expect(codes(decided, [...upTo('waived'), lower])).toEqual(['notice.missing']);
  });

  it('falls when a revision adds a penalty', () => {
    const more = revision({
      penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 500000 }, { kind: 'confiscation-of-gains', fen: 100 }],
    });
    expect(codes(decided, [...upTo('waived'), more])).toEqual(['notice.missing']);
  });

  it('may be heavier on new facts, though the party has spoken, and is noticed again', () => {
    const heavier = revision({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 600000 }] }, true);
    const again = { ...noticed, at: at('2023-09-27') };
    const given = [...upTo('noticed'), statement, statementReview, heavier, again];
    expect(codes({ ...decided, at: at('2023-10-09') }, given)).toEqual(['notice.window-open']);
    expect(codes({ ...decided, at: at('2023-10-11') }, given)).toEqual([]);
  });

  it('leaves the passed review standing when the heads reduce, and their own deliberation', () => {
    const given = [...majorUpTo('reviewed'), reduction];
    expect(codes(majorCase.decided, given)).toEqual([]);
    const { events } = attempt(majorCase.decided, play(given));
    expect(events?.[0]?.data).toMatchObject({ proposal: 2, penalties: less });
  });

  it('needs review and deliberation again when officers lower a major case', () => {
    const given = [...majorUpTo('reviewed'), lowered('2024-03-27')];
    const reviewed = { ...majorCase.reviewed, at: at('2024-03-28') };
    const deliberated = { ...majorCase.deliberated, at: at('2024-03-28', '15:00') };
    expect(codes(majorCase.decided, [...given, reviewed, deliberated])).toEqual([]);
  });

  it('does not open the term for a hearing again when a lowered proposal is noticed once more', () => {
    const again = { ...noticed, at: at('2024-03-28', '09:00') };
    const waiver = { ...waived, at: at('2024-03-28', '09:30') };
    const given = [...majorUpTo('reviewed'), lowered('2024-03-27'), again, waiver];
    expect(codes({ ...majorCase.decided, at: at('2024-04-01') }, given)).toEqual([
      'review.stale',
      'deliberation.missing',
    ]);
  });
});

describe('a hearing', () => {
  const heard = [...majorUpTo('noticed'), hearingRequest, hearingNotice, hearing];

  it('is decided on after review and deliberation', () => {
    const reviewed = { ...majorCase.reviewed, at: at('2024-04-03') };
    const deliberated = { ...majorCase.deliberated, at: at('2024-04-07') };
    expect(codes({ ...majorCase.decided, at: at('2024-04-08') }, [...heard, reviewed, deliberated])).toEqual([]);
  });

  it('is over when the party stays away', () => {
    const missed = { ...hearing, act: 'miss-hearing', data: {} };
    const { state } = play([...majorUpTo('noticed'), hearingRequest, hearingNotice, missed]);
    expect(state.hearing.ended).toMatchObject({ held: false, on: '2024-04-02' });
  });

  it('has its days: asked for by, not before', () => {
    const clocks = clocksOf(play(heard).state, lawOn(at('2024-04-02')));
    expect(Object.fromEntries(clocks.map(({ name, due }) => [name, due]))).toMatchObject({
      hearingRequestBy: '2024-03-26',
      hearingNotBefore: '2024-04-02',
    });
  });

  it('cannot be left untold: a notice without it is not enough once there is a right to it', () => {
    const before = play(majorUpTo('concluded'));
    const told = { proposal: 1, mode: 'direct', servedOn: '2024-03-19', rights: ['statement', 'defence'] };
    const noticeOnly = happened([{ type: 'PriorNoticeServed', data: told } as never], majorCase.noticed, before);
    const given = play([majorCase.reviewed, majorCase.deliberated], noticeOnly);
    expect(attempt(majorCase.decided, given).refused?.map(({ code }) => code)).toEqual(['notice.rights-not-told']);
  });
});

describe('the term for deciding', () => {
  it('leaves out the days from the suspension to the day before the resumption', () => {
    const resumed = { at: at('2023-10-16'), by: 'head-1', act: 'resume' };
    const clock = (given: readonly Step[], day: string) =>
      clocksOf(play(given).state, lawOn(at(day))).find(({ name }) => name === 'decideBy');
    expect(clock([...upTo('waived'), suspension], '2023-10-01')).toMatchObject({ due: null, state: 'standing-still' });
    expect(clock([...upTo('waived'), suspension, resumed], '2023-10-16')).toMatchObject({
      due: '2024-01-01',
      previousDue: ['2023-12-11'],
      pausedBy: [{ from: '2023-09-25', through: '2023-10-15', by: '检测鉴定' }],
    });
  });

  it('ends later when it is extended', () => {
    const extended = {
      at: at('2023-12-01'),
      by: 'head-1',
      act: 'extend-term',
      data: { until: '2024-01-10', basis: '旅游行政处罚办法' },
    };
    expect(codes({ ...decided, at: at('2024-01-10') }, [...upTo('waived'), extended])).toEqual([]);
    expect(codes({ ...decided, at: at('2024-01-11') }, [...upTo('waived'), extended])).toEqual([
      'decision.term-expired',
    ]);
  });

  it('leaves out days after an extension too', () => {
    const extended = {
      at: at('2023-09-24'),
      by: 'head-1',
      act: 'extend-term',
      data: { until: '2024-01-10', basis: '旅游行政处罚办法' },
    };
    const resumed = { at: at('2023-10-05'), by: 'head-1', act: 'resume' };
    const { state } = play([...upTo('waived'), extended, suspension, resumed]);
    const clocks = clocksOf(state, lawOn(at('2023-10-05')));
    expect(clocks.find(({ name }) => name === 'decideBy')).toMatchObject({ due: '2024-01-20' });
  });

  it('is passed only with a reason that stays with the decision for ever', () => {
    const late = changed(decided, { pastTerm: '当事人下落不明' }, { at: at('2023-12-12') });
    const { state } = play([...upTo('waived'), late]);
    expect(state.decision?.pastTerm).toBe('当事人下落不明');
  });
});

describe('service', () => {
  const day = (data: object, when = at('2023-09-29')): unknown =>
    play([...upTo('decided'), { ...straightCase.served, at: when, data }]).state.service;

  it.each([
    ['directly', { mode: 'direct' }, '2023-09-29'],
    ['by leaving it', { mode: 'left', proof: '照片' }, '2023-09-29'],
    ['by post, on the day of the receipt', { mode: 'post', servedOn: '2023-09-28', proof: '回执' }, '2023-09-28'],
    ['electronically with consent', { mode: 'electronic', signedBy: '示例经营者甲' }, '2023-09-29'],
    ['by public notice, thirty days after it', { mode: 'public-notice', publishedOn: '2023-09-28' }, '2023-10-28'],
    ['by public notice of that day', { mode: 'public-notice' }, '2023-10-29'],
  ])('counts from its day: %s', (_how, data, servedOn) => {
    expect(day(data)).toMatchObject({ servedOn });
  });

  it('by public notice meets its term by publication', () => {
    const { state } = play([...upTo('decided'), { ...straightCase.served, data: { mode: 'public-notice' } }]);
    const clocks = clocksOf(state, lawOn(at('2023-10-20')));
    expect(clocks.find(({ name }) => name === 'serveBy')).toMatchObject({ state: 'met', doneOn: '2023-09-28' });
    expect(clocks.find(({ name }) => name === 'paymentDue')).toMatchObject({ due: '2023-11-13' });
  });

  it.each([
    ['ahead', { mode: 'post', servedOn: '2023-09-30' }],
    ['before the decision', { mode: 'post', servedOn: '2023-09-27' }],
    ['told of a public notice', { mode: 'public-notice', servedOn: '2023-09-29' }],
    ['of publication without public notice', { mode: 'direct', publishedOn: '2023-09-29' }],
  ])('cannot be on a day %s', (_when, data) => {
    expect(codes({ ...straightCase.served, at: at('2023-09-29'), data }, upTo('decided'))).toEqual([
      'service.day-impossible',
    ]);
  });
});

describe('an act recorded late', () => {
  it('is kept with its reason and judged by the day on which it happened', () => {
    const lateApproval = {
      ...straightCase.approved,
      recordedAt: at('2023-09-25'),
      lateReason: '下乡期间无网络',
    };
    const { state, facts } = play([straightCase.filed, lateApproval]);
    expect(facts.map(({ type }) => type)).toEqual(['CaseFiled', 'FilingApproved', 'OfficersAssigned', 'RecordedLate']);
    expect(state.recordedLate).toMatchObject([{ reason: '下乡期间无网络' }]);
    expect(state.approval?.on).toBe('2023-09-12');
  });

  it('needs no reason on the second working day', () => {
    expect(codes({ ...straightCase.approved, recordedAt: at('2023-09-14') }, upTo('filed'))).toEqual([]);
  });
});

describe('whoever presided over a hearing', () => {
  it('does not review the case, even when another hearing has been asked for since', () => {
    const again = { ...lowered('2024-04-03'), data: { ...lowered('2024-04-03').data, newFacts: true } };
    const noticed = { ...majorCase.noticed, at: at('2024-04-03', '16:00') };
    const asked = { ...hearingRequest, at: at('2024-04-07') };
    const given = play([...majorUpTo('noticed'), hearingRequest, hearingNotice, hearing, again, noticed, asked]);
    const { refused } = attempt({ ...majorCase.reviewed, at: at('2024-04-08'), by: 'chair-1' }, given);
    expect(refused).toEqual([
      { code: 'duties.same-person', source: 'internal control', detail: { person: 'chair-1', did: 'chaired' } },
    ]);
  });
});
