import { clocksOf } from '../clocks';
import { appealed, concluded, judgmentGiven, replied, sought } from '../../spec-support/after-service.fixture.spec';
import { at } from '../../spec-support/other-steps.fixture.spec';
import { lawOn, play, said, type Step } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { upTo } from '../../spec-support/steps.fixture.spec';

const inCourt = [...upTo('served'), sought('2023-10-09', 'litigation')];
/** Served on Monday, 2023-12-04: to be appealed from until 2023-12-19. */
const judged = [...inCourt, judgmentGiven('2023-12-04', 'upheld')];
const onAppeal = [...judged, appealed('2023-12-11')];
const lateOnAppeal = [...judged, appealed('2023-12-25')];
const remanded = [...onAppeal, judgmentGiven('2024-03-04', 'revoked')];

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
        appeals: [{ by: 'party', appealedOn: '2023-12-11', inTime: true }],
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
    expect(state.remedies.at(-1)?.appeals).toMatchObject([{ appealedOn: '2023-12-20', inTime: false }]);
    const told = play([...judged, appealed('2023-12-20', 'party', { appealedOn: '2023-12-19' })]);
    expect(told.state.remedies.at(-1)?.appeals).toMatchObject([{ inTime: true }]);
  });
});

describe('a judgment that nobody appealed from, recorded ten days late', () => {
  const revoked = [...inCourt, judgmentGiven('2023-12-04', 'revoked')];

  it('ended its suit, and with it the pause of the surcharge, on the day after the term', () => {
    for (const day of ['2023-12-20', '2023-12-30']) {
      const told = { remedy: 1, endedOn: '2023-12-20', accepted: true };
      expect(said('RemedyEnded', concluded(day, 'upheld'), judged)).toMatchObject(told);
    }
    const right = concluded('2023-12-30', 'upheld', { effectiveOn: '2023-12-20' });
    expect(play([...judged, right]).state.remedies).toMatchObject([{ concluded: { endedOn: '2023-12-20' } }]);
  });

  it('made the decision fall on that day', () => {
    expect(play([...revoked, concluded('2023-12-30', 'revoked')]).state.fall?.on).toBe('2023-12-20');
  });

  it('starts the three months for the court on that day', () => {
    const due = (day: string) => clock('courtApplyBy', [...judged, concluded(day, 'upheld')], '2024-01-10')?.due;
    expect(due('2023-12-30')).toBe('2024-03-20');
    expect(due('2023-12-20')).toBe('2024-03-20');
  });
});

describe('an appeal', () => {
  it('by the side served first is in time before the last service', () => {
    const early = appealed('2023-12-05', 'party', { appealedOn: '2023-12-01' });
    expect(said('AppealFiled', early, judged)).toMatchObject({ appealedOn: '2023-12-01', inTime: true });
    expect(clock('appealBy', [...judged, early], '2023-12-05')).toMatchObject({ state: 'met', doneOn: '2023-12-01' });
    const onTheDayOfTheSuit = appealed('2023-12-05', 'party', { appealedOn: '2023-10-09' });
    expect(said('AppealFiled', onTheDayOfTheSuit, judged)).toMatchObject({ inTime: true });
  });

  it('by the authority leaves the party its own, which is replied to from its day', () => {
    const answered = [...inCourt, replied('2023-10-16'), judgmentGiven('2023-12-04', 'changed')];
    const both = [...answered, appealed('2023-12-11', 'authority'), appealed('2023-12-18')];
    expect(play(both).state.remedies).toMatchObject([{ appeals: [{ by: 'authority' }, { by: 'party' }] }]);
    expect(clock('replyBy', both, '2023-12-19')).toMatchObject({
      ...{ rule: 'appeal-reply', due: '2024-01-02', state: 'running' },
    });
    expect(clock('appealBy', both, '2023-12-19')).toMatchObject({ state: 'met', doneOn: '2023-12-11' });
  });

  it('that was late and not heard leaves the judgment in effect from the day after its term', () => {
    const unheard = concluded('2024-03-04', 'upheld', { effectiveOn: '2023-12-20' });
    expect(play([...lateOnAppeal, unheard]).state.remedies).toMatchObject([
      { appeals: [{ inTime: false }], concluded: { outcome: 'upheld', endedOn: '2023-12-20' } },
    ]);
  });

  it('that was late and heard ends with the second instance, on its own day at the earliest', () => {
    for (const effectiveOn of ['2023-12-25', '2024-03-01']) {
      const heard = concluded('2024-03-04', 'revoked', { effectiveOn });
      expect(play([...lateOnAppeal, heard]).state.fall?.on).toBe(effectiveOn);
    }
  });

  it('that was late takes nothing from the other side’s in time', () => {
    const both = [...judged, appealed('2023-12-19', 'authority'), appealed('2023-12-25')];
    expect(said('RemedyEnded', concluded('2024-03-04', 'revoked'), both)).toMatchObject({ endedOn: '2024-03-04' });
  });
});

describe('a case that the second instance remanded', () => {
  it('is judged again, to be appealed from again (ALL-89)', () => {
    expect(clock('appealBy', remanded, '2024-03-05')).toMatchObject({ due: '2024-03-19', state: 'running' });
    const { remedies } = play([...remanded, appealed('2024-03-11')]).state;
    expect(remedies).toMatchObject([
      { judgment: { outcome: 'revoked' }, appeals: [{ appealedOn: '2023-12-11' }, { appealedOn: '2024-03-11' }] },
    ]);
  });

  it('ends as it was judged the second time when nobody appeals any more', () => {
    const { state } = play([...remanded, concluded('2024-03-30', 'revoked')]);
    expect(state.fall?.on).toBe('2024-03-20');
  });

  it('can have been judged again on the day of the appeal at the earliest', () => {
    const again = judgmentGiven('2024-03-04', 'revoked', { servedOn: '2023-12-11' });
    expect(said('JudgmentGiven', again, onAppeal)).toMatchObject({ servedOn: '2023-12-11' });
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
      title: 'a second appeal by the same side',
      given: onAppeal,
      attempt: appealed('2023-12-12'),
      refused: ['appeal.already-filed ALL-85'],
      tells: [{ on: '2023-12-11' }],
    },
    {
      title: 'an appeal from before the suit',
      given: judged,
      attempt: appealed('2023-12-11', 'party', { appealedOn: '2023-10-08' }),
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
      title: 'an end that is said to have been on the last day of the appeal',
      given: judged,
      attempt: concluded('2023-12-30', 'upheld', { effectiveOn: '2023-12-19' }),
      refused: ['remedy.day-impossible ALL-85'],
      tells: [{ day: '2023-12-19', notBefore: '2023-12-20', notAfter: '2023-12-20' }],
    },
    {
      title: 'an end that is said to have been later than by law',
      given: judged,
      attempt: concluded('2023-12-30', 'upheld', { effectiveOn: '2023-12-21' }),
      refused: ['remedy.day-impossible ALL-85'],
    },
    {
      title: 'an end on the day before the judgment took effect by law, told on that day',
      given: judged,
      attempt: concluded('2023-12-19', 'upheld', { effectiveOn: '2023-12-19' }),
      refused: ['remedy.judgment-not-in-effect ALL-85', 'remedy.day-impossible ALL-85'],
    },
    {
      title: 'an end after a late appeal that does not tell whether it was heard',
      given: lateOnAppeal,
      attempt: concluded('2024-03-04', 'upheld'),
      refused: ['remedy.effect-untold ALL-85'],
      tells: [{ on: '2023-12-25', first: '2023-12-20' }],
    },
    {
      title: 'an end that lies before a late appeal and is not that by law',
      given: lateOnAppeal,
      attempt: concluded('2024-03-04', 'upheld', { effectiveOn: '2023-12-24' }),
      refused: ['remedy.day-impossible ALL-85'],
    },
    {
      title: 'another end than the judgment where a late appeal was not heard',
      given: lateOnAppeal,
      attempt: concluded('2024-03-04', 'revoked', { effectiveOn: '2023-12-20' }),
      refused: ['remedy.differs-from-judgment ALL-85'],
    },
    ...['withdrawn', 'mediated'].map((outcome) => ({
      title: `a judgment that nobody can appeal from: ${outcome}`,
      given: inCourt,
      attempt: judgmentGiven('2023-12-04', outcome),
      refused: ['remedy.not-appealable ALL-85'],
      tells: [{ outcome }],
    })),
    {
      title: 'a judgment after a remand that was served before the appeal',
      given: onAppeal,
      attempt: judgmentGiven('2024-03-04', 'revoked', { servedOn: '2023-12-10' }),
      refused: ['remedy.day-impossible ALL-85'],
    },
    {
      title: 'a third judgment without another appeal',
      given: remanded,
      attempt: judgmentGiven('2024-03-05', 'upheld'),
      refused: ['remedy.already-judged ALL-85'],
      tells: [{ servedOn: '2024-03-04' }],
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
