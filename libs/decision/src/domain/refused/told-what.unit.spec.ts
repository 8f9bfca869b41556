import { resolved, preserved, seized, seizureApproved, unlicensed } from '../../spec-support/measures.fixture.spec';
import {
  at,
  changed,
  exclusion,
  guideCase,
  lowered,
  proposing,
  proposingMajor,
  statement,
  statementReview,
} from '../../spec-support/other-steps.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { majorCase, majorUpTo, straightCase, upTo } from '../../spec-support/steps.fixture.spec';

/** A refusal names the people, pieces, amounts and days that it rests on, all of them, so that they can be put right. */

const { filed, approved, inspected, concluded, noticed, waived, decided } = straightCase;
const NET_31 = '互联网上网服务营业场所管理条例第三十一条';
const ENT_48 = '娱乐场所管理条例第四十八条';

describe('a refusal tells what:', () => {
  itIsRefused([
    {
      title: 'all cases that fine the same act',
      given: upTo('waived'),
      attempt: {
        ...decided,
        competing: ['another', 'a third'].map((caseId) => ({ caseId, offence: 'CT-NET-31-1' })),
      },
      refused: ['fine.twice-for-one-act APL-29'],
      tells: [{ cases: 'another, a third' }],
    },
    {
      title: 'that the document would hold neither facts nor evidence',
      given: [
        ...[filed, approved, inspected, changed(concluded, { findings: ' ' }), noticed, waived],
        exclusion(1, at('2023-09-25')),
      ],
      attempt: decided,
      refused: ['decision.contents-missing APL-59'],
      tells: [{ contents: 'facts, evidence' }],
    },
    {
      title: 'the age of a party of 16, beside the ground that was found',
      given: guideCase('140922200803020246').map((step) =>
        step.act === concluded.act ? changed(step, { conditions: ['minor'] }) : step,
      ),
      attempt: { at: at('2024-08-27'), by: 'head-1', act: 'decide' },
      refused: ['party.minor-not-mitigated APL-30', 'mitigation.missing APL-30'],
      tells: [{ age: 16 }, { ground: 'minor' }],
    },
    {
      title: 'every kind of penalty that the article does not provide for',
      given: upTo('questioned'),
      attempt: changed(
        concluded,
        proposing({ penalties: [{ kind: 'warning' }, { kind: 'licence-revocation' }, { kind: 'closure' }] }),
      ),
      refused: [`penalty.not-provided ${NET_31}`],
      tells: [{ penalties: 'licence-revocation, closure' }],
    },
    {
      title: 'the versions that review and deliberation saw, and the one that stands',
      given: [...majorUpTo('deliberated'), lowered('2024-03-28')],
      attempt: majorCase.decided,
      refused: ['review.stale APL-58', 'deliberation.stale APL-57'],
      tells: [
        { reviewed: 1, standing: 2 },
        { deliberated: 1, standing: 2 },
      ],
    },
    {
      title: 'the version that a reduction is held against',
      given: majorUpTo('reviewed'),
      attempt: changed(majorCase.deliberated, { conclusion: 'reduce', penalties: [{ kind: 'warning' }] }),
      refused: ['deliberation.not-lower APL-57', `penalty.not-provided ${ENT_48}`],
      tells: [{ proposal: 1 }, { penalties: 'warning' }],
    },
    {
      title: 'all statements that nobody reviewed',
      given: [...upTo('noticed'), statement, { ...statement, at: at('2023-09-25', '11:00') }],
      attempt: { ...decided, at: at('2023-10-07') },
      refused: ['statement.not-reviewed APL-45'],
      tells: [{ statements: '1, 2' }],
    },
    {
      title: 'all statements that were adopted and not taken up',
      given: [
        ...[...upTo('noticed'), statement, { ...statement, at: at('2023-09-25', '11:00') }],
        changed(statementReview, { adopted: true }),
      ],
      attempt: { ...decided, at: at('2023-10-07') },
      refused: ['statement.adopted-not-taken-up APL-45'],
      tells: [{ statements: '1, 2' }],
    },
    {
      title: 'all evidence that nobody verified',
      given: [
        ...upTo('waived'),
        changed(inspected, {}, { at: at('2023-09-25', '10:00') }),
        changed(inspected, {}, { at: at('2023-09-25', '11:00') }),
      ],
      attempt: decided,
      refused: ['evidence.not-verified APL-46'],
      tells: [{ evidence: '3, 4' }],
    },
    {
      title: 'everything that is preserved or seized still, and nothing that was given back',
      given: [
        ...unlicensed,
        ...[preserved, resolved('2023-09-14'), { ...preserved, at: at('2023-09-14', '11:00') }, seizureApproved],
        seized,
      ].sort((a, b) => (a.at < b.at ? -1 : 1)),
      attempt: { at: at('2023-09-15'), by: 'head-1', act: 'drop', data: { ground: '当事人死亡' } },
      refused: ['closing.measure-open ACL-27'],
      tells: [{ measures: 'preservation 2, seizure 1' }],
    },
    {
      title: 'every penalty that is still to be carried out',
      given: [
        ...majorUpTo('inspected'),
        changed(majorCase.concluded, {
          ...proposingMajor({
            penalties: [
              { kind: 'fine', fen: 2800000 },
              { kind: 'suspension', months: 2 },
              { kind: 'confiscation-of-goods', items: ['点歌机1台'] },
            ],
          }),
          goods: ['点歌机1台'],
        }),
        ...majorUpTo('served').slice(4),
      ],
      attempt: { at: at('2024-04-10'), by: 'officer-1', act: 'close' },
      refused: ['closing.fine-open internal control', 'closing.penalty-not-executed internal control'],
      tells: [undefined, { penalties: 'suspension, confiscation-of-goods' }],
    },
    {
      title: 'everything that goes beyond the approval of a seizure',
      given: [...unlicensed, seizureApproved],
      attempt: changed(seized, { items: ['电脑主机20台', '收银机1台', '监控主机1台'] }),
      refused: ['seizure.beyond-approval ACL-18'],
      tells: [{ items: '收银机1台, 监控主机1台' }],
    },
    {
      title: 'the article behind the fact that nobody found',
      given: upTo('waived'),
      attempt: {
        ...{ at: at('2023-09-28'), by: 'head-1', act: 'decide-no-penalty' },
        data: { ground: 'mentally-incapable' },
      },
      refused: ['no-penalty.facts-missing APL-31'],
      tells: [{ facts: 'incapable' }],
    },
  ]);
});
