import {
  correctionOrder,
  handOver,
  preserved,
  reinspection,
  resolved,
  sampling,
  unlicensed,
} from '../../spec-support/measures.fixture.spec';
import { at, changed, suspension } from '../../spec-support/other-steps.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { straightCase, upTo } from '../../spec-support/steps.fixture.spec';

describe('evidence: it is refused:', () => {
  itIsRefused([
    {
      title: 'a decision on evidence that came after the conclusion and was not verified',
      given: [...upTo('waived'), changed(straightCase.inspected, {}, { at: at('2023-09-25') })],
      attempt: straightCase.decided,
      refused: ['evidence.not-verified APL-46'],
    },
    {
      title: 'custody of somebody whom nobody knows',
      given: upTo('approved'),
      attempt: changed(straightCase.inspected, { custody: { holder: 'officer-9' } }),
      refused: ['custody.unknown-person APL-46'],
    },
    {
      title: 'a record that the party did not sign, without a note',
      given: upTo('approved'),
      attempt: changed(straightCase.inspected, { origin: { partySigned: false } }),
      refused: ['evidence.not-signed APL-55'],
    },
    {
      title: 'a hand-over by somebody who does not hold the piece',
      given: [...unlicensed, handOver],
      attempt: handOver,
      refused: ['custody.not-held APL-46'],
    },
    {
      title: 'a hand-over to nobody of the staff',
      given: unlicensed,
      attempt: changed(handOver, { to: 'officer-9' }),
      refused: ['custody.unknown-person APL-46'],
    },
    {
      title: 'sampling by one officer',
      given: unlicensed,
      attempt: changed(sampling, { officers: ['officer-1'] }),
      refused: ['officers.fewer-than-two APL-42'],
    },
  ]);
});

describe('preservation: it is refused:', () => {
  itIsRefused([
    {
      title: 'a preservation that a unit lead approved',
      given: unlicensed,
      attempt: changed(preserved, { approvedBy: 'lead-1' }),
      refused: ['preservation.approver-not-head APL-56'],
    },
    {
      title: 'a preservation approved by a head who investigates',
      given: [
        changed(unlicensed[0] ?? preserved, { officers: ['officer-1', 'officer-head-1'] }),
        ...unlicensed.slice(1, 2),
      ],
      attempt: changed(preserved, { officers: ['officer-1', 'officer-head-1'], approvedBy: 'officer-head-1' }),
      refused: ['duties.same-person internal control'],
      tells: [{ person: 'officer-head-1', did: 'investigated' }],
    },
    {
      title: 'a preservation by one officer',
      given: unlicensed,
      attempt: changed(preserved, { officers: ['officer-1'] }),
      refused: ['officers.fewer-than-two APL-42'],
    },
    {
      title: 'an outcome where nothing is preserved',
      given: unlicensed,
      attempt: resolved('2023-09-15'),
      refused: ['preservation.none-open APL-56'],
    },
    {
      title: 'a second outcome',
      given: [...unlicensed, preserved, resolved('2023-09-15')],
      attempt: changed(resolved('2023-09-16'), { preservation: 1 }),
      refused: ['preservation.none-open APL-56'],
    },
    {
      title: 'an outcome that is on no list',
      given: [...unlicensed, preserved],
      attempt: resolved('2023-09-15', '赠予'),
      refused: ['preservation.outcome-unknown profile'],
    },
    {
      title: 'anything but giving back after seven working days',
      given: [...unlicensed, preserved],
      attempt: resolved('2023-09-23', 'seized'),
      refused: ['preservation.lapsed APL-56'],
    },
  ]);
});

describe('orders and terms: it is refused:', () => {
  itIsRefused([
    {
      title: 'an order to correct until yesterday',
      given: unlicensed,
      attempt: changed(correctionOrder, { by: '2023-09-12' }),
      refused: ['correction.day-passed APL-28'],
    },
    {
      title: 'the re-inspection of an order that was not given',
      given: unlicensed,
      attempt: reinspection('2023-09-21', true),
      refused: ['correction.unknown-order APL-28'],
    },
    {
      title: 'a suspension on a ground that no rule names',
      given: upTo('waived'),
      attempt: changed(suspension, { ground: '等待当事人配合' }),
      refused: ['term.ground-unknown APL-60'],
    },
    {
      title: 'a suspension on a rule that does not name the ground',
      given: upTo('waived'),
      attempt: changed(suspension, { basis: '本机关的规定' }),
      refused: ['term.ground-unknown APL-60'],
    },
    {
      title: 'an extension on a basis that no rule gives',
      given: upTo('waived'),
      attempt: {
        at: at('2023-09-25'),
        by: 'head-1',
        act: 'extend-term',
        data: { until: '2024-01-10', basis: '本机关的规定' },
      },
      refused: ['term.ground-unknown APL-60'],
    },
    {
      title: 'an extension by more than three months',
      given: upTo('waived'),
      attempt: {
        at: at('2023-09-25'),
        by: 'head-1',
        act: 'extend-term',
        data: { until: '2024-03-12', ground: 'complex-or-major', basis: '旅游行政处罚办法' },
      },
      refused: ['term.too-long APL-60'],
    },
  ]);
});
