import { clocksOf } from '../clocks';
import { caseFileOf, wordsOf } from '../../spec-support/documents.fixture.spec';
import {
  at,
  changed,
  hearing,
  hearingNotice,
  hearingRequest,
  lowered,
  proposingMajor,
  requestWithdrawn,
} from '../../spec-support/other-steps.fixture.spec';
import { attempt, lawOn, play } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { majorCase, majorUpTo } from '../../spec-support/steps.fixture.spec';
import { forms } from '../../application/forms';

/** Noticed on 2024-03-19: statement and request until 2024-03-26. */
const requested = [...majorUpTo('noticed'), hearingRequest];
const withdrawn = [...requested, requestWithdrawn()];
const reviewed = { ...majorCase.reviewed, at: at('2024-03-25', '15:00') };
const deliberated = (day: string) => ({ ...majorCase.deliberated, at: at(day, '09:00') });
const decided = (day: string) => ({ ...majorCase.decided, at: at(day, '15:00') });

describe('a request for a hearing that the party takes back', () => {
  it('is no bar to the decision any more', () => {
    const { refused } = attempt(majorCase.decided, play([...requested, reviewed, majorCase.deliberated]));
    expect(refused?.map(({ code }) => code)).toEqual(['hearing.missing']);
    const { state } = play([...withdrawn, reviewed, majorCase.deliberated, majorCase.decided]);
    expect(state.decision?.outcome).toBe('penalty');
    expect(state.hearing).toMatchObject({ requested: { on: '2024-03-21' }, withdrawn: { on: '2024-03-25' } });
  });

  it('leaves the party the rest of the window for its statement, and ends the one for a hearing', () => {
    const early = [...withdrawn, reviewed, deliberated('2024-03-26')];
    const codes = (steps: Parameters<typeof play>[0], day: string) =>
      attempt(decided(day), play(steps)).refused?.map(({ code, source, detail }) => ({ code, source, ...detail }));
    const open = { code: 'notice.window-open', until: '2024-03-26' };
    expect(codes(early, '2024-03-26')).toEqual([{ ...open, source: 'APL-45' }]);
    const waived = { at: at('2024-03-25', '16:00'), by: 'officer-1', act: 'waive-rights', data: { statement: '放弃' } };
    expect(codes([...withdrawn, reviewed, waived, deliberated('2024-03-26')], '2024-03-26')).toBeUndefined();
    const unasked = [...majorUpTo('noticed'), reviewed, waived, deliberated('2024-03-26')];
    expect(codes(unasked, '2024-03-26')).toEqual([{ ...open, source: 'APL-64' }]);
  });

  it('takes the day of the hearing with it', () => {
    const names = (steps: Parameters<typeof play>[0]) =>
      clocksOf(play(steps).state, lawOn(at('2024-03-25', '12:00'))).map(({ name }) => name);
    expect(names([...requested, hearingNotice])).toContain('hearingNotBefore');
    expect(names([...requested, hearingNotice, requestWithdrawn()])).not.toContain('hearingNotBefore');
    expect(names(withdrawn)).toContain('hearingRequestBy');
  });

  it('is told in the decision', () => {
    const played = play([...withdrawn, reviewed, majorCase.deliberated, majorCase.decided, majorCase.served]);
    const words = wordsOf(forms['penalty-decision'].fill(caseFileOf(played, majorCase.served.at)));
    expect(words).toContain('当事人于2024年3月21日申请听证。当事人于2024年3月25日撤回听证申请。');
  });

  it('is asked for again where another version gives the right anew', () => {
    const heavier = {
      at: at('2024-03-26'),
      by: 'officer-1',
      act: 'revise-proposal',
      data: { ...proposingMajor({ tier: '严重' }), newFacts: true },
    };
    const noticed = { ...majorCase.noticed, at: at('2024-03-26', '12:00') };
    const again = { ...hearingRequest, at: at('2024-03-27') };
    const { state } = play([...withdrawn, heavier, noticed, again]);
    expect(state.hearing).toMatchObject({ requested: { on: '2024-03-27' }, withdrawn: null });
    const { refused } = attempt({ ...hearing, at: at('2024-03-27', '12:00') }, { state, facts: [] });
    expect(refused?.map(({ code }) => code)).toEqual(['hearing.not-noticed']);
  });
});

describe('it is refused, of a hearing:', () => {
  itIsRefused([
    {
      title: 'to take back what was not asked for',
      given: majorUpTo('noticed'),
      attempt: requestWithdrawn(),
      refused: ['hearing.not-requested APL-64'],
    },
    {
      title: 'to take it back twice',
      given: withdrawn,
      attempt: requestWithdrawn(at('2024-03-26')),
      refused: ['hearing.not-requested APL-64'],
    },
    {
      title: 'to take it back when it has been held',
      given: [...requested, hearingNotice, hearing],
      attempt: requestWithdrawn(at('2024-04-03')),
      refused: ['hearing.already-ended APL-64'],
    },
    {
      title: 'to ask for it again within the window',
      given: withdrawn,
      attempt: { ...hearingRequest, at: at('2024-03-26') },
      refused: ['hearing.request-withdrawn APL-64'],
      tells: [{ on: '2024-03-25' }],
    },
    {
      title: 'to ask for it again when the proposal was only lowered',
      given: [...withdrawn, lowered('2024-03-25')],
      attempt: { ...hearingRequest, at: at('2024-03-26') },
      refused: ['hearing.request-withdrawn APL-64'],
    },
    {
      title: 'to notice it',
      given: withdrawn,
      attempt: changed(hearingNotice, { hearingAt: '2024-04-09T01:00:00.000Z' }, { at: at('2024-03-26') }),
      refused: ['hearing.not-requested APL-64'],
    },
  ]);
});
