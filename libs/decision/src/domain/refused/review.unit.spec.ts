import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { majorCase, majorUpTo } from '../../spec-support/steps.fixture.spec';
import { changed } from '../../spec-support/other-steps.fixture.spec';

describe('it is refused:', () => {
  itIsRefused([
    {
      title: 'a review by somebody who took evidence',
      given: [
        changed(majorCase.filed, { officers: ['officer-1', 'officer-legal-1'] }),
        majorCase.approved,
        changed(majorCase.inspected, { officers: ['officer-1', 'officer-legal-1'] }),
        ...majorUpTo('noticed').slice(3),
      ],
      attempt: { ...majorCase.reviewed, by: 'officer-legal-1' },
      refused: ['duties.same-person APL-58'],
    },
    {
      title: 'a review by a first-time reviewer without the qualification',
      given: majorUpTo('noticed'),
      attempt: { ...majorCase.reviewed, by: 'legal-2' },
      refused: ['review.unqualified APL-58'],
    },
    {
      title: 'a deliberation of two of five heads',
      given: majorUpTo('reviewed'),
      attempt: changed(majorCase.deliberated, {
        present: ['head-1', 'head-2'],
        opinions: { 'head-1': '同意', 'head-2': '同意' },
      }),
      refused: ['deliberation.no-quorum profile'],
    },
    {
      title: 'a deliberation with a stranger',
      given: majorUpTo('reviewed'),
      attempt: changed(majorCase.deliberated, {
        present: ['head-1', 'head-2', 'head-3', 'lead-1'],
        opinions: { 'head-1': '同意', 'head-2': '同意', 'head-3': '同意', 'lead-1': '同意' },
      }),
      refused: ['deliberation.not-a-member APL-57'],
    },
    {
      title: 'a deliberation with a head whose opinion is not recorded',
      given: majorUpTo('reviewed'),
      attempt: changed(majorCase.deliberated, { opinions: { 'head-1': '同意', 'head-2': '同意', 'head-3': '同意' } }),
      refused: ['deliberation.opinion-missing APL-57'],
    },
    {
      title: 'a reduction that does not reduce',
      given: majorUpTo('reviewed'),
      attempt: changed(majorCase.deliberated, {
        conclusion: 'reduce',
        penalties: [
          { kind: 'fine', fen: 2900000 },
          { kind: 'suspension', months: 2 },
        ],
      }),
      refused: ['deliberation.not-lower APL-57'],
    },
  ]);
});
