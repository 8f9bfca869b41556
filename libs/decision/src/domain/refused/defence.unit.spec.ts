import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { majorCase, majorUpTo, straightCase, upTo } from '../../spec-support/steps.fixture.spec';
import {
  at,
  changed,
  hearing,
  hearingNotice,
  hearingRequest,
  statementReview,
} from '../../spec-support/other-steps.fixture.spec';

const { noticed, waived } = straightCase;

describe('it is refused:', () => {
  itIsRefused([
    {
      title: 'a second notice of the same proposal',
      given: upTo('noticed'),
      attempt: { ...noticed, at: at('2023-09-22') },
      refused: ['notice.already-served APL-44'],
      tells: [{ proposal: 1 }],
    },
    {
      title: 'an electronic notice to which the party did not consent',
      given: upTo('concluded'),
      attempt: changed(noticed, { mode: 'electronic' }),
      refused: ['service.consent-missing APL-61'],
    },
    {
      title: 'a notice that was served before its proposal was made',
      given: upTo('concluded'),
      attempt: changed(noticed, { mode: 'post', servedOn: '2023-09-19' }),
      refused: ['service.day-impossible APL-61'],
    },
    {
      title: 'a waiver of what was not told',
      given: upTo('concluded'),
      attempt: waived,
      refused: ['notice.missing APL-62'],
    },
    {
      title: 'a second waiver',
      given: upTo('waived'),
      attempt: { ...waived, at: at('2023-09-25') },
      refused: ['rights.already-waived APL-45'],
    },
    {
      title: 'a review of no statement',
      given: upTo('noticed'),
      attempt: statementReview,
      refused: ['statement.none-to-review APL-45'],
    },
    {
      title: 'a request for a hearing where there is no right to one',
      given: upTo('noticed'),
      attempt: { at: at('2023-09-22'), by: 'officer-1', act: 'hearing-requested' },
      refused: ['hearing.no-right APL-63'],
    },
    {
      title: 'a request on the day after the window ended',
      given: majorUpTo('noticed'),
      attempt: { ...hearingRequest, at: at('2024-03-27') },
      refused: ['hearing.request-late APL-64'],
    },
    {
      title: 'a second request',
      given: [...majorUpTo('noticed'), hearingRequest],
      attempt: { ...hearingRequest, at: at('2024-03-22') },
      refused: ['hearing.already-requested APL-64'],
    },
    {
      title: 'a notice of a hearing that nobody asked for',
      given: majorUpTo('noticed'),
      attempt: hearingNotice,
      refused: ['hearing.not-requested APL-64'],
    },
    {
      title: 'a hearing noticed six working days ahead',
      given: [...majorUpTo('noticed'), hearingRequest],
      attempt: changed(hearingNotice, { hearingAt: '2024-03-29T01:00:00.000Z' }),
      refused: ['hearing.notice-too-short APL-64'],
    },
    {
      title: 'a hearing before its day',
      given: [...majorUpTo('noticed'), hearingRequest, hearingNotice],
      attempt: { ...hearing, at: at('2024-03-29') },
      refused: ['hearing.not-noticed APL-64'],
    },
    {
      title: 'a hearing under a chair who investigated',
      given: [
        changed(majorCase.filed, { officers: ['officer-1', 'officer-chair-1'] }),
        majorCase.approved,
        changed(majorCase.inspected, { officers: ['officer-1', 'officer-chair-1'] }),
        ...majorUpTo('noticed').slice(3),
        hearingRequest,
        hearingNotice,
      ],
      attempt: changed(hearing, { chair: 'officer-chair-1' }),
      refused: ['hearing.chair-is-investigator APL-64'],
    },
    {
      title: 'a hearing under a chair who reviewed the case',
      given: [
        ...majorUpTo('noticed'),
        hearingRequest,
        { ...majorCase.reviewed, at: at('2024-03-21', '16:00') },
        hearingNotice,
      ],
      attempt: changed(hearing, { chair: 'legal-1' }),
      refused: ['duties.same-person internal control'],
      tells: [{ person: 'legal-1', did: 'reviewed' }],
    },
    {
      title: 'a review by somebody who chaired the hearing',
      given: [...majorUpTo('noticed'), hearingRequest, hearingNotice, changed(hearing, { chair: 'legal-1' })],
      attempt: { ...majorCase.reviewed, at: at('2024-04-03') },
      refused: ['duties.same-person internal control'],
    },
    {
      title: 'a hearing that has ended',
      given: [...majorUpTo('noticed'), hearingRequest, hearingNotice, hearing],
      attempt: { at: at('2024-04-08'), by: 'chair-1', act: 'miss-hearing' },
      refused: ['hearing.already-ended APL-64'],
    },
  ]);
});
