import { changedByOwn } from '../../spec-support/after-service.fixture.spec';
import { at, changed, guideCase } from '../../spec-support/other-steps.fixture.spec';
import { said, type Step } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { straightCase, upTo } from '../../spec-support/steps.fixture.spec';

const served = upTo('served');
const guide = [
  ...guideCase('140922198503120018'),
  { ...straightCase.decided, at: at('2024-08-28') },
  { ...straightCase.served, at: at('2024-08-28', '15:00') },
];

describe('the authority’s own error', () => {
  it('is put right below the tier too, for the reason that is given', () => {
    expect(said('DecisionChanged', changedByOwn('2023-10-09', 200000), served)).toMatchObject({
      penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 200000 }],
    });
  });

  it('ends the case’s decision for good, unless it is to be made anew', () => {
    const revoked: Step = { at: at('2023-10-09'), by: 'head-1', act: 'revoke-decision', data: { reason: '认定有误' } };
    expect(said('DecisionRevoked', revoked, served)).toMatchObject({ how: 'revoked', reason: '认定有误' });
    expect(said('DecisionRevoked', changed(revoked, { anew: true }), served)).toMatchObject({ how: 'redo' });
  });

  itIsRefused([
    {
      title: 'by leaving out what the article commands',
      given: served,
      attempt: changed(changedByOwn('2023-10-09', 0), { penalties: [{ kind: 'fine', fen: 400000 }] }),
      refused: ['penalty.mandatory-missing 互联网上网服务营业场所管理条例第三十一条'],
    },
    {
      title: 'by a fine below the least that the article provides, without a ground that mitigates',
      given: guide,
      attempt: changed(changedByOwn('2024-09-02', 0), {
        penalties: [{ kind: 'fine', fen: 50000 }, { kind: 'publication' }],
      }),
      refused: ['fine.below-minimum 旅游法第一百零二条'],
    },
  ]);
});
