import {
  at,
  hearing,
  hearingNotice,
  hearingRequest,
  lowered,
  revision,
} from '../../spec-support/other-steps.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { majorCase, majorUpTo, straightCase, upTo } from '../../spec-support/steps.fixture.spec';

/** A refusal names the people, pieces, amounts and days that it rests on, all of them, so that they can be put right. */

const { noticed, decided, served } = straightCase;

describe('a refusal tells when:', () => {
  itIsRefused([
    {
      title: 'the day for which a hearing was told',
      given: [...majorUpTo('noticed'), hearingRequest, hearingNotice],
      attempt: { ...hearing, at: at('2024-04-01') },
      refused: ['hearing.not-noticed APL-64'],
      tells: [{ hearingOn: '2024-04-02' }],
    },
    {
      title: 'between which days a document can have been served',
      given: upTo('decided'),
      attempt: { ...served, at: at('2023-09-30'), data: { mode: 'post', servedOn: '2023-09-27' } },
      refused: ['service.day-impossible APL-61'],
      tells: [{ day: '2023-09-27', notBefore: '2023-09-28', notAfter: '2023-09-30' }],
    },
    {
      title: 'the mode that has no such day',
      given: upTo('decided'),
      attempt: { ...served, data: { mode: 'public-notice', servedOn: '2023-09-28' } },
      refused: ['service.day-impossible APL-61'],
      tells: [{ mode: 'public-notice' }],
    },
    {
      title: 'until when the party may still state its case, though the term for a hearing is over',
      given: [
        ...majorUpTo('deliberated'),
        lowered('2024-03-28', '15:00'),
        { ...noticed, at: at('2024-03-28', '16:00') },
        { ...majorCase.reviewed, at: at('2024-03-29') },
        { ...majorCase.deliberated, at: at('2024-03-29', '11:00') },
      ],
      attempt: { ...majorCase.decided, at: at('2024-04-01') },
      refused: ['notice.window-open APL-45'],
      tells: [{ until: '2024-04-07' }],
    },
    {
      title: 'that a waiver before another notice does not end the window of that notice',
      given: [
        ...upTo('waived'),
        revision({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 400000 }] }),
        { ...noticed, at: at('2023-09-27') },
      ],
      attempt: decided,
      refused: ['notice.window-open APL-45'],
      tells: [{ until: '2023-10-10' }],
    },
  ]);
});
