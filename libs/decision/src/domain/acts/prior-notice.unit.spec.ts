import { at, changed, revision } from '../../spec-support/other-steps.fixture.spec';
import { said } from '../../spec-support/play.fixture.spec';
import { majorCase, majorUpTo, straightCase, upTo } from '../../spec-support/steps.fixture.spec';

describe('a prior notice', () => {
  it('tells the right to be heard, and that to a hearing where there is one', () => {
    expect(said('PriorNoticeServed', straightCase.noticed, upTo('concluded'))).toEqual({
      ...{ mode: 'direct', servedOn: '2023-09-21', proposal: 1, rights: ['statement', 'defence'] },
    });
    expect(said('PriorNoticeServed', majorCase.noticed, majorUpTo('concluded'))).toMatchObject({
      rights: ['statement', 'defence', 'hearing'],
    });
  });

  it('tells the right to a hearing once, as long as the notice that told it holds', () => {
    const lower = changed(revision({}), {
      findings: '从轻',
      proposal: {
        penalties: [
          { kind: 'fine', fen: 2600000 },
          { kind: 'suspension', months: 1 },
        ],
        tier: '严重',
      },
    });
    const again = { ...majorCase.noticed, at: at('2024-03-26') };
    const given = [...majorUpTo('noticed'), { ...lower, at: at('2024-03-25') }];
    expect(said('PriorNoticeServed', again, given)).toMatchObject({ proposal: 2, rights: ['statement', 'defence'] });
    const onNewFacts = [...majorUpTo('noticed'), { ...changed(lower, { newFacts: true }), at: at('2024-03-25') }];
    expect(said('PriorNoticeServed', again, onNewFacts)).toMatchObject({ rights: ['statement', 'defence', 'hearing'] });
  });
});
