import { closed, paid } from '../spec-support/after-service.fixture.spec';
import { at, endOfCalendar, hearingNotice, hearingRequest, suspension } from '../spec-support/other-steps.fixture.spec';
import { lawOn, play, type Played, type Step } from '../spec-support/play.fixture.spec';
import { transferUpTo } from '../spec-support/spot-steps.fixture.spec';
import { majorUpTo, straightCase, upTo } from '../spec-support/steps.fixture.spec';
import { dueTerms } from './due';

/** What the deciding side has to do next in a case, as `term by day`, the nearest first. */
const due = ({ state }: Played, day: string): readonly string[] =>
  dueTerms(state, lawOn(at(day))).map((term) => `${term.clock} by ${term.due}`);

describe('what is due', () => {
  it.each<[string, readonly Step[], string, readonly string[]]>([
    ['the approval, of a case that is filed', upTo('filed'), '2023-09-12', ['fileBy by 2023-09-20']],
    ['the decision, of an approved one', upTo('approved'), '2023-09-13', ['decideBy by 2023-12-11']],
    [
      'the service first and the payment then, of a decided one',
      upTo('decided'),
      '2023-09-28',
      ['serveBy by 2023-10-13'],
    ],
    ['the payment, of a served one', upTo('served'), '2023-09-29', ['paymentDue by 2023-10-13']],
    [
      'nothing of the party’s, whose windows are its own, nor the day before which no hearing is held',
      [...majorUpTo('noticed'), hearingRequest, hearingNotice],
      '2024-03-25',
      ['decideBy by 2024-06-03'],
    ],
    [
      'the decision on a transfer before that of the case',
      transferUpTo('proposed'),
      '2024-05-27',
      ['transferDecisionBy by 2024-05-30', 'decideBy by 2024-08-19'],
    ],
  ])('is %s', (_what, given, day, expected) => {
    expect(due(play(given), day)).toEqual(expected);
  });

  it('is nothing in a case that is closed', () => {
    expect(due(play([closed('2023-10-10')], paid(play(upTo('served')), '2023-10-09')), '2023-10-11')).toEqual([]);
  });

  it('names the act that keeps the term, and its rule', () => {
    const [first] = dueTerms(play(upTo('filed')).state, lawOn(at('2023-09-12')));
    expect(first).toEqual({
      ...{ clock: 'fileBy', rule: 'filing', source: 'APL-54', act: 'approve-filing' },
      ...{ due: '2023-09-20', notBefore: '2023-09-20', dueAt: null, standsStill: false },
    });
    const [payment] = dueTerms(play(upTo('served')).state, lawOn(at('2023-09-29')));
    expect(payment).toMatchObject({ clock: 'paymentDue', act: null });
  });

  it('says to the minute when a term in hours ends', () => {
    const terms = dueTerms(play(transferUpTo('granted')).state, lawOn(at('2024-05-28')));
    expect(terms[0]).toMatchObject({ clock: 'handOverBy', due: '2024-05-29', dueAt: '2024-05-29T01:00:00.000Z' });
  });

  it('stands still while the case is suspended, and cannot end before the day that was its end', () => {
    const terms = dueTerms(play([...upTo('waived'), suspension]).state, lawOn(at('2023-10-01')));
    expect(terms).toMatchObject([{ clock: 'decideBy', due: null, notBefore: '2023-12-11', standsStill: true }]);
  });

  it('is not guessed where it needs a calendar year that is not loaded', () => {
    const decided = { ...straightCase.decided, at: at('2026-12-31') };
    const waived = { ...straightCase.waived, at: at('2026-12-29') };
    const hearingLess = play([...endOfCalendar, waived, decided]);
    const terms = dueTerms(hearingLess.state, lawOn(at('2026-12-31')));
    expect(terms).toMatchObject([{ clock: 'serveBy', due: null, notBefore: '2027-01-07', standsStill: false }]);
  });
});
