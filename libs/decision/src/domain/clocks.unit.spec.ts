import { noCase } from './case-state';
import { clocksOf, type CaseClock } from './clocks';
import {
  concluded,
  enforcementSuspended,
  enforcementTerminated,
  paid,
  replied,
  revokedByOwn,
  sought,
} from '../spec-support/after-service.fixture.spec';
import {
  equipmentConfiscated,
  preserved,
  seized,
  seizureApproved,
  unlicensed,
} from '../spec-support/measures.fixture.spec';
import { at, changed } from '../spec-support/other-steps.fixture.spec';
import { lawOn, play, type Played, type Step } from '../spec-support/play.fixture.spec';
import { declined, onTheSpot, reviewRequest, transferUpTo } from '../spec-support/spot-steps.fixture.spec';
import { straightCase, upTo } from '../spec-support/steps.fixture.spec';

const clocks = (given: readonly Step[] | Played, day: string): readonly CaseClock[] =>
  clocksOf(('state' in given ? given : play(given)).state, lawOn(at(day)));
const clock = (name: string, given: readonly Step[] | Played, day: string) =>
  clocks(given, day).find((one) => one.name === name);
const names = (given: readonly Step[] | Played, day: string) => clocks(given, day).map(({ name }) => name);

describe('the clocks of a filing', () => {
  it('do not run before there is a case', () => {
    expect(clocksOf(noCase, lawOn(at('2023-09-11')))).toStrictEqual([]);
  });

  it('count the limitation from the end of an act that went on, and five years where somebody was harmed', () => {
    const filed = (more: object) => clock('limitationLastDay', [changed(straightCase.filed, more)], '2023-09-11');
    expect(filed({})).toMatchObject({ due: '2025-09-09', state: 'met' });
    expect(filed({ actEndDate: '2023-09-11' })).toMatchObject({ due: '2025-09-11' });
    expect(filed({ harm: 'life-health' })).toMatchObject({ due: '2028-09-09' });
  });

  it('are kept by an approval and by a refusal alike', () => {
    const refused: Step = { ...straightCase.approved, act: 'refuse-filing', data: { reason: '不符合立案标准' } };
    for (const answer of [straightCase.approved, refused])
      expect(clock('fileBy', [straightCase.filed, answer], '2023-10-20')).toMatchObject({
        ...{ state: 'met', doneOn: '2023-09-12' },
      });
    expect(clock('fileBy', upTo('filed'), '2023-10-20')).toMatchObject({ state: 'overdue' });
  });

  it('of a case that was dropped are not met by its end', () => {
    const dropped: Step = { at: at('2023-09-12'), by: 'head-1', act: 'drop', data: { ground: '当事人死亡' } };
    expect(clock('fileBy', [straightCase.filed, dropped], '2023-10-20')).toMatchObject({ state: 'overdue' });
  });
});

describe('the clocks of a decision', () => {
  it('run for its service and its publication', () => {
    expect(names(upTo('decided'), '2023-09-28')).toStrictEqual([
      ...['limitationLastDay', 'fileBy', 'decideBy', 'rightsWindowEnds'],
      ...['serveBy', 'disclosureDue', 'disclosureCeiling'],
    ]);
  });

  it('not to punish run for its service alone', () => {
    const spared = { ...straightCase.decided, act: 'decide-no-penalty', data: { ground: 'not-proven' } };
    expect(names([...upTo('concluded'), spared], '2023-09-28')).toStrictEqual([
      ...['limitationLastDay', 'fileBy', 'decideBy', 'serveBy'],
    ]);
  });

  it('keep the day of its service though it fell afterwards', () => {
    const fallen = [...upTo('served'), revokedByOwn('2023-10-09')];
    expect(clock('serveBy', fallen, '2023-10-10')).toMatchObject({ state: 'met', doneOn: '2023-09-28' });
  });

  it('tell the bureau’s own terms from those of the party', () => {
    const whose = Object.fromEntries(clocks(upTo('served'), '2023-10-09').map(({ name, ours }) => [name, ours]));
    expect(whose).toMatchObject({ decideBy: true, serveBy: true, paymentDue: true });
    expect(whose).toMatchObject({ rightsWindowEnds: false, reconsiderationBy: false, litigationBy: false });
  });
});

describe('the clocks of a transfer', () => {
  const ofTransfer = (steps: readonly Step[], when = '2024-06-20') =>
    names(steps, when).filter((name) => !['limitationLastDay', 'fileBy', 'decideBy'].includes(name));

  it('begin one after the other: the answer, the hand-over, the review of a refusal', () => {
    expect(ofTransfer(transferUpTo('approved'))).toStrictEqual([]);
    expect(ofTransfer(transferUpTo('proposed'))).toStrictEqual(['transferDecisionBy']);
    expect(ofTransfer(transferUpTo('granted'))).toStrictEqual(['transferDecisionBy', 'handOverBy']);
    expect(ofTransfer(transferUpTo('returned'))).toStrictEqual(['transferDecisionBy', 'handOverBy']);
    const refused = [...transferUpTo('handedOver'), declined];
    expect(ofTransfer(refused)).toStrictEqual(['transferDecisionBy', 'handOverBy', 'transferReviewBy']);
    expect(clock('transferReviewBy', [...refused, reviewRequest], '2024-06-20')).toMatchObject({
      ...{ state: 'met', doneOn: '2024-06-20', ours: true },
    });
  });

  it('of the hand-over are the bureau’s, and end with it', () => {
    expect(clock('handOverBy', transferUpTo('granted'), '2024-05-28')).not.toHaveProperty('doneOn');
    expect(clock('handOverBy', transferUpTo('handedOver'), '2024-06-01')).toMatchObject({
      ...{ ours: true, doneOn: '2024-05-28' },
    });
  });
});

describe('the clocks of measures', () => {
  it('begin with each of them, and for a seizure when it is carried out', () => {
    const ofMeasures = (steps: readonly Step[]) =>
      names(steps, '2023-09-15').filter((name) => !['limitationLastDay', 'fileBy', 'decideBy'].includes(name));
    expect(ofMeasures([...unlicensed, preserved])).toStrictEqual(['preservationResolveBy']);
    expect(ofMeasures([...unlicensed, seizureApproved])).toStrictEqual([]);
    expect(ofMeasures([...unlicensed, seizureApproved, seized])).toStrictEqual(['seizureEnds']);
  });
});

describe('the clocks of money taken on the spot', () => {
  const { decided, collected, handedIn } = onTheSpot;

  it('run for handing it in, and for paying it in after that', () => {
    const ofMoney = (steps: readonly Step[]) =>
      names(steps, '2024-09-18').filter((name) => !/^(limitation|report|payment|reconsideration)/.test(name));
    expect(ofMoney([decided])).toStrictEqual([]);
    expect(ofMoney([decided, collected])).toStrictEqual(['handInBy']);
    expect(ofMoney([decided, collected, handedIn])).toStrictEqual(['handInBy', 'depositBy']);
  });

  it('stand still on water until somebody says when it landed', () => {
    const afloat = [decided, changed(collected, { onWater: true })];
    expect(clock('handInBy', afloat, '2024-09-20')).toMatchObject({
      ...{ due: null, state: 'standing-still', pausedBy: [{ from: '2024-09-13', through: null, by: '水上' }] },
    });
  });

  it('count from the landing', () => {
    const landed = [decided, changed(collected, { onWater: true, landedOn: '2024-09-13' })];
    expect(clock('handInBy', landed, '2024-09-20')).toMatchObject({ due: '2024-09-18', state: 'overdue' });
  });

  it('do not end the term of payment where gains are owed too', () => {
    const remote = { ground: 'remote-at-request', receiptNumber: '晋财0001235', circumstances: '当事人提出' };
    const taken = { at: at('2023-10-09'), by: 'officer-1', act: 'collect-on-the-spot', data: remote };
    const gains = { kind: 'confiscation-of-gains', fen: 100000 };
    const proposal = { penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 500000 }, gains], tier: '一般' };
    const withGains = [
      ...upTo('questioned'),
      changed(straightCase.concluded, { proposal }),
      ...upTo('served').slice(5),
    ];
    expect(clock('paymentDue', [...upTo('served'), taken], '2023-11-01')).toMatchObject({ state: 'met' });
    expect(clock('paymentDue', [...withGains, taken], '2023-11-01')).toMatchObject({ state: 'overdue' });
  });
});

describe('the clock of the reply to a remedy', () => {
  const pending = [...upTo('served'), sought('2023-10-09')];
  const reply = (steps: readonly Step[]) => clock('replyBy', [...pending, ...steps], '2023-11-01');

  it('is met by the reply, and does not run on where the remedy ended without one', () => {
    expect(reply([])).toMatchObject({ due: '2023-10-23', state: 'overdue' });
    expect(reply([concluded('2023-10-12', 'withdrawn')])).toBeUndefined();
    expect(reply([replied('2023-10-12'), concluded('2023-10-20', 'upheld')])).toMatchObject({ state: 'met' });
  });
});

describe('the clock of the application to the court', () => {
  const served = upTo('served');
  const due = (given: readonly Step[] | Played) => clock('courtApplyBy', given, '2024-04-08');

  it('runs while the fine is overdue', () => {
    expect(due(served)).toMatchObject({ due: '2024-06-28', state: 'running', ours: true });
    expect(clock('courtApplyBy', served, '2023-10-13')).toBeUndefined();
  });

  it('ends with its payment, its fall or its enforcement', () => {
    expect(due(paid(play(served), '2023-11-01'))).toBeUndefined();
    expect(due([...served, revokedByOwn('2023-11-01')])).toBeUndefined();
    expect(due([...served, enforcementTerminated('2023-11-01')])).toBeUndefined();
  });

  it('goes on beside that of a suspended enforcement', () => {
    const suspended = [...served, enforcementSuspended('2023-11-01')];
    expect(due(suspended)).toMatchObject({ state: 'running' });
    expect(clock('enforcementSuspendedUntil', suspended, '2024-04-08')).toMatchObject({ due: '2026-11-01' });
  });

  it('does not run where goods alone were confiscated', () => {
    expect(clock('courtApplyBy', [...unlicensed, ...equipmentConfiscated], '2024-04-08')).toBeUndefined();
  });
});
