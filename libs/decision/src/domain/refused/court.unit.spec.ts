import { clocksOf } from '../clocks';
import {
  courtAnswered,
  courtReviewed,
  courtReviewSought,
  courtSought,
  demandIssued,
  enforcementTerminated,
  paid,
  revokedByOwn,
  sought,
  stayed,
  writtenOff,
} from '../../spec-support/after-service.fixture.spec';
import { at } from '../../spec-support/other-steps.fixture.spec';
import { attempt, caseId, lawOn, play, type Played, type Step } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { upTo } from '../../spec-support/steps.fixture.spec';

/** The term of the application ends on 2024-06-28. */
const applied = [...upTo('served'), demandIssued('2023-10-20'), courtSought('2024-04-01')];
const refused = [
  ...applied,
  courtAnswered('2024-04-08', 'refused', { ground: '其他明显违法并损害被执行人合法权益', reasons: '未告知' }),
];
const stayedFor = [...refused, sought('2024-04-08', 'litigation', { late: '不可抗力' })];
const notAccepted = [...applied, courtAnswered('2024-04-03', 'not-accepted', { reasons: '材料不齐' })];

const clock = (name: string, steps: readonly Step[], day = '2024-04-09') =>
  clocksOf(play(steps).state, lawOn(at(day))).find((one) => one.name === name);

describe('an application to the court for enforcement', () => {
  it('is granted, and the court does the rest (ACL-57)', () => {
    const { state } = play([...applied, courtAnswered('2024-04-08', 'granted')]);
    expect(state.courtApplication).toMatchObject({
      on: '2024-04-01',
      answer: { answer: 'granted', ground: null, reasons: null, on: '2024-04-08' },
      review: null,
    });
    expect(clock('courtReviewBy', [...applied, courtAnswered('2024-04-08', 'granted')])).toBeUndefined();
  });

  it('is refused on a ground of the list, and the higher court can be asked within fifteen days (ACL-58)', () => {
    expect(play(refused).state.courtApplication?.answer).toMatchObject({ ground: 'other-unlawful', reasons: '未告知' });
    expect(clock('courtReviewBy', refused)).toMatchObject({
      ...{ rule: 'court-review', source: 'ACL-56, ACL-58', due: '2024-04-23', ours: true, state: 'running' },
    });
    const asked = [...refused, courtReviewSought('2024-04-23')];
    expect(clock('courtReviewBy', asked)).toMatchObject({ doneOn: '2024-04-23' });
    expect(clock('courtReviewBy', [...asked, courtReviewed('2024-05-20', false)])).toBeUndefined();
  });

  it('can be brought before the higher court while execution is stayed: its fifteen days run on', () => {
    const { state } = play([...stayedFor, stayed('2024-04-09'), courtReviewSought('2024-04-10')]);
    expect(state.courtApplication?.review).toMatchObject({ on: '2024-04-10' });
  });

  it('and its end are told to the collecting side, which would otherwise count on the court', () => {
    const told = (steps: readonly Step[]) => play(steps).facts.at(-1);
    const turnedAway = { fineId: play(applied).state.service?.fineId, caseId, on: '2024-04-08' };
    expect(told(refused)).toMatchObject({ type: 'FineTurnedAwayByCourt', data: turnedAway });
    expect(told(notAccepted)).toMatchObject({ type: 'FineTurnedAwayByCourt', data: { on: '2024-04-03' } });
    expect(told([...applied, courtAnswered('2024-04-08', 'granted')])?.type).toBe('CourtEnforcementAnswered');
    const asked = [...refused, courtReviewSought('2024-04-23')];
    expect(told([...asked, courtReviewed('2024-05-20', true)])?.type).toBe('CourtReviewConcluded');
    expect(told([...asked, courtReviewed('2024-05-20', false)])).toMatchObject({
      ...{ type: 'FineTakenToCourt', data: { appliedOn: '2024-04-01' } },
    });
  });

  it('is granted after all, or stays refused', () => {
    const asked = [...refused, courtReviewSought('2024-04-23')];
    const granted = play([...asked, courtReviewed('2024-05-20', false)]).state.courtApplication;
    expect(granted).toMatchObject({ answer: { answer: 'granted', ground: null, on: '2024-05-20' }, review: null });
    const upheld = play([...asked, courtReviewed('2024-05-20', true)]).state.courtApplication;
    expect(upheld).toMatchObject({
      answer: { answer: 'refused' },
      review: { court: '示例市中级人民法院', on: '2024-04-23', upheldOn: '2024-05-20' },
    });
  });

  it('is made again where the court did not take it up (ACL-56)', () => {
    expect(clock('courtApplyBy', applied)?.doneOn).toBe('2024-04-01');
    expect(clock('courtApplyBy', notAccepted)).toMatchObject({ state: 'running', due: '2024-06-28' });
    const again = play([...notAccepted, courtSought('2024-04-15')]).state.courtApplication;
    expect(again).toMatchObject({ on: '2024-04-15', answer: null, review: null });
  });

  it('is open again where the higher court has it taken up, and made again where it does not', () => {
    const asked = [...notAccepted, courtReviewSought('2024-04-15')];
    expect(clock('courtApplyBy', asked)?.doneOn).toBe('2024-04-01');
    const accepted = play([...asked, courtReviewed('2024-04-29', false)]).state.courtApplication;
    expect(accepted).toMatchObject({ on: '2024-04-01', answer: null, review: null });
    const turnedDown = [...asked, courtReviewed('2024-04-29', true), courtSought('2024-05-06')];
    expect(play(turnedDown).state.courtApplication?.on).toBe('2024-05-06');
  });

  it('has no term any more when the money is paid', () => {
    const late = lawOn(at('2024-04-10'));
    const names = clocksOf(paid(play(refused), '2024-04-09').state, late).map(({ name }) => name);
    expect(names).not.toContain('courtReviewBy');
  });
});

describe('a review by the higher court of what is paid or written off', () => {
  const codes = (played: Played) => attempt(courtReviewSought('2024-04-10'), played).refused?.map(({ code }) => code);

  it('is asked for no more, as its term has ended', () => {
    expect(codes(paid(play(refused), '2024-04-09'))).toEqual(['fine.paid']);
    expect(codes(writtenOff(play(refused), '2024-04-09'))).toEqual(['fine.written-off']);
  });
});

describe('it is refused, of the court’s answer:', () => {
  itIsRefused([
    {
      title: 'where nobody applied',
      given: upTo('served'),
      attempt: courtAnswered('2024-04-08', 'granted'),
      refused: ['court.no-open-application ACL-56'],
    },
    {
      title: 'a second one',
      given: refused,
      attempt: courtAnswered('2024-04-09', 'granted'),
      refused: ['court.no-open-application ACL-56'],
    },
    {
      title: 'a refusal on no ground of the list',
      given: applied,
      attempt: courtAnswered('2024-04-08', 'refused', { ground: 'whim' }),
      refused: ['court.ground-unknown ACL-58'],
      tells: [{ ground: 'whim' }],
    },
    {
      title: 'a refusal on no ground at all',
      given: applied,
      attempt: courtAnswered('2024-04-08', 'refused'),
      refused: ['court.ground-unknown ACL-58'],
      tells: [{ ground: null }],
    },
    {
      title: 'a ground of what was granted',
      given: applied,
      attempt: courtAnswered('2024-04-08', 'granted', { ground: 'no-facts' }),
      refused: ['court.ground-unknown ACL-58'],
      tells: [{ ground: 'no-facts' }],
    },
    {
      title: 'a refusal on the open ground without reasons',
      given: applied,
      attempt: courtAnswered('2024-04-08', 'refused', { ground: 'other-unlawful' }),
      refused: ['court.reasons-missing ACL-56, ACL-58'],
    },
    {
      title: 'one that accepts nothing and says nothing',
      given: applied,
      attempt: courtAnswered('2024-04-08', 'not-accepted'),
      refused: ['court.reasons-missing ACL-56, ACL-58'],
    },
    {
      title: 'a review of what is open',
      given: applied,
      attempt: courtReviewSought('2024-04-09'),
      refused: ['court.nothing-to-review ACL-56, ACL-58'],
    },
    {
      title: 'a review of what was granted',
      given: [...applied, courtAnswered('2024-04-08', 'granted')],
      attempt: courtReviewSought('2024-04-09'),
      refused: ['court.nothing-to-review ACL-56, ACL-58'],
    },
    {
      title: 'a review where the decision has fallen',
      given: [...refused, revokedByOwn('2024-04-09')],
      attempt: courtReviewSought('2024-04-10'),
      refused: ['decision.fallen APL-75'],
      tells: [{ on: '2024-04-09', how: 'revoked' }],
    },
    {
      title: 'a review where enforcement was given up',
      given: [...refused, enforcementTerminated('2024-04-09')],
      attempt: courtReviewSought('2024-04-10'),
      refused: ['enforcement.ended ACL-40'],
      tells: [{ on: '2024-04-09' }],
    },
    {
      title: 'a second review',
      given: [...refused, courtReviewSought('2024-04-09')],
      attempt: courtReviewSought('2024-04-10'),
      refused: ['court.review-already-requested ACL-56, ACL-58'],
      tells: [{ on: '2024-04-09' }],
    },
    {
      title: 'a review on the sixteenth day',
      given: refused,
      attempt: courtReviewSought('2024-04-24'),
      refused: ['court.review-late ACL-56, ACL-58'],
      tells: [{ until: '2024-04-23' }],
    },
    {
      title: 'the end of a review that nobody asked for',
      given: refused,
      attempt: courtReviewed('2024-05-20', true),
      refused: ['court.review-not-requested ACL-56, ACL-58'],
    },
    {
      title: 'the end of a review that has ended',
      given: [...refused, courtReviewSought('2024-04-09'), courtReviewed('2024-05-20', true)],
      attempt: courtReviewed('2024-05-21', false),
      refused: ['court.review-not-requested ACL-56, ACL-58'],
    },
    {
      title: 'another application while the higher court looks at the first',
      given: [...notAccepted, courtReviewSought('2024-04-15')],
      attempt: courtSought('2024-04-16'),
      refused: ['court.already-sought ACL-53'],
    },
    {
      title: 'another application where the first was refused',
      given: refused,
      attempt: courtSought('2024-05-20'),
      refused: ['court.already-sought ACL-53'],
    },
  ]);
});
