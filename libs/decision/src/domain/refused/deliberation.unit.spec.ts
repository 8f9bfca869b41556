import { codes } from '../../spec-support/discretion.fixture.spec';
import {
  at,
  changed,
  hearing,
  hearingNotice,
  hearingRequest,
  recusal,
  revision,
  statement,
  statementReview,
} from '../../spec-support/other-steps.fixture.spec';
import { lawOn, play } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { majorCase, majorUpTo, straightCase, upTo } from '../../spec-support/steps.fixture.spec';
import { describeCase } from '../describe';

const { decided } = straightCase;

describe('deliberation and hearing: it is refused:', () => {
  const votes = { 'head-1': 'adopt', 'head-2': 'adopt', 'head-3': 'adopt', 'head-4': 'reduce' } as const;
  const heard = [...majorUpTo('noticed'), hearingRequest, hearingNotice];
  const afterHearing = [
    ...heard,
    hearing,
    changed(majorCase.inspected, {}, { at: at('2024-04-03') }),
    { ...majorCase.reviewed, at: at('2024-04-04') },
    { ...majorCase.deliberated, at: at('2024-04-05') },
  ];
  const verified = {
    at: at('2024-04-03', '16:00'),
    by: 'officer-1',
    act: 'verify-evidence',
    data: { evidence: 2, result: '一致' },
  };

  itIsRefused([
    {
      title: 'a decision as if a statement that was adopted had not been made',
      given: [...upTo('noticed'), statement, changed(statementReview, { adopted: true })],
      attempt: { ...decided, at: at('2023-10-08') },
      refused: ['statement.adopted-not-taken-up APL-45'],
    },
    {
      title: 'a deliberation with a recused head',
      given: [
        ...majorUpTo('reviewed'),
        changed(recusal('head-2', at('2024-03-27', '16:00')), { present: ['head-1', 'head-3', 'head-4'] }),
      ],
      attempt: majorCase.deliberated,
      refused: ['deliberation.member-excluded APL-43'],
    },
    {
      title: 'votes of some of those present',
      given: majorUpTo('reviewed'),
      attempt: changed(majorCase.deliberated, { votes: { 'head-1': 'adopt', 'head-2': 'adopt', 'head-3': 'adopt' } }),
      refused: ['deliberation.vote-missing APL-57'],
    },
    {
      title: 'a conclusion for which half of those present voted',
      given: majorUpTo('reviewed'),
      attempt: changed(majorCase.deliberated, { votes: { ...votes, 'head-3': 'return' } }),
      refused: ['deliberation.no-majority profile'],
    },
    {
      title: 'a hearing held by a chair whose challenge was found right',
      given: [...heard, recusal('chair-1', at('2024-03-25'))],
      attempt: { ...hearing, by: 'chair-1' },
      refused: ['officers.recused APL-64', 'officers.recused APL-43'],
    },
    {
      title: 'a hearing with three representatives',
      given: heard,
      attempt: changed(hearing, { representatives: 3 }),
      refused: ['hearing.too-many-representatives APL-64'],
    },
    {
      title: 'minutes that nobody signed, without a note',
      given: heard,
      attempt: changed(hearing, { minutes: { signed: false } }),
      refused: ['hearing.minutes-not-signed APL-64'],
    },
    {
      title: 'a decision on evidence that came after the hearing',
      given: [...afterHearing, verified].sort((a, b) => (a.at < b.at ? -1 : 1)),
      attempt: { ...majorCase.decided, at: at('2024-04-08') },
      refused: ['hearing.evidence-not-heard APL-65'],
    },
  ]);

  it('but a revision that takes an adopted statement up lets the case be decided', () => {
    const lower = revision({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 400_000 }] });
    const given = [...upTo('noticed'), statement, changed(statementReview, { adopted: true }), lower];
    expect(codes({ ...decided, at: at('2023-10-08') }, play(given))).toEqual([]);
  });

  it('and a majority concludes, and its record shows who dissents', () => {
    const { state } = play([...majorUpTo('reviewed'), changed(majorCase.deliberated, { votes })]);
    const seen = describeCase(state, lawOn(at('2024-03-28')));
    expect(seen?.deliberations[0]?.opinions.map(({ person, vote, dissents }) => [person, vote, dissents])).toEqual([
      ['head-1', 'adopt', false],
      ['head-2', 'adopt', false],
      ['head-3', 'adopt', false],
      ['head-4', 'reduce', true],
    ]);
    const spoken = play(majorUpTo('deliberated')).state.deliberations[0]?.opinions;
    expect(spoken?.at(-1)).toEqual({ person: 'head-4', opinion: '建议减轻', vote: null, dissents: false });
  });

  it('and a hearing that is closed says why, with minutes that somebody would not sign', () => {
    const closed = changed(hearing, {
      closedBecause: 'trade-secret',
      minutes: { signed: false, note: '代理人拒绝签字' },
    });
    const { state } = play([...heard, closed]);
    expect(state.hearing.ended).toMatchObject({
      held: true,
      representatives: 1,
      closedBecause: 'trade-secret',
      minutes: { signed: false, note: '代理人拒绝签字' },
    });
  });
});
