import { codes } from '../../spec-support/discretion.fixture.spec';
import { unlicensed } from '../../spec-support/measures.fixture.spec';
import { at, changed } from '../../spec-support/other-steps.fixture.spec';
import { play } from '../../spec-support/play.fixture.spec';
import { straightCase, upTo } from '../../spec-support/steps.fixture.spec';

const { concluded } = straightCase;

describe('unlawful gains and turnover', () => {
  const proposed = (penalties: readonly object[], more: object = {}) =>
    codes(changed(concluded, { proposal: { penalties, tier: '一般' }, ...more }), play(upTo('inspected')));
  const warning = { kind: 'warning' };
  const gains = (amount: number) => ({ kind: 'confiscation-of-gains', fen: amount });

  it('are confiscated even where the article is silent, less what is repaid, no more and no less', () => {
    expect(proposed([warning], { gainsFen: 100_000 })).toEqual(['gains.not-confiscated APL-28']);
    expect(proposed([warning, gains(90_000)], { gainsFen: 100_000 })).toEqual(['gains.not-confiscated APL-28']);
    expect(proposed([warning, gains(100_000)], { gainsFen: 100_000 })).toEqual([]);
    expect(proposed([warning, gains(60_000)], { gainsFen: 100_000, repaidFen: 40_000 })).toEqual([]);
    expect(proposed([warning], { gainsFen: 100_000, repaidFen: 100_000 })).toEqual([]);
    expect(proposed([warning, gains(60_000)], { repaidFen: 40_000 })).toEqual([]);
  });

  it('stay as they were found when the proposal is revised, unless the revision finds them anew', () => {
    const given = play([
      ...upTo('inspected'),
      changed(concluded, { proposal: { penalties: [warning, gains(100_000)], tier: '一般' } }),
    ]);
    const lower = (more: object) =>
      codes(
        {
          at: at('2023-09-21'),
          by: 'officer-1',
          act: 'revise-proposal',
          data: {
            findings: '重新核算',
            newFacts: true,
            proposal: { penalties: [warning, gains(80_000)], tier: '一般' },
            ...more,
          },
        },
        given,
      );
    expect(lower({})).toEqual(['gains.not-confiscated APL-28']);
    expect(lower({ gainsFen: 80_000 })).toEqual([]);
    expect(lower({ repaidFen: 20_000 })).toEqual([]);
  });

  it('are the base of the fine where the article says so, and then have to be known', () => {
    const unlicensedCafe = play(unlicensed);
    const fined = (amount: number, more: object = {}) =>
      codes(
        changed(concluded, { proposal: { penalties: [{ kind: 'fine', fen: amount }], tier: '一般' }, ...more }),
        unlicensedCafe,
      );
    expect(fined(1_000_000)).toEqual(['offence.base-not-found 互联网上网服务营业场所管理条例第二十七条']);
    expect(fined(1_000_000, { turnoverFen: 999_999 })).toEqual([]);
    expect(fined(1_000_000, { turnoverFen: 1_000_000 })).toEqual([
      'fine.below-minimum 互联网上网服务营业场所管理条例第二十七条',
    ]);
    expect(fined(5_000_000, { turnoverFen: 1_000_000 })).toEqual([]);
  });
});
