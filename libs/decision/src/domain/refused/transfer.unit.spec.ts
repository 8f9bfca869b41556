import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { at, changed, suspension } from '../../spec-support/other-steps.fixture.spec';
import {
  declined,
  reviewConclusion,
  reviewRequest,
  transfer,
  transferUpTo,
} from '../../spec-support/spot-steps.fixture.spec';
import { straightCase, upTo } from '../../spec-support/steps.fixture.spec';

const { proposed, granted, handedOver, returned } = transfer;
const { decided } = straightCase;
const toPolice = { ...proposed, at: at('2023-09-25') };
const later = { ...granted, at: at('2023-09-26') };

describe('it is refused:', () => {
  itIsRefused([
    {
      title: 'a penalty while a transfer is proposed',
      given: [...upTo('waived'), toPolice],
      attempt: decided,
      refused: ['transfer.pending APL-27'],
    },
    {
      title: 'a penalty while a transfer is approved and not handed over',
      given: [...upTo('waived'), toPolice, later],
      attempt: decided,
      refused: ['transfer.pending APL-27'],
    },
    {
      title: 'a penalty while the case is with the police',
      given: [...upTo('waived'), toPolice, later, { ...handedOver, at: at('2023-09-26', '15:00') }],
      attempt: decided,
      refused: ['case.transferred APL-27'],
    },
    {
      title: 'the suspension of a case that is with the police',
      given: transferUpTo('handedOver'),
      attempt: { ...suspension, at: at('2024-06-03') },
      refused: ['case.transferred APL-27'],
    },
    {
      title: 'a second proposal while one is open',
      given: transferUpTo('proposed'),
      attempt: { ...proposed, at: at('2024-05-27', '10:00') },
      refused: ['transfer.pending APL-27'],
    },
    {
      title: 'the proposal to transfer a case that is with the police',
      given: transferUpTo('handedOver'),
      attempt: { ...proposed, at: at('2024-06-03') },
      refused: ['case.transferred APL-27'],
    },
    {
      title: 'the transfer to another authority of a case that is decided',
      given: upTo('decided'),
      attempt: changed(proposed, { kind: 'authority' }, { at: at('2023-09-28', '11:00') }),
      refused: ['case.already-decided APL-57'],
    },
    {
      title: 'the approval of a transfer that nobody proposed',
      given: transferUpTo('approved'),
      attempt: granted,
      refused: ['transfer.none-proposed D310-5'],
    },
    {
      title: 'a second answer to a proposal',
      given: transferUpTo('granted'),
      attempt: { at: at('2024-05-28', '10:00'), by: 'head-1', act: 'refuse-transfer', data: { reasons: '不构成犯罪' } },
      refused: ['transfer.none-proposed D310-5'],
    },
    {
      title: 'the approval of a transfer by somebody who investigated',
      given: [changed(transfer.filed, { officers: ['officer-1', 'officer-head-1'] }), transfer.approved, proposed],
      attempt: { ...granted, by: 'officer-head-1' },
      refused: ['duties.same-person internal control'],
    },
    {
      title: 'the hand-over before the approval',
      given: transferUpTo('proposed'),
      attempt: handedOver,
      refused: ['transfer.not-approved D310-5'],
    },
    {
      title: 'the return of a case that is here',
      given: transferUpTo('granted'),
      attempt: returned,
      refused: ['transfer.not-handed-over APL-27'],
    },
    {
      title: 'the refusal of a case that is here',
      given: transferUpTo('returned'),
      attempt: { ...declined, at: at('2024-06-19') },
      refused: ['transfer.not-handed-over APL-27'],
    },
    {
      title: 'a review where the police refused nothing',
      given: transferUpTo('returned'),
      attempt: reviewRequest,
      refused: ['transfer.not-declined D310-9'],
    },
    {
      title: 'a second request for a review',
      given: [...transferUpTo('handedOver'), declined, reviewRequest],
      attempt: { ...reviewRequest, at: at('2024-06-21') },
      refused: ['transfer.review-already-requested D310-9'],
    },
    {
      title: 'the end of a review that nobody asked for',
      given: [...transferUpTo('handedOver'), declined],
      attempt: reviewConclusion(false),
      refused: ['transfer.review-not-requested D310-9'],
    },
    {
      title: 'the resumption of a case that is with the police and not suspended',
      given: transferUpTo('handedOver'),
      attempt: { at: at('2024-06-03'), by: 'head-1', act: 'resume' },
      refused: ['case.not-suspended APL-60'],
    },
    {
      title: 'any act on a case that went to another authority',
      given: [
        ...transferUpTo('approved'),
        changed(proposed, { to: '示例市文化和旅游局', ground: '无管辖权', kind: 'authority' }),
        granted,
        handedOver,
      ],
      attempt: returned,
      refused: ['case.ended APL-57', 'transfer.not-handed-over APL-27'],
    },
  ]);
});
