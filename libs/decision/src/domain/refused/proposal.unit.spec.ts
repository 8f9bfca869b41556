import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { majorCase, majorUpTo, straightCase, upTo } from '../../spec-support/steps.fixture.spec';
import {
  at,
  changed,
  guideCardCase,
  proposing,
  proposingMajor,
  revision,
  statement,
  statementReview,
} from '../../spec-support/other-steps.fixture.spec';

const { concluded } = straightCase;
const NET_31 = '互联网上网服务营业场所管理条例第三十一条';
const ENT_48 = '娱乐场所管理条例第四十八条';

describe('it is refused:', () => {
  itIsRefused([
    {
      title: 'a fine one fen above the maximum',
      given: upTo('questioned'),
      attempt: changed(
        concluded,
        proposing({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 1500001 }], tier: '较重' }),
      ),
      refused: [`fine.above-maximum ${NET_31}`, 'discretion.outside-tier APL-34'],
      tells: [
        { fen: 1500001, maxFen: 1500000 },
        { tier: '较重', fen: 1500001 },
      ],
    },
    {
      title: 'a fine above its tier without reasons',
      given: upTo('questioned'),
      attempt: changed(concluded, proposing({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 800001 }] })),
      refused: ['discretion.outside-tier APL-34'],
    },
    {
      title: 'a tier that the benchmark does not have',
      given: upTo('questioned'),
      attempt: changed(concluded, proposing({ tier: '特别严重' })),
      refused: ['discretion.tier-unknown APL-34'],
    },
    {
      title: 'a fine without the warning that the article commands',
      given: upTo('questioned'),
      attempt: changed(concluded, proposing({ penalties: [{ kind: 'fine', fen: 500000 }] })),
      refused: [`penalty.mandatory-missing ${NET_31}`],
    },
    {
      title: 'a penalty that is open in serious circumstances only',
      given: upTo('questioned'),
      attempt: changed(concluded, proposing({ penalties: [{ kind: 'warning' }, { kind: 'licence-revocation' }] })),
      refused: [`penalty.not-provided ${NET_31}`],
    },
    {
      title: 'a fine below the minimum without a ground that mitigates',
      given: majorUpTo('inspected'),
      attempt: changed(
        majorCase.concluded,
        proposingMajor({ penalties: [{ kind: 'fine', fen: 900000 }], tier: '一般', reasons: '初次' }),
      ),
      refused: [`fine.below-minimum ${ENT_48}`],
      tells: [{ fen: 900000, minFen: 1000000 }],
    },
    {
      title: 'a suspension of seven months where six are the most',
      given: majorUpTo('inspected'),
      attempt: changed(
        majorCase.concluded,
        proposingMajor({
          penalties: [
            { kind: 'fine', fen: 2800000 },
            { kind: 'suspension', months: 7 },
          ],
        }),
      ),
      refused: [`suspension.outside-range ${ENT_48}`],
    },
    {
      title: 'a fine of a guide who put the card on when told',
      given: guideCardCase,
      attempt: {
        at: at('2024-09-18'),
        by: 'officer-1',
        act: 'conclude-investigation',
        data: {
          findings: '当场改正',
          conditions: [],
          proposal: { penalties: [{ kind: 'fine', fen: 10000 }], tier: '轻微' },
        },
      },
      refused: ['offence.condition-not-met 导游人员管理条例第二十一条'],
      tells: [{ condition: 'refused-to-correct' }],
    },
    {
      title: 'a heavier proposal after the party spoke, without new facts',
      given: [...upTo('noticed'), statement, statementReview],
      attempt: revision({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 600000 }] }),
      refused: ['defence.aggravated APL-45'],
    },
    {
      title: 'a revision before there is a proposal',
      given: upTo('questioned'),
      attempt: revision({}),
      refused: ['investigation.not-concluded APL-57'],
    },
    {
      title: 'a revision of a decided case',
      given: upTo('decided'),
      attempt: { ...revision({}), at: at('2023-09-28', '11:00') },
      refused: ['case.already-decided APL-57'],
    },
  ]);
});
