import { clocksOf } from '../clocks';
import { appealed, concluded, judgmentGiven, replied, sought } from '../../spec-support/after-service.fixture.spec';
import { at } from '../../spec-support/other-steps.fixture.spec';
import { lawOn, play, type Step } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { upTo } from '../../spec-support/steps.fixture.spec';

const inCourt = [...upTo('served'), sought('2023-10-09', 'litigation')];
/** Served on Monday, 2023-12-04: to be appealed from until 2023-12-19. */
const judged = [...inCourt, judgmentGiven('2023-12-04', 'upheld')];
const onAppeal = [...judged, appealed('2023-12-11')];

const clock = (name: string, steps: readonly Step[], day: string) =>
  clocksOf(play(steps).state, lawOn(at(day))).find((one) => one.name === name);

describe('a judgment of the first instance', () => {
  it('can be appealed from for fifteen days, a ruling for ten (ALL-85)', () => {
    expect(clock('appealBy', judged, '2023-12-05')).toMatchObject({
      ...{ rule: 'appeal', source: 'ALL-85', due: '2023-12-19', ours: false, state: 'running' },
    });
    const ruled = [...inCourt, judgmentGiven('2023-12-04', 'rejected', { form: 'ruling' })];
    expect(clock('appealBy', ruled, '2023-12-05')).toMatchObject({ rule: 'appeal-of-ruling', due: '2023-12-14' });
    expect(clock('appealBy', inCourt, '2023-12-05')).toBeUndefined();
  });

  it('runs from its last service', () => {
    const earlier = [...inCourt, judgmentGiven('2023-12-04', 'upheld', { servedOn: '2023-12-01' })];
    expect(clock('appealBy', earlier, '2023-12-05')?.due).toBe('2023-12-18'); // the 16th is a Saturday
  });

  it('takes effect when nobody appeals, with everything that follows from it', () => {
    const revoked = [...inCourt, judgmentGiven('2023-12-04', 'revoked')];
    expect(play(revoked).state).toMatchObject({ fall: null, remedies: [{ judgment: { outcome: 'revoked' } }] });
    const { state } = play([...revoked, concluded('2023-12-20', 'revoked')]);
    expect(state).toMatchObject({ fall: { how: 'revoked', by: 'litigation', on: '2023-12-20' } });
  });

  it('gives way to the second instance, whatever that decides', () => {
    expect(clock('appealBy', onAppeal, '2023-12-20')).toMatchObject({ state: 'met', doneOn: '2023-12-11' });
    const { state } = play([...onAppeal, concluded('2024-03-04', 'revoked')]);
    expect(state.remedies).toMatchObject([
      {
        judgment: { outcome: 'upheld', form: 'judgment', servedOn: '2023-12-04' },
        appeal: { by: 'party', appealedOn: '2023-12-11', inTime: true },
        concluded: { outcome: 'revoked', endedOn: '2024-03-04' },
      },
    ]);
  });

  it('is replied to again where the party appeals, not where the authority does', () => {
    const answered = [...inCourt, replied('2023-10-16'), judgmentGiven('2023-12-04', 'upheld')];
    expect(clock('replyBy', [...answered, appealed('2023-12-11')], '2023-12-12')).toMatchObject({
      ...{ rule: 'appeal-reply', due: '2023-12-26', state: 'running' },
    });
    const done = [...answered, appealed('2023-12-11'), replied('2023-12-20')];
    expect(clock('replyBy', done, '2023-12-21')).toMatchObject({ state: 'met', doneOn: '2023-12-20' });
    expect(clock('replyBy', [...answered, appealed('2023-12-11', 'authority')], '2023-12-12')).toMatchObject({
      ...{ rule: 'litigation-reply', doneOn: '2023-10-16' },
    });
  });

  it('is appealed from late where the court allows it, which shows', () => {
    const { state } = play([...judged, appealed('2023-12-20')]);
    expect(state.remedies.at(-1)?.appeal).toMatchObject({ appealedOn: '2023-12-20', inTime: false });
    const told = play([...judged, appealed('2023-12-20', 'party', { appealedOn: '2023-12-19' })]);
    expect(told.state.remedies.at(-1)?.appeal?.inTime).toBe(true);
  });
});

describe('it is refused, of the instances of a court:', () => {
  itIsRefused([
    {
      title: 'a judgment without a suit',
      given: upTo('served'),
      attempt: judgmentGiven('2023-12-04', 'upheld'),
      refused: ['remedy.none-pending ARL-48, ALL-67', 'remedy.not-in-court ALL-85'],
    },
    {
      title: 'a judgment in a reconsideration',
      given: [...upTo('served'), sought('2023-10-09')],
      attempt: judgmentGiven('2023-12-04', 'upheld'),
      refused: ['remedy.not-in-court ALL-85'],
    },
    {
      title: 'a second judgment of the first instance',
      given: judged,
      attempt: judgmentGiven('2023-12-05', 'upheld'),
      refused: ['remedy.already-judged ALL-85'],
      tells: [{ servedOn: '2023-12-04' }],
    },
    {
      title: 'a judgment that no court gives',
      given: inCourt,
      attempt: judgmentGiven('2023-12-04', 'no-decision'),
      refused: ['remedy.outcome-impossible ARL-63 to 69, ALL-69 to 77'],
    },
    {
      title: 'a judgment served before the suit',
      given: inCourt,
      attempt: judgmentGiven('2023-12-04', 'upheld', { servedOn: '2023-10-08' }),
      refused: ['remedy.day-impossible ALL-85'],
    },
    {
      title: 'an appeal from nothing',
      given: inCourt,
      attempt: appealed('2023-12-11'),
      refused: ['appeal.no-judgment ALL-85'],
    },
    {
      title: 'an appeal in a reconsideration',
      given: [...upTo('served'), sought('2023-10-09')],
      attempt: appealed('2023-12-11'),
      refused: ['remedy.not-in-court ALL-85', 'appeal.no-judgment ALL-85'],
    },
    {
      title: 'an appeal where nothing is pending',
      given: upTo('served'),
      attempt: appealed('2023-12-11'),
      refused: ['remedy.none-pending ARL-48, ALL-67', 'remedy.not-in-court ALL-85', 'appeal.no-judgment ALL-85'],
    },
    {
      title: 'a second appeal',
      given: onAppeal,
      attempt: appealed('2023-12-12', 'authority'),
      refused: ['appeal.already-filed ALL-85'],
      tells: [{ on: '2023-12-11' }],
    },
    {
      title: 'an appeal from before the judgment',
      given: judged,
      attempt: appealed('2023-12-11', 'party', { appealedOn: '2023-12-03' }),
      refused: ['remedy.day-impossible ALL-85'],
    },
    {
      title: 'the end of a suit on the last day of the appeal',
      given: judged,
      attempt: concluded('2023-12-19', 'upheld'),
      refused: ['remedy.judgment-not-in-effect ALL-85'],
      tells: [{ until: '2023-12-19' }],
    },
    {
      title: 'an end that is said to have been before the appeal had passed',
      given: judged,
      attempt: concluded('2023-12-21', 'upheld', { effectiveOn: '2023-12-04' }),
      refused: ['remedy.judgment-not-in-effect ALL-85'],
    },
    {
      title: 'another end than the judgment',
      given: judged,
      attempt: concluded('2023-12-20', 'revoked'),
      refused: ['remedy.differs-from-judgment ALL-85'],
      tells: [{ outcome: 'revoked', judged: 'upheld' }],
    },
    {
      title: 'the end of an appeal before it was filed',
      given: onAppeal,
      attempt: concluded('2023-12-20', 'upheld', { effectiveOn: '2023-12-10' }),
      refused: ['remedy.day-impossible APL-73'],
    },
  ]);
});
