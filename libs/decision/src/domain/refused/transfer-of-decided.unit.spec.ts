import { clocksOf } from '../clocks';
import { fen } from '@fajiao/kernel';
import { caseFileOf, wordsOf } from '../../spec-support/documents.fixture.spec';
import { archived, closed, concluded, paid, revokedByOwn, sought } from '../../spec-support/after-service.fixture.spec';
import { at, changed, revision } from '../../spec-support/other-steps.fixture.spec';
import { attempt, lawOn, play, type Played, type Step } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import {
  afterService,
  declined,
  judged,
  reviewConclusion,
  reviewRequest,
  transfer,
  transferUpTo,
} from '../../spec-support/spot-steps.fixture.spec';
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

describe('the term for deciding anew, where the case is with the police when its decision falls', () => {
  // Approved on 2023-09-12, decided on 09-28, handed over on 10-10.
  const decideBy = (steps: readonly Step[], day = '2024-02-01') =>
    clocksOf(play(steps).state, lawOn(at(day))).find(({ name }) => name === 'decideBy');
  const back = (day: string): Step => ({ ...returned, at: at(day) });
  const attacked = [...upTo('served'), sought('2023-10-09')];
  const ordered = concluded('2023-12-01', 'redo');

  it('stands still from the order until the case is back (APL-60)', () => {
    expect(decideBy([...attacked, ...afterService, ordered])).toMatchObject({
      ...{ startedOn: '2023-12-01', due: null, reason: 'standing-still', state: 'standing-still' },
      pausedBy: [{ from: '2023-12-01', through: null }],
    });
    // Neither the day of the order nor that of the return is left out.
    expect(decideBy([...attacked, ordered])).toMatchObject({ due: '2024-02-29' });
    expect(decideBy([...attacked, ...afterService, ordered, back('2023-12-21')])).toMatchObject({ due: '2024-03-19' });
  });

  it('is not moved by what was over before the order', () => {
    const over = [...attacked, ...afterService, back('2023-11-20'), ordered];
    expect(decideBy(over)).toEqual(decideBy([...attacked, ordered]));
  });

  it('runs on from the approval where the authority itself revoked, without what was left out while it was decided', () => {
    const own = revokedByOwn('2023-11-20', true);
    const never = decideBy([...upTo('served'), own]);
    expect(never).toMatchObject({ startedOn: '2023-09-12', due: '2023-12-11' });
    expect(decideBy([...upTo('served'), ...afterService, back('2023-11-10'), own])).toEqual(never);
    // From the fall to the day before the return.
    expect(decideBy([...upTo('served'), ...afterService, own, back('2023-11-30')])).toMatchObject({
      due: '2023-12-21',
      pausedBy: [{ from: '2023-11-20', through: '2023-11-29' }],
    });
    expect(decideBy([...upTo('served'), ...afterService, own])?.state).toBe('standing-still');
  });
});

describe('the file of a case with the police', () => {
  const codes = (step: Step, played: Played) => attempt(step, played).refused?.map(({ code }) => code);
  const handed = play(
    [
      { ...toPolice!, at: at('2023-11-20') },
      { ...granted!, at: at('2023-11-21') },
      { ...handedOver!, at: at('2023-11-21', '12:00') },
      closed('2023-11-22'),
    ],
    closedCase(),
  );
  const refusal = { ...declined, at: at('2023-12-01') };
  const review = { ...reviewRequest, at: at('2023-12-04') };

  it('is not archived before they have answered', () => {
    expect(codes(archived('2023-11-23'), handed)).toEqual(['case.transferred']);
    expect(play([refusal, archived('2023-12-04')], handed).state.archives).toHaveLength(1);
    expect(codes(archived('2023-12-05'), play([refusal, review], handed))).toEqual(['case.transferred']);
    const upheld = { ...reviewConclusion(false), at: at('2023-12-11') };
    expect(play([refusal, review, upheld, archived('2023-12-12')], handed).state.archives).toHaveLength(1);
  });

  it('is archived once a court has judged, and nothing more is added to it there', () => {
    const judgedFile = play([judged(at('2024-05-06')), archived('2024-05-07')], handed);
    expect(judgedFile.state.archives).toHaveLength(1);
    for (const step of [returned, declined])
      expect(codes({ ...step, at: at('2024-05-08') }, judgedFile)).toEqual(['archive.already']);
    expect(codes(review, play([refusal, archived('2023-12-01')], handed))).toEqual(['archive.already']);
  });

  it('is archived where another authority has taken the case over', () => {
    const elsewhere = transferUpTo('handedOver').map((step) =>
      step.act === 'propose-transfer' ? changed(step, { kind: 'authority' }) : step,
    );
    expect(play([...elsewhere, archived('2024-05-29')]).state.archives).toHaveLength(1);
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
