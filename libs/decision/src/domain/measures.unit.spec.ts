import { clocksOf } from './clocks';
import { describeCase } from './describe';
import { dueTerms } from './due';
import {
  confirmation,
  correctionOrder,
  disposal,
  equipmentConfiscated,
  handOver,
  lifting,
  preserved,
  reinspection,
  resolved,
  sampling,
  seized,
  seizedUrgently,
  seizureApproved,
  seizureExtension,
  tested,
  testing,
  unlicensed,
} from '../spec-support/measures.fixture.spec';
import { at, changed } from '../spec-support/other-steps.fixture.spec';
import { attempt, lawOn, play, type Step } from '../spec-support/play.fixture.spec';
import { straightCase, upTo } from '../spec-support/steps.fixture.spec';

const seen = (given: readonly Step[], day: string) => describeCase(play(given).state, lawOn(at(day)))!;

const clock = (name: string, given: readonly Step[], day: string) =>
  clocksOf(play(given).state, lawOn(at(day))).find((one) => one.name === name);

describe('evidence', () => {
  it('is verified for itself, or with the conclusion that rests on it', () => {
    const verified: Step = {
      at: at('2023-09-15'),
      by: 'officer-1',
      act: 'verify-evidence',
      data: { evidence: 1, result: '与原件核对一致' },
    };
    const { evidence } = seen([...upTo('questioned'), verified, straightCase.concluded], '2023-09-20');
    expect(evidence.map(({ status, verified: how }) => [status, how?.how, how?.result])).toEqual([
      ['verified', 'for-itself', '与原件核对一致'],
      ['verified', 'with-the-conclusion', null],
    ]);
  });

  it('that came later is verified or excluded before the decision', () => {
    const later = changed(straightCase.inspected, {}, { at: at('2023-09-25') });
    const given = [...upTo('waived'), later];
    const verified = {
      at: at('2023-09-26'),
      by: 'officer-1',
      act: 'verify-evidence',
      data: { evidence: 3, result: '一致' },
    };
    const excluded = { ...verified, act: 'exclude-evidence', data: { evidence: 3, reason: '与本案无关' } };
    expect(attempt(straightCase.decided, play([...given, verified])).refused).toBeUndefined();
    expect(attempt(straightCase.decided, play([...given, excluded])).refused).toBeUndefined();
  });

  it('keeps everybody who held it, and where it came from', () => {
    const origin = { medium: '计费服务器', extraction: '导出并计算校验值', partySigned: true };
    const electronic = changed(straightCase.inspected, { kind: 'electronic', origin });
    const [item] = seen([...upTo('approved'), electronic, handOver], '2023-09-20').evidence;
    expect(item?.origin).toEqual(origin);
    expect(item?.custody.map(({ holder, place }) => [holder, place])).toEqual([
      ['officer-1', undefined],
      ['officer-2', '证据室'],
    ]);
  });

  it('that the party would not sign carries the note of it', () => {
    const origin = { partySigned: false, notSignedBecause: '当事人拒绝签字' };
    const unsigned = changed(straightCase.inspected, { origin });
    expect(attempt(unsigned, play(upTo('approved'))).refused).toBeUndefined();
  });

  it('may be a sample of a lot', () => {
    expect(seen([...unlicensed, sampling], '2023-09-20').samples).toMatchObject([{ sample: 1, items: ['光盘3张'] }]);
  });
});

describe('a preservation', () => {
  it('is resolved within seven working days', () => {
    const given = [...unlicensed, preserved];
    expect(clock('preservationResolveBy', given, '2023-09-15')).toMatchObject({ due: '2023-09-22', state: 'running' });
    const done = [...given, resolved('2023-09-22', '送交检验、检测、鉴定')];
    expect(clock('preservationResolveBy', done, '2023-10-15')).toMatchObject({ state: 'met', subject: 1 });
    expect(seen(done, '2023-10-15').preservations).toMatchObject([
      { lapsed: false, resolved: { outcome: 'sent-for-appraisal', on: '2023-09-22' } },
    ]);
  });

  it('lapses when nobody resolved it, and is then only given back', () => {
    const given = [...unlicensed, preserved];
    expect(seen(given, '2023-09-23').preservations).toMatchObject([{ lapsed: true, resolved: null }]);
    expect(clock('preservationResolveBy', given, '2023-09-23')).toMatchObject({ state: 'overdue' });
    const back = [...given, resolved('2023-09-25', 'lifted')];
    expect(clock('preservationResolveBy', back, '2023-09-25')).toMatchObject({ state: 'missed' });
  });
});

describe('a seizure', () => {
  const given = [...unlicensed, seizureApproved, seized];

  it('lasts thirty days, and thirty more when a head extends it in time', () => {
    expect(clock('seizureEnds', given, '2023-09-15')).toMatchObject({ due: '2023-10-14', source: 'ACL-25' });
    const extended = [...given, seizureExtension('2023-10-14', { reasons: '案情复杂' })];
    expect(clock('seizureEnds', extended, '2023-10-15')).toMatchObject({
      due: '2023-11-13',
      previousDue: ['2023-10-14'],
      state: 'running',
    });
    expect(seen(extended, '2023-11-14').seizures).toMatchObject([{ lapsedSince: '2023-11-14' }]);
    expect(seen(extended, '2023-11-13').seizures).toMatchObject([{ lapsedSince: null }]);
  });

  it('stands still while what was seized is tested', () => {
    const begun = [...given, testing('2023-09-20', { institution: '鉴定机构', what: '主机', until: '2023-10-10' })];
    expect(clock('seizureEnds', begun, '2023-10-20')).toMatchObject({ due: null, state: 'standing-still' });
    const ended = [...begun, tested('2023-10-10', { result: '用于违法经营' })];
    expect(clock('seizureEnds', ended, '2023-10-20')).toMatchObject({
      due: '2023-11-03',
      previousDue: ['2023-10-14'],
      pausedBy: [{ from: '2023-09-20', through: '2023-10-09' }],
    });
  });

  it('leaves out testing in its second thirty days too', () => {
    const steps = [
      ...given,
      seizureExtension('2023-10-10', { reasons: '案情复杂' }),
      testing('2023-10-20', { institution: '鉴定机构', what: '主机', until: '2023-10-30' }),
      tested('2023-10-30', { result: '用于违法经营' }),
    ];
    expect(clock('seizureEnds', steps, '2023-11-01')).toMatchObject({ due: '2023-11-23' });
  });

  it('that could not wait is reported to a head within twenty-four hours, to the minute', () => {
    const urgent = [...unlicensed, seizedUrgently];
    expect(clock('seizureReportBy', urgent, '2023-09-14')).toMatchObject({ dueAt: '2023-09-15T07:00:00.000Z' });
    const confirmed = (time: string) => [...urgent, confirmation('2023-09-15', { confirmed: true }, time)];
    expect(clock('seizureReportBy', confirmed('15:00'), '2023-09-16')).toMatchObject({ state: 'met' });
    expect(clock('seizureReportBy', confirmed('15:01'), '2023-09-16')).toMatchObject({ state: 'missed' });
    expect(clock('seizureReportBy', given, '2023-09-16')).toBeUndefined();
    expect(seen(confirmed('15:00'), '2023-09-16').seizures).toMatchObject([
      { approved: { by: 'head-2' }, made: { urgent: '当事人正在转移设备' } },
    ]);
  });

  it('that was not approved afterwards is lifted', () => {
    const refused = [...unlicensed, seizedUrgently, confirmation('2023-09-14', { confirmed: false }, '16:00')];
    const lifted = [...refused, lifting('2023-09-14', { ground: '紧急实施的查封、扣押未获批准' }, '17:00')];
    expect(seen(lifted, '2023-09-15').seizures).toMatchObject([{ ended: { how: 'lifted', ground: 'not-approved' } }]);
  });

  it('is lifted on each ground of the law, also when its term has passed', () => {
    for (const ground of ['no-violation', 'unrelated', 'no-longer-needed', 'term-ended', 'other'])
      expect(attempt(lifting('2023-11-20', { ground }), play(given)).refused).toBeUndefined();
  });

  it('ends in confiscation once the decision that confiscates is served, and then lets the case close', () => {
    const steps = [
      ...given,
      ...equipmentConfiscated,
      disposal('2023-09-29', { how: 'confiscated' }),
      {
        ...disposal('2023-10-08', {}),
        by: 'officer-1',
        act: 'execute-other-penalty',
        data: { penalty: 'confiscation-of-goods', how: '移交' },
      },
    ];
    const close = { at: at('2023-10-09'), by: 'officer-1', act: 'close' };
    expect(attempt(close, play(steps)).refused).toBeUndefined();
    expect(clock('seizureEnds', steps, '2023-10-20')).toMatchObject({ state: 'met', doneOn: '2023-09-29' });
  });

  it('of several, tells the one that ends first as due', () => {
    const again = { ...changed(seized, { seizure: 2 }), at: at('2023-09-18') };
    const steps = [...given, { ...seizureApproved, at: at('2023-09-16') }, again];
    const due = dueTerms(play(steps).state, lawOn(at('2023-09-20'))).filter((term) => term.clock === 'seizureEnds');
    expect(due).toMatchObject([{ due: '2023-10-14', act: 'lift-seizure' }]);
  });
});

describe('an order to correct', () => {
  it('stands in the decision until it is followed', () => {
    const orderedBy = (by: string) => changed(correctionOrder, { by });
    const correction = (steps: readonly Step[]) => {
      const given = [...upTo('inspected'), ...steps, ...upTo('waived').slice(4)];
      const { decision } = play([...given, straightCase.decided]).state;
      return decision?.outcome === 'penalty' ? decision.correction : undefined;
    };
    expect(correction([])).toEqual({ what: '立即改正违法行为' });
    expect(correction([orderedBy('2023-10-20')])).toEqual({ what: '立即停止经营', by: '2023-10-20' });
    expect(correction([orderedBy('2023-09-20')])).toEqual({ what: '立即停止经营' });
    expect(correction([orderedBy('2023-09-20'), reinspection('2023-09-15', true)])).toEqual({
      what: '立即改正违法行为',
    });
  });

  it('is overdue after its day until an inspection finds it followed', () => {
    const given = [...unlicensed, correctionOrder];
    const overdue = (steps: readonly Step[], day: string) => seen(steps, day).correctionOrders[0]?.overdue;
    expect(overdue(given, '2023-09-20')).toBe(false);
    expect(overdue(given, '2023-09-21')).toBe(true);
    const still = [...given, reinspection('2023-09-21', false)];
    expect(overdue(still, '2023-09-22')).toBe(true);
    expect(overdue([...still, reinspection('2023-09-23', true)], '2023-09-24')).toBe(false);
  });
});
