import { equipmentConfiscated, unlicensed } from '../../spec-support/measures.fixture.spec';
import { at, changed, lowered } from '../../spec-support/other-steps.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { majorCase, majorUpTo } from '../../spec-support/steps.fixture.spec';

const fine = { kind: 'fine', fen: 2800000 };
const karaoke = '娱乐场所管理条例第四十八条';

describe('what a later act makes of the penalties is held against the article again:', () => {
  itIsRefused([
    {
      title: 'a revision with a suspension of nine months',
      given: majorUpTo('concluded'),
      attempt: changed(lowered('2024-03-18', '18:00'), {
        proposal: { penalties: [fine, { kind: 'suspension', months: 9 }], tier: '严重' },
      }),
      refused: [`suspension.outside-range ${karaoke}`],
    },
    {
      title: 'a reduction to a suspension of ten days',
      given: majorUpTo('reviewed'),
      attempt: changed(majorCase.deliberated, {
        conclusion: 'reduce',
        penalties: [fine, { kind: 'suspension', days: 10 }],
      }),
      refused: [`suspension.outside-range ${karaoke}`],
    },
    {
      title: 'a change to a fine whose base nobody found',
      given: [...unlicensed, ...equipmentConfiscated],
      attempt: {
        at: at('2023-10-10'),
        by: 'head-1',
        act: 'change-decision',
        data: {
          penalties: [
            { kind: 'confiscation-of-goods', items: ['电脑主机20台'] },
            { kind: 'fine', fen: 4000000 },
          ],
          reason: '遗漏罚款',
        },
      },
      refused: ['change.heavier APL-62', 'offence.base-not-found 互联网上网服务营业场所管理条例第二十七条'],
    },
  ]);
});
