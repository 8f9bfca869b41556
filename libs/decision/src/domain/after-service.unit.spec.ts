import { clocksOf } from './clocks';
import { completePayment, reopenPayment } from './effects';
import type { CaseEvent } from './events';
import {
  archived,
  changedByOwn,
  closed,
  concluded,
  courtSought,
  deferred,
  demandIssued,
  heardOnDemand,
  instalments,
  paid,
  replied,
  revokedByOwn,
  sought,
  stayed,
} from '../spec-support/after-service.fixture.spec';
import { at, changed, less, revision } from '../spec-support/other-steps.fixture.spec';
import { caseId, lawOn, made, play, type Played, type Step } from '../spec-support/play.fixture.spec';
import { onTheSpotUpTo } from '../spec-support/spot-steps.fixture.spec';
import { majorUpTo, straightCase, upTo } from '../spec-support/steps.fixture.spec';

const served = upTo('served');
const pending = [...served, sought('2023-10-09')];

const typesOf = (events: readonly CaseEvent[]) => events.map(({ type }) => type);
const dataOf = (events: readonly CaseEvent[], type: CaseEvent['type']) =>
  events.find((event) => event.type === type)?.data;

function clocksOn(day: string, { state }: Played): Readonly<Record<string, string>> {
  return Object.fromEntries(
    clocksOf(state, lawOn(at(day))).map(({ name, subject, due, state: stands, previousDue }) => [
      subject === undefined ? name : `${name} ${subject}`,
      [due, stands, ...(previousDue.length > 0 ? [`before ${previousDue.join()}`] : [])].join(' '),
    ]),
  );
}

describe('a remedy', () => {
  it('is told to the collecting side on the day it is sought, and on the day it ends', () => {
    const given = play(majorUpTo('served'));
    const { fineId } = given.state.service ?? {};
    expect(made(sought('2024-04-10'), given)).toEqual([
      {
        type: 'RemedySought',
        data: {
          ...{ remedy: 1, kind: 'reconsideration', soughtOn: '2024-04-10', receivedOn: '2024-04-10' },
          ...{ procedure: 'ordinary', inTime: true },
        },
      },
      { type: 'RemedyPending', data: { fineId, caseId, remedy: 1, kind: 'reconsideration', soughtOn: '2024-04-10' } },
    ]);
    const events = made(concluded('2024-06-06', 'upheld'), [...majorUpTo('served'), sought('2024-04-10')]);
    expect(typesOf(events)).toEqual(['RemedyConcluded', 'RemedyEnded']);
    expect(dataOf(events, 'RemedyEnded')).toEqual({ fineId, caseId, remedy: 1, endedOn: '2024-06-06', accepted: true });
  });

  it('that was not accepted paused nothing', () => {
    const events = made(concluded('2023-10-12', 'not-accepted'), pending);
    expect(dataOf(events, 'RemedyEnded')).toMatchObject({ accepted: false });
    const early = made(concluded('2023-10-10', 'withdrawn', { accepted: false }), pending);
    expect(dataOf(early, 'RemedyEnded')).toMatchObject({ accepted: false });
  });

  it.each([
    ['changed', { penalties: less }, ['DecisionChanged', 'FineChanged', 'DecisionFell']],
    ['revoked', { penalties: less }, ['DecisionChanged', 'FineChanged', 'DecisionFell']],
    ['mediated', { penalties: less }, ['DecisionChanged', 'FineChanged', 'DecisionFell']],
    ['revoked', {}, ['DecisionRevoked', 'FineCancelled', 'DecisionFell']],
    ['void', {}, ['DecisionRevoked', 'FineCancelled', 'DecisionFell']],
    ['redo', {}, ['DecisionRevoked', 'FineCancelled', 'DecisionFell', 'RedoOrdered']],
    ['unlawful', {}, ['DecisionFell']],
    ['rejected', {}, []],
    ['withdrawn', {}, []],
    ['mediated', {}, []],
    ['no-decision', {}, []],
  ])('that ends %s %j has these effects', (outcome, more, effects) => {
    const events = made(concluded('2024-06-06', outcome, more), [...majorUpTo('served'), sought('2024-04-10')]);
    expect(typesOf(events)).toEqual(['RemedyConcluded', 'RemedyEnded', ...effects]);
  });

  it('that changes the decision says what is owed and what holds instead', () => {
    const steps = [...majorUpTo('served'), sought('2024-04-10')];
    const step = concluded('2024-06-06', 'changed', { penalties: less });
    const events = made(step, steps);
    expect(dataOf(events, 'FineChanged')).toMatchObject({
      ...{ fineFen: 2600000, confiscatedGainsFen: 0, changedOn: '2024-06-06', by: 'reconsideration' },
    });
    expect(dataOf(events, 'DecisionFell')).toMatchObject({ how: 'changed', fellOn: '2024-06-06', penalties: less });
    const { state } = play([...steps, step]);
    expect(state.decision).toMatchObject({ penalties: less, payment: { fineFen: 2600000 } });
    expect(clocksOn('2024-06-07', play([...steps, step]))['withdrawBy']).toBe('2024-06-12 running');
  });

  it('leaves the fine alone where there is none, and the public where nothing was published', () => {
    const noPenalty = [
      ...upTo('questioned'),
      straightCase.concluded,
      { ...straightCase.decided, act: 'decide-no-penalty', data: { ground: 'not-proven', reasons: '证据不足' } },
      straightCase.served,
      sought('2023-10-09'),
    ];
    expect(typesOf(made(concluded('2023-12-01', 'redo'), noPenalty))).toEqual([
      ...['RemedyConcluded', 'DecisionRevoked', 'RedoOrdered'],
    ]);
  });

  it('moves the term for a suit to fifteen days after it, and gives the bureau ten working days for its reply', () => {
    expect(clocksOn('2023-10-10', play(pending))).toMatchObject({
      reconsiderationBy: '2023-11-27 met',
      litigationBy: ' standing-still before 2024-03-28',
      replyBy: '2023-10-23 running',
    });
    const upheld = play([...pending, replied('2023-10-12'), concluded('2023-12-01', 'upheld')]);
    expect(clocksOn('2023-12-04', upheld)).toMatchObject({
      litigationBy: '2023-12-18 running before 2024-03-28',
      replyBy: '2023-10-23 met',
    });
    const withdrawn = play([...pending, concluded('2023-12-01', 'withdrawn')]);
    expect(clocksOn('2023-12-04', withdrawn)).toMatchObject({ litigationBy: '2024-03-28 running' });
    const suit = play([...pending, concluded('2023-12-01', 'upheld'), sought('2023-12-15', 'litigation')]);
    expect(clocksOn('2023-12-18', suit)).toMatchObject({
      litigationBy: '2023-12-18 met before 2024-03-28',
      replyBy: '2024-01-02 running',
    });
  });

  it('is in time or late by its term; whether a late one is accepted is for the organ', () => {
    const inTime = (step: Step, given = served) => dataOf(made(step, given), 'RemedySought');
    expect(inTime(sought('2023-11-27'))).toMatchObject({ inTime: true });
    expect(inTime(sought('2023-11-28'))).toMatchObject({ inTime: false });
    expect(inTime(sought('2024-09-27', 'reconsideration', { notTold: true }))).toMatchObject({ inTime: true });
    expect(inTime(sought('2024-03-29', 'litigation'))).toMatchObject({ inTime: false });
  });

  it('against a decision made on the spot begins with reconsideration, in its simple procedure', () => {
    const given = play(onTheSpotUpTo('decided'));
    expect(clocksOn('2024-09-20', given)).not.toHaveProperty('litigationBy');
    const soughtSimple = play([sought('2024-09-20')], given);
    expect(soughtSimple.state.remedies[0]).toMatchObject({ procedure: 'simple' });
    expect(clocksOn('2024-09-20', soughtSimple)['replyBy']).toBe('2024-09-27 running');
    const suit = play([concluded('2024-10-30', 'upheld'), sought('2024-11-04', 'litigation')], soughtSimple);
    expect(suit.state.remedies).toHaveLength(2);
  });

  it('opens a closed file again, and a stay ends with it', () => {
    const file = play([closed('2023-10-10'), archived('2023-10-11')], paid(play(served), '2023-10-09'));
    expect(file.state.status).toBe('archived');
    const again = play([sought('2023-10-12'), stayed('2023-10-12')], file);
    expect(again.state).toMatchObject({ status: 'reopened', ending: null });
    const ended = play([concluded('2023-12-01', 'upheld'), closed('2023-12-04'), archived('2023-12-05')], again);
    expect(ended.state.archives.map(({ archive }) => archive)).toEqual([1, 2]);
  });
});

describe('a decision that is to be made anew', () => {
  const redo = play([...pending, concluded('2023-12-01', 'redo')]);
  const milder = changed(
    revision({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 400000 }] }),
    {},
    { at: at('2023-12-04') },
  );

  it('stands before its decision, with a new term and all that is on file', () => {
    expect(redo.state).toMatchObject({ decision: null, number: null, service: null, payment: null, status: 'redo' });
    expect(redo.state.fallenDecisions).toMatchObject([{ documentNumber: '（示）文综罚字〔2023〕第1号' }]);
    expect(clocksOn('2023-12-04', redo)['decideBy']).toBe('2024-02-29 running');
  });

  it('is decided differently, with a fine of its own', () => {
    const again = play(
      [milder, { ...straightCase.decided, at: at('2023-12-14') }, { ...straightCase.served, at: at('2023-12-15') }],
      redo,
    );
    const fallen = again.state.fallenDecisions[0];
    expect(again.state.service?.fineId).not.toBe(fallen?.service?.fineId);
    expect(again.state.decision).toMatchObject({ payment: { fineFen: 400000 } });
    const late = { fineId: fallen?.service?.fineId ?? '' } as never;
    expect([completePayment(again.state, late), reopenPayment(again.state, late)]).toEqual([
      { events: [] },
      { events: [] },
    ]);
  });

  it('may be the same again where its procedure alone was at fault', () => {
    const procedural = [...pending, concluded('2023-12-01', 'redo', { procedural: true })];
    expect(() => play([...procedural, { ...straightCase.decided, at: at('2023-12-14') }])).not.toThrow();
  });

  it('gets no new term from a revocation of the authority’s own', () => {
    const own = play([...served, revokedByOwn('2023-11-01', true)]);
    expect(clocksOn('2023-11-02', own)['decideBy']).toBe('2023-12-11 running');
  });
});

describe('the authority’s own error', () => {
  it('is put right by a change or a revocation, with all that follows', () => {
    const events = made(changedByOwn('2023-10-09', 400000), served);
    expect(typesOf(events)).toEqual(['DecisionChanged', 'FineChanged', 'DecisionFell']);
    expect(dataOf(events, 'FineChanged')).toMatchObject({ fineFen: 400000, by: 'own-authority' });
    expect(typesOf(made(revokedByOwn('2023-10-09'), served))).toEqual([
      ...['DecisionRevoked', 'FineCancelled', 'DecisionFell'],
    ]);
    expect(() => play([...served, revokedByOwn('2023-10-09'), closed('2023-10-10')])).not.toThrow();
  });

  it('leaves nothing to pay, to serve or to wait for where the decision fell', () => {
    const fallen = play([...served, revokedByOwn('2023-10-09')]);
    expect(clocksOn('2023-10-10', fallen)).not.toHaveProperty('paymentDue');
    const unserved = play([...upTo('decided'), revokedByOwn('2023-09-28')]);
    expect(clocksOn('2023-10-10', unserved)).not.toHaveProperty('serveBy');
    const pardoned = [...pending, concluded('2023-12-01', 'changed', { penalties: [{ kind: 'warning' }] })];
    expect(() => play([...pardoned, closed('2023-12-04')])).not.toThrow();
  });

  it('is nobody else’s business before the decision is served', () => {
    expect(typesOf(made(revokedByOwn('2023-09-28'), upTo('decided')))).toEqual(['DecisionRevoked']);
  });
});

describe('easier terms', () => {
  it('move the term of payment, and remember the one before', () => {
    const events = made(deferred('2023-10-09', '2024-03-05'), served);
    expect(dataOf(events, 'TermChanged')).toMatchObject({
      ...{ approvedOn: '2023-10-09', term: { kind: 'deferral', until: '2024-03-05' } },
    });
    const steps = [...served, deferred('2023-10-09', '2024-03-05')];
    expect(clocksOn('2023-10-10', play(steps))['paymentDue']).toBe('2024-03-05 running before 2023-10-13');
  });

  it('have a clock for each instalment', () => {
    const plan = instalments('2023-10-09', [
      ['2023-11-30', 200000],
      ['2023-12-29', 300000],
    ]);
    expect(clocksOn('2023-12-04', play([...served, plan]))).toMatchObject({
      paymentDue: '2023-12-29 running before 2023-10-13',
      'instalmentDue 1': '2023-11-30 ended',
      'instalmentDue 2': '2023-12-29 running',
    });
    expect(dataOf(made(plan, served), 'TermChanged')).toMatchObject({
      term: { kind: 'instalments', instalments: [{ fen: 200000 }, { fen: 300000 }], missedMakesAllDue: false },
    });
  });
});

describe('a demand', () => {
  it('says sum, term, manner and rights, and starts the way to the court', () => {
    const given = [...served, demandIssued('2023-10-20')];
    expect(dataOf(made(demandIssued('2023-10-20'), served), 'DemandIssued')).toEqual({
      demand: 1,
      service: { mode: 'direct', servedOn: '2023-10-20' },
      documentNumber: '（示）文综罚字〔2023〕第1号',
      // Seven days late at three per cent a day.
      owed: { fineFen: 500000, confiscatedGainsFen: 0, surchargeFen: 105000 },
      within: { length: 10, unit: 'wd' },
      how: 'any-bank-or-electronic',
      rights: ['statement', 'defence'],
    });
    expect(clocksOn('2023-10-23', play(given))).toMatchObject({
      demandTermEnds: '2023-11-03 running',
      courtApplyBy: '2024-06-28 running',
    });
    const events = made(courtSought('2024-04-01', { objectState: '银行存款' }), [
      ...given,
      heardOnDemand('2023-10-23'),
    ]);
    expect(dataOf(events, 'CourtEnforcementSought')).toMatchObject({
      court: '示例县人民法院',
      papers: [
        { paper: 'decision', content: '（示）文综罚字〔2023〕第1号' },
        { paper: 'party-opinion', content: '请求暂缓' },
        { paper: 'demand' },
        { paper: 'state-of-object', content: '银行存款' },
      ],
    });
  });

  it.each([
    ['fifteen days after a reconsideration', [sought('2023-10-09'), concluded('2023-12-01', 'upheld')], '2024-03-18'],
    [
      'a judgment’s effect',
      [sought('2023-10-09', 'litigation'), concluded('2024-05-20', 'rejected', { effectiveOn: '2024-05-15' })],
      '2024-08-15',
    ],
    ['the end of a deferral', [deferred('2023-10-09', '2024-05-06')], '2024-08-06'],
  ])('is followed by the court within three months after %s', (_from, more, due) => {
    const { state } = play([...served, ...more]);
    expect(clocksOn('2024-05-21', { state, facts: [] })['courtApplyBy']).toContain(due);
  });
});
