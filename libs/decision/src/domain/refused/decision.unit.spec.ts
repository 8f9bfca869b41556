import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { majorCase, majorUpTo, straightCase, upTo } from '../../spec-support/steps.fixture.spec';
import {
  at,
  changed,
  exclusion,
  guideCase,
  hearing,
  hearingNotice,
  hearingRequest,
  lowered,
  proposing,
  reduction,
  revision,
  statement,
  suspension,
} from '../../spec-support/other-steps.fixture.spec';

const { filed, approved, inspected, concluded, waived, decided, noticed } = straightCase;

describe('it is refused:', () => {
  itIsRefused([
    {
      title: 'a penalty without a notice',
      given: upTo('concluded'),
      attempt: decided,
      refused: ['notice.missing APL-62'],
      tells: [{ proposal: 1 }],
    },
    {
      title: 'a penalty on the last day of the window',
      given: upTo('noticed'),
      attempt: decided,
      refused: ['notice.window-open APL-45'],
    },
    {
      title: 'a penalty while a hearing may still be asked for, though the statement is waived',
      given: [
        ...majorUpTo('noticed'),
        { ...waived, at: at('2024-03-20') },
        { ...majorCase.reviewed, at: at('2024-03-21') },
        { ...majorCase.deliberated, at: at('2024-03-22') },
      ],
      attempt: { ...majorCase.decided, at: at('2024-03-26') },
      refused: ['notice.window-open APL-64'],
    },
    {
      title: 'a penalty over a statement that nobody reviewed',
      given: [...upTo('noticed'), statement],
      attempt: { ...decided, at: at('2023-10-07') },
      refused: ['statement.not-reviewed APL-45'],
    },
    {
      title: 'a penalty after a revision that rests on new facts and was not noticed',
      given: [...upTo('waived'), revision({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 700000 }] }, true)],
      attempt: { ...decided, at: at('2023-10-07') },
      refused: ['notice.missing APL-62'],
    },
    {
      title: 'a penalty without the hearing that was asked for',
      given: [...majorUpTo('reviewed').slice(0, 5), hearingRequest, majorCase.reviewed, majorCase.deliberated],
      attempt: majorCase.decided,
      refused: ['hearing.missing APL-63'],
    },
    {
      title: 'a major penalty without review and deliberation',
      given: majorUpTo('noticed'),
      attempt: majorCase.decided,
      refused: ['review.missing APL-58', 'deliberation.missing APL-57'],
    },
    {
      title: 'a penalty that its lead marked major, without review and deliberation',
      given: [filed, changed(approved, { markedMajor: true }), ...upTo('waived').slice(2)],
      attempt: decided,
      refused: ['review.missing APL-58', 'deliberation.missing APL-57'],
    },
    {
      title: 'a fine outside its tier, with reasons and without deliberation',
      given: [
        ...upTo('questioned'),
        changed(
          concluded,
          proposing({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 900000 }], reasons: '多次举报' }),
        ),
        noticed,
        waived,
      ],
      attempt: decided,
      refused: ['deliberation.missing APL-57'],
    },
    {
      title: 'a major penalty whose review saw an older version',
      given: [...majorUpTo('reviewed'), lowered('2024-03-27')],
      attempt: { ...majorCase.decided, at: at('2024-04-01') },
      refused: ['review.stale APL-58', 'deliberation.missing APL-57'],
    },
    {
      title: 'a major penalty whose review came before the hearing',
      given: [
        ...majorUpTo('noticed'),
        hearingRequest,
        { ...majorCase.reviewed, at: at('2024-03-21', '16:00') },
        hearingNotice,
        hearing,
      ],
      attempt: { ...majorCase.decided, at: at('2024-04-09') },
      refused: ['review.stale APL-58', 'deliberation.missing APL-57'],
    },
    {
      title: 'a major penalty that the review sent back',
      given: [...majorUpTo('noticed'), { ...majorCase.reviewed, act: 'return-legal-review' }, majorCase.deliberated],
      attempt: majorCase.decided,
      refused: ['review.returned APL-58'],
    },
    {
      title: 'a major penalty on which the heads deliberated before it was revised',
      given: [
        ...majorUpTo('deliberated'),
        lowered('2024-03-28'),
        { ...majorCase.reviewed, at: at('2024-03-28', '16:00') },
      ],
      attempt: majorCase.decided,
      refused: ['deliberation.stale APL-57'],
    },
    {
      title: 'a major penalty that the heads sent back',
      given: [...majorUpTo('reviewed'), changed(majorCase.deliberated, { conclusion: 'return' })],
      attempt: majorCase.decided,
      refused: ['deliberation.returned APL-57'],
    },
    {
      title: 'the unreduced penalty after the heads reduced it',
      given: [...majorUpTo('reviewed'), reduction],
      attempt: changed(majorCase.decided, {
        penalties: [
          { kind: 'fine', fen: 2800000 },
          { kind: 'suspension', months: 2 },
        ],
      }),
      refused: ['deliberation.departed-from APL-57'],
      tells: [{ proposal: 2 }],
    },
    {
      title: 'a penalty other than the one proposed',
      given: upTo('waived'),
      attempt: changed(decided, { penalties: [{ kind: 'warning' }] }),
      refused: ['decision.differs-from-proposal APL-44'],
    },
    {
      title: 'a decision on day 91',
      given: upTo('waived'),
      attempt: { ...decided, at: at('2023-12-12') },
      refused: ['decision.term-expired APL-60'],
    },
    {
      title: 'a reason for being late where nothing is late',
      given: upTo('waived'),
      attempt: changed(decided, { pastTerm: '当事人下落不明' }),
      refused: ['decision.term-not-expired APL-60'],
    },
    {
      title: 'a decision while the case is suspended',
      given: [...upTo('waived'), suspension],
      attempt: decided,
      refused: ['case.suspended APL-60'],
    },
    {
      title: 'an extension that ends no later',
      given: upTo('waived'),
      attempt: {
        at: at('2023-09-25'),
        by: 'head-1',
        act: 'extend-term',
        data: { until: '2023-12-11', basis: '旅游行政处罚办法' },
      },
      refused: ['decision.term-not-later APL-60'],
    },
    {
      title: 'an extension after the term ended',
      given: upTo('waived'),
      attempt: {
        at: at('2023-12-12'),
        by: 'head-1',
        act: 'extend-term',
        data: { until: '2024-01-31', basis: '旅游行政处罚办法' },
      },
      refused: ['decision.term-expired APL-60'],
    },
    {
      title: 'a resumption of what runs',
      given: upTo('waived'),
      attempt: { at: at('2023-09-25'), by: 'head-1', act: 'resume' },
      refused: ['case.not-suspended APL-60'],
    },
    {
      title: 'a decision by a head who investigated',
      given: [
        changed(filed, { officers: ['officer-1', 'officer-head-1'] }),
        approved,
        changed(inspected, { officers: ['officer-1', 'officer-head-1'] }),
        ...upTo('waived').slice(4),
      ],
      attempt: { ...decided, by: 'officer-head-1' },
      refused: ['duties.same-person APL-57'],
    },
    {
      title: 'a fine for an act that another case has fined',
      given: upTo('waived'),
      attempt: { ...decided, competing: [{ caseId: 'another', offence: 'CT-NET-31-1' }] },
      refused: ['fine.twice-for-one-act APL-29'],
    },
    {
      title: 'a penalty whose evidence was excluded after the conclusion',
      given: [...upTo('waived'), exclusion(1, at('2023-09-25')), exclusion(2, at('2023-09-25'))],
      attempt: decided,
      refused: ['decision.contents-missing APL-59'],
    },
    {
      title: 'a penalty of a party aged 13',
      given: guideCase('140922201011050150'),
      attempt: { at: at('2024-08-27'), by: 'head-1', act: 'decide' },
      refused: ['party.under-fourteen APL-30'],
      tells: [{ age: 13 }],
    },
    {
      title: 'a penalty of a party aged 16 that is not mitigated',
      given: guideCase('140922200803020246'),
      attempt: { at: at('2024-08-27'), by: 'head-1', act: 'decide' },
      refused: ['party.minor-not-mitigated APL-30'],
    },
    {
      title: 'a second decision',
      given: upTo('decided'),
      attempt: { ...decided, at: at('2023-09-28', '11:00') },
      refused: ['case.already-decided APL-57'],
    },
    {
      title: 'sparing a party of 38 because it is under fourteen',
      given: guideCase('140922198503120018').slice(0, 4),
      attempt: { at: at('2024-08-27'), by: 'head-1', act: 'decide-no-penalty', data: { ground: 'under-fourteen' } },
      refused: ['no-penalty.ground-unfounded APL-30'],
    },
  ]);
});
