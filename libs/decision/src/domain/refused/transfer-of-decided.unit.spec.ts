import { clocksOf } from '../clocks';
import { fen } from '@fajiao/kernel';
import { caseFileOf, wordsOf } from '../../spec-support/documents.fixture.spec';
import { closed, paid } from '../../spec-support/after-service.fixture.spec';
import { at, changed, revision } from '../../spec-support/other-steps.fixture.spec';
import { attempt, lawOn, play, type Step } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { afterService, declined, judged, transfer, transferUpTo } from '../../spec-support/spot-steps.fixture.spec';
import { straightCase, upTo } from '../../spec-support/steps.fixture.spec';
import { forms } from '../../application/forms';

const { proposed, returned } = transfer;
const [toPolice, granted, handedOver] = afterService;
const away = [...upTo('served'), ...afterService];
const closedCase = () => play([straightCase.closed], paid(play(upTo('served')), '2023-10-09'));

describe('a crime that is found when the case is decided', () => {
  it('goes to the justice organs, and the decision goes on as it was (D310-11)', () => {
    const { state } = play(away);
    expect(state).toMatchObject({ status: 'served', decision: { outcome: 'penalty' }, ending: null });
    expect(state.transfers.at(-1)).toMatchObject({ kind: 'justice', handedOver: { status: 'served' } });
    expect(paid(play(away), '2023-10-12').state.status).toBe('paid');
  });

  it('tells the police of the decision, so that a fine is set off', () => {
    const played = play(away);
    const words = wordsOf(forms['transfer-letter'].fill(caseFileOf(played, handedOver!.at)));
    expect(words).toContain('本机关已于2023年9月28日就该案作出决定（（示）文综罚字〔2023〕第1号）');
    expect(words).toContain('依法折抵罚金');
    const before = play(transferUpTo('handedOver'));
    expect(wordsOf(forms['transfer-letter'].fill(caseFileOf(before, '2024-05-28T16:00+08:00')))).not.toContain('折抵');
  });

  it('leaves the term for deciding as it was kept', () => {
    const decideBy = (steps: readonly Step[]) =>
      clocksOf(play(steps).state, lawOn(at('2023-11-20'))).find(({ name }) => name === 'decideBy');
    expect(decideBy(away)).toEqual(decideBy(upTo('served')));
    expect(decideBy(away)).toMatchObject({ state: 'met', doneOn: '2023-09-28', due: '2023-12-11' });
  });

  it('comes back to wherever the case has come meanwhile', () => {
    const back = { ...returned, at: at('2023-11-20') };
    expect(play([back], play(away)).state.status).toBe('served');
    expect(play([back], paid(play(away), '2023-10-12')).state.status).toBe('paid');
    expect(play([{ ...declined, at: at('2023-11-20') }], play(away)).state.transfers.at(-1)?.returned?.declined).toBe(
      true,
    );
  });

  it('opens a closed case again, which is closed once it is handed over, and still hears what came of it', () => {
    const opened = play([{ ...toPolice!, at: at('2023-11-20') }], closedCase());
    expect(opened.state).toMatchObject({ status: 'reopened', ending: null });
    const again = attempt(closed('2023-11-20'), opened).refused?.map(({ code }) => code);
    expect(again).toContain('transfer.pending');
    const handed = play(
      [
        { ...granted!, at: at('2023-11-21') },
        { ...handedOver!, at: at('2023-11-21', '12:00') },
        closed('2023-11-22'),
        judged(at('2024-05-06'), { setOffFen: 500000 }),
        { ...returned, at: at('2024-05-07') },
      ],
      opened,
    );
    expect(handed.state.status).toBe('closed');
    expect(handed.state.transfers.at(-1)?.judgment).toEqual({
      ...{ court: '示例县人民法院', judgment: '（2024）示0922刑初1号', effectiveOn: '2024-05-06' },
      ...{ criminalFineFen: 2000000, setOffFen: 500000, revision: handed.state.log.length - 2 },
    });
  });
});

describe('a criminal judgment is refused:', () => {
  itIsRefused([
    {
      title: 'of a case that was never handed over',
      given: upTo('served'),
      attempt: judged(at('2023-11-20')),
      refused: ['transfer.not-handed-over APL-27'],
    },
    {
      title: 'a second time',
      given: [...away, judged(at('2023-11-20'))],
      attempt: judged(at('2023-11-21')),
      refused: ['criminal-judgment.already-recorded APL-35'],
    },
    {
      title: 'before its effect',
      given: away,
      attempt: judged(at('2023-11-20'), { effectiveOn: '2023-11-21' }),
      refused: ['criminal-judgment.day-impossible APL-35'],
    },
    {
      title: 'from before the hand-over',
      given: away,
      attempt: judged(at('2023-11-20'), { effectiveOn: '2023-10-09' }),
      refused: ['criminal-judgment.day-impossible APL-35'],
    },
    {
      title: 'that sets off more than was imposed',
      given: away,
      attempt: judged(at('2023-11-20'), { setOffFen: 500001 }),
      refused: ['criminal-judgment.set-off-above-fine APL-35'],
    },
    {
      title: 'that sets off more than it imposes',
      given: away,
      attempt: judged(at('2023-11-20'), { criminalFineFen: 100000, setOffFen: 100001 }),
      refused: ['criminal-judgment.set-off-above-fine APL-35'],
    },
    {
      title: 'that sets off a fine before there is one',
      given: transferUpTo('handedOver'),
      attempt: judged(at('2024-06-10'), { setOffFen: 1 }),
      refused: ['criminal-judgment.set-off-above-fine APL-35'],
    },
  ]);
});

describe('whom a court has fined for the act', () => {
  const judgedSteps = [
    ...upTo('waived'),
    { ...proposed, at: at('2023-09-25') },
    { ...transfer.granted, at: at('2023-09-26') },
    { ...transfer.handedOver, at: at('2023-09-26', '15:00') },
    judged(at('2023-10-09')),
    { ...returned, at: at('2023-10-10') },
  ];
  const warnedOnly = changed(revision({ penalties: [{ kind: 'warning' }] }), {}, { at: at('2023-10-11') });

  it('is not fined any more (APL-35)', () => {
    const { refused } = attempt({ ...straightCase.decided, at: at('2023-10-11') }, play(judgedSteps));
    expect(refused).toEqual([
      { code: 'fine.after-criminal-fine', source: 'APL-35', detail: { judgment: '（2024）示0922刑初1号' } },
    ]);
  });

  it('may still be warned', () => {
    const { state } = play([...judgedSteps, warnedOnly, { ...straightCase.decided, at: at('2023-10-12') }]);
    expect(state.decision).toMatchObject({ penalties: [{ kind: 'warning' }] });
  });

  it('is fined where the court imposed no fine', () => {
    const unfined = judgedSteps.map((step) =>
      step.act === 'record-criminal-judgment' ? judged(step.at, { criminalFineFen: 0 }) : step,
    );
    const { state } = play([...unfined, { ...straightCase.decided, at: at('2023-10-12') }]);
    expect(state.decision).toMatchObject({ payment: { fineFen: fen(500000) } });
  });
});
