import { decide } from '../act';
import { deliberate } from '../acts';
import { caseFileOf, wordsOf } from '../../spec-support/documents.fixture.spec';
import { at, changed, recusal } from '../../spec-support/other-steps.fixture.spec';
import { contextOf, play, rulebook } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { majorCase, majorUpTo, upTo } from '../../spec-support/steps.fixture.spec';
import { forms } from '../../application/forms';

const reviewed = majorUpTo('reviewed');
const { deliberated } = majorCase;
const agreed = (present: readonly string[]) => ({
  ...{ present, opinions: Object.fromEntries(present.map((person) => [person, '同意'])), conclusion: 'adopt' },
});
const deputies = ['head-2', 'head-3', 'head-4'];

describe('who sits in a deliberation', () => {
  it('is presided over by the principal, where they are there', () => {
    expect(play([...reviewed, deliberated]).state.deliberations).toMatchObject([{ chair: 'head-1', attending: [] }]);
    const told = changed(deliberated, { chair: 'head-1' });
    expect(play([...reviewed, told]).state.deliberations).toMatchObject([{ chair: 'head-1' }]);
  });

  it('is presided over by a deputy in their absence', () => {
    const held = { ...deliberated, by: 'head-2', data: { ...agreed(deputies), chair: 'head-3' } };
    expect(play([...reviewed, held]).state.deliberations).toMatchObject([{ chair: 'head-3', present: deputies }]);
  });

  it('is attended by who investigated and who reviewed, as the record says', () => {
    const held = changed(deliberated, { attending: ['officer-1', 'legal-1'] });
    const played = play([...reviewed, held]);
    expect(played.state.deliberations).toMatchObject([{ attending: ['officer-1', 'legal-1'] }]);
    const words = wordsOf(forms['deliberation-record'].fill(caseFileOf(played, deliberated.at)));
    expect(words).toContain('主持人：周示例');
    expect(words).toContain('列席人员：王建国、孙示例');
  });

  it('is attended by nobody who reviewed, where nobody did', () => {
    const held = { ...changed(deliberated, { attending: ['officer-1'] }), at: at('2023-09-27') };
    expect(play([...upTo('waived'), held]).state.deliberations).toMatchObject([{ attending: ['officer-1'] }]);
  });
});

describe('it is refused, of who sits in a deliberation:', () => {
  itIsRefused([
    {
      title: 'a deputy who presides though the principal is there',
      given: reviewed,
      attempt: changed(deliberated, { chair: 'head-2' }),
      refused: ['deliberation.chair profile'],
      tells: [{ chair: 'head-2', principal: 'head-1' }],
    },
    {
      title: 'nobody who presides in the absence of the principal',
      given: reviewed,
      attempt: { ...deliberated, by: 'head-2', data: agreed(deputies) },
      refused: ['deliberation.chair profile'],
      tells: [{ chair: null, principal: null }],
    },
    {
      title: 'a deputy who presides and is not there',
      given: reviewed,
      attempt: { ...deliberated, by: 'head-2', data: { ...agreed(deputies), chair: 'head-5' } },
      refused: ['deliberation.chair profile'],
    },
    {
      title: 'nobody who reviewed among those who attend',
      given: reviewed,
      attempt: changed(deliberated, { attending: ['officer-1', 'chair-1'] }),
      refused: ['deliberation.attendance profile'],
      tells: [{ duties: 'reviewed' }],
    },
    {
      title: 'nobody at all who attends, where the record says who did',
      given: reviewed,
      attempt: changed(deliberated, { attending: [] }),
      refused: ['deliberation.attendance profile'],
      tells: [{ duties: 'investigated, reviewed' }],
    },
    {
      title: 'somebody who attends and is recused',
      given: [...reviewed, recusal('officer-2', at('2024-03-27', '16:00'))],
      attempt: changed(deliberated, { attending: ['officer-1', 'officer-2', 'legal-1'] }),
      refused: ['deliberation.member-excluded APL-43'],
      tells: [{ people: 'officer-2' }],
    },
  ]);
});

describe('another authority', () => {
  const [rule] = rulebook.profile.quorum;
  const refusedUnder = (change: object, data: object) => {
    const profile = { ...rulebook.profile, quorum: [{ ...rule!, source: '集体讨论制度', ...change }] };
    const context = { ...contextOf(deliberated), rulebook: { ...rulebook, profile } };
    const outcome = decide(deliberate, { ...deliberated.data, ...data }, play(reviewed).state, context);
    return 'refused' in outcome ? outcome.refused.map(({ code, source }) => `${code} ${source}`) : [];
  };
  const absent = { ...agreed(deputies), chair: 'head-2' };

  it('may ask for the principal, or for nobody in particular', () => {
    expect(refusedUnder({ presides: 'principal' }, absent)).toEqual(['deliberation.chair 集体讨论制度']);
    expect(refusedUnder({ presides: 'principal' }, {})).toEqual([]);
    expect(refusedUnder({ presides: 'any-head' }, agreed(deputies))).toEqual([]);
    expect(refusedUnder({ presides: 'any-head' }, { chair: 'head-2' })).toEqual([]);
    expect(refusedUnder({ presides: 'any-head' }, { chair: 'head-5' })).toEqual(['deliberation.chair 集体讨论制度']);
  });

  it('may have every record say who attended', () => {
    const always = { attendance: 'always' };
    expect(refusedUnder(always, {})).toEqual(['deliberation.attendance 集体讨论制度']);
    expect(refusedUnder(always, { attending: ['officer-2', 'legal-1'] })).toEqual([]);
    expect(refusedUnder({ ...always, attending: [] }, {})).toEqual([]);
  });
});
