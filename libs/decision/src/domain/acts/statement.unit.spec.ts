import { at, changed, statement, statementReview } from '../../spec-support/other-steps.fixture.spec';
import { made, said } from '../../spec-support/play.fixture.spec';
import { upTo } from '../../spec-support/steps.fixture.spec';

describe('what the party says', () => {
  const second = { ...changed(statement, { text: '请求分期' }), at: at('2023-09-26') };

  it('is kept in its words and numbered', () => {
    expect(made(statement, upTo('noticed'))).toEqual([
      { type: 'StatementMade', data: { statement: 1, proposal: 1, text: '请求从轻' } },
    ]);
    expect(said('StatementMade', second, [...upTo('noticed'), statement])).toMatchObject({ statement: 2 });
  });

  it('is reviewed where it was not yet', () => {
    const given = [...upTo('noticed'), statement, statementReview, second];
    const review = { ...statementReview, at: at('2023-09-27') };
    expect(made(review, given)).toEqual([
      { type: 'StatementReviewed', data: { statements: [2], adopted: false, reasons: '无法定从轻情节' } },
    ]);
    expect(said('StatementReviewed', review, [...upTo('noticed'), statement, second])).toMatchObject({
      statements: [1, 2],
    });
  });
});
