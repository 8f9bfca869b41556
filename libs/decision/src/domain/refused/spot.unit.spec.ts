import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { revokedByOwn } from '../../spec-support/after-service.fixture.spec';
import { at, changed } from '../../spec-support/other-steps.fixture.spec';
import { onTheSpot, onTheSpotUpTo, spotDecision } from '../../spec-support/spot-steps.fixture.spec';
import { organisationParty, straightCase, upTo } from '../../spec-support/steps.fixture.spec';

const { decided, collected, handedIn, reported } = onTheSpot;
const fine = (fen: number) => ({ penalties: [{ kind: 'fine', fen }] });
const citizen = (citizenId: string) => ({ party: { ...spotDecision.party, citizenId } });
const afloat = changed(collected, { onWater: true });

describe('it is refused:', () => {
  itIsRefused([
    {
      title: 'more than 200 yuan from a citizen on the spot',
      given: [],
      attempt: changed(decided, { ...fine(20100), tier: '一般' }),
      refused: ['simple-procedure.above-limit APL-51'],
    },
    {
      title: 'a penalty on the spot that is neither a warning nor a fine',
      given: [],
      attempt: changed(decided, {
        penalties: [
          { kind: 'fine', fen: 10000 },
          { kind: 'confiscation-of-gains', fen: 100 },
        ],
      }),
      refused: ['simple-procedure.other-penalty APL-51'],
    },
    {
      title: 'a fine of a guide who put the card on when told',
      given: [],
      attempt: changed(decided, { conditions: [] }),
      refused: ['offence.condition-not-met 导游人员管理条例第二十一条'],
    },
    {
      title: 'a decision on the spot by one officer',
      given: [],
      attempt: changed(decided, { officers: ['officer-1', 'officer-1'] }),
      refused: ['officers.fewer-than-two APL-42'],
    },
    {
      title: 'a decision on the spot without the certificates shown',
      given: [],
      attempt: changed(decided, { certificatesShown: false }),
      refused: ['officers.certificate-not-shown APL-55'],
    },
    {
      title: 'a decision on the spot with an officer whose certificate has ended',
      given: [],
      attempt: changed(decided, { officers: ['officer-1', 'officer-3'] }),
      refused: ['officers.certificate-expired APL-42'],
    },
    {
      title: 'a decision on the spot signed by somebody whom it does not name',
      given: [],
      attempt: { ...decided, by: 'officer-chair-1' },
      refused: ['officers.not-assigned APL-52'],
    },
    {
      title: 'a decision on the spot about an act of three years before',
      given: [],
      attempt: changed(decided, { actDate: '2021-09-10' }),
      refused: ['limitation.expired APL-36'],
    },
    {
      title: 'a decision on the spot about an act to come',
      given: [],
      attempt: changed(decided, { actDate: '2024-09-14' }),
      refused: ['filing.dates-out-of-order APL-54'],
    },
    {
      title: 'a decision on the spot about an act older than the catalogue',
      given: [],
      attempt: changed(decided, { actDate: '2021-07-14' }, { at: at('2023-07-13') }),
      refused: ['catalogue.no-version APL-37'],
    },
    {
      title: 'a decision on the spot against a party whom the article does not cover',
      given: [],
      attempt: changed(decided, { party: organisationParty }),
      refused: ['offence.subject-not-covered 导游人员管理条例第二十一条'],
    },
    {
      title: 'a fine of a guide aged 13 on the spot',
      given: [],
      attempt: changed(decided, citizen('140922201011050150')),
      refused: ['party.under-fourteen APL-30'],
    },
    {
      title: 'a fine of a guide aged 16 on the spot that is not mitigated',
      given: [],
      attempt: changed(decided, citizen('140922200803020246')),
      refused: ['party.minor-not-mitigated APL-30'],
    },
    {
      title: 'a fine on the spot outside its tier',
      given: [],
      attempt: changed(decided, fine(15000)),
      refused: ['discretion.outside-tier APL-34', 'deliberation.missing APL-57'],
    },
    {
      title: 'a fine on the spot below its tier, though a ground mitigates, for the heads do not deliberate there',
      given: [],
      attempt: changed(decided, {
        ...fine(5000),
        tier: '一般',
        mitigation: { ground: 'harm-removed', reason: '当场改正' },
      }),
      refused: ['deliberation.missing APL-57'],
    },
    {
      title: 'a fine on the spot that is mitigated on a ground of nobody’s list',
      given: [],
      attempt: changed(decided, { mitigation: { ground: 'friendly', reason: '态度好' } }),
      refused: ['mitigation.ground-unknown APL-32'],
    },
    {
      title: 'a fine on the spot that is not mitigated though what was found must mitigate',
      given: [],
      attempt: changed(decided, { conditions: ['refused-to-correct', 'harm-removed'] }),
      refused: ['mitigation.missing APL-32'],
    },
    {
      title: 'a fine on the spot for what must not be punished',
      given: [],
      attempt: changed(decided, { conditions: ['refused-to-correct', 'no-fault-proven'] }),
      refused: ['penalty.must-not APL-33'],
    },
    {
      title: 'a fine on the spot for an act that another case has fined',
      given: [],
      attempt: { ...decided, competing: [{ caseId: 'another', offence: 'CT-GUIDE-CARD' }] },
      refused: ['fine.twice-for-one-act APL-29'],
    },
    {
      title: 'a decision on the spot that does not say where',
      given: [],
      attempt: changed(decided, { place: ' ' }),
      refused: ['decision.contents-missing APL-52'],
    },
    {
      title: 'a decision on the spot in a case that is on file',
      given: upTo('filed'),
      attempt: { ...decided },
      refused: ['case.already-filed APL-54'],
    },
    {
      title: 'the filing of a case that was decided on the spot',
      given: onTheSpotUpTo('decided'),
      attempt: { at: at('2024-09-14'), by: 'lead-1', act: 'approve-filing' },
      refused: ['case.already-decided APL-57'],
    },
    {
      title: 'the report of a decision that was not made on the spot',
      given: upTo('served'),
      attempt: { ...reported, at: at('2023-10-07') },
      refused: ['simple-procedure.not-used APL-51'],
    },
    {
      title: 'a second report',
      given: onTheSpotUpTo('reported'),
      attempt: { ...reported, at: at('2024-09-19') },
      refused: ['spot-report.already-made APL-52'],
    },
    {
      title: 'the taking of 150 yuan as if they were not above 100',
      given: [changed(decided, { ...fine(15000), tier: '一般' })],
      attempt: collected,
      refused: ['spot-collection.ground APL-68'],
    },
    {
      title: 'the taking of a fine on a ground of nobody’s list',
      given: onTheSpotUpTo('decided'),
      attempt: changed(collected, { ground: 'convenient' }),
      refused: ['spot-collection.ground APL-68'],
    },
    {
      title: 'the taking of a fine of the ordinary procedure because it would be hard to collect later',
      given: upTo('served'),
      attempt: changed(collected, { ground: 'hard-to-collect-later' }, { at: at('2023-09-28', '16:00') }),
      refused: ['spot-collection.ground APL-68'],
    },
    {
      title: 'the taking of a fine without a receipt',
      given: onTheSpotUpTo('decided'),
      attempt: { ...collected, data: { ground: 'fine-not-above-100' } },
      refused: ['spot-collection.receipt APL-70'],
    },
    {
      title: 'the taking of a warning',
      given: [
        changed(decided, {
          penalties: [{ kind: 'warning' }],
          offence: 'CT-NET-31-1',
          tier: '轻微',
          ...{
            party: straightCase.filed.data.party,
          },
        }),
      ],
      attempt: collected,
      refused: ['spot-collection.nothing-due APL-68'],
    },
    {
      title: 'the taking of a fine before the decision is served',
      given: upTo('decided'),
      attempt: changed(collected, { ground: 'remote-at-request' }, { at: at('2023-09-28', '11:00') }),
      refused: ['decision.not-served APL-61', 'spot-collection.nothing-due APL-68'],
    },
    {
      title: 'the taking of a fine whose decision was revoked',
      given: [...onTheSpotUpTo('decided'), revokedByOwn('2024-09-14')],
      attempt: { ...collected, at: at('2024-09-14', '11:05') },
      refused: ['decision.fallen APL-75'],
    },
    {
      title: 'the taking of a fine twice',
      given: onTheSpotUpTo('collected'),
      attempt: { ...collected, at: at('2024-09-13', '11:10') },
      refused: ['spot-collection.already-taken APL-68'],
    },
    {
      title: 'a landing where nothing was taken on water',
      given: onTheSpotUpTo('decided'),
      attempt: changed(collected, { landedOn: '2024-09-13' }),
      refused: ['spot-collection.landing APL-71'],
    },
    {
      title: 'handing in what was taken on water without its day of landing',
      given: [decided, afloat],
      attempt: handedIn,
      refused: ['spot-collection.landing APL-71'],
    },
    {
      title: 'handing in what was not taken',
      given: onTheSpotUpTo('decided'),
      attempt: handedIn,
      refused: ['spot-money.not-taken APL-71'],
    },
    {
      title: 'handing in twice',
      given: onTheSpotUpTo('handedIn'),
      attempt: { ...handedIn, at: at('2024-09-18', '09:30') },
      refused: ['spot-money.already-handed-in APL-71'],
    },
    {
      title: 'closing a case whose decision on the spot is not reported and whose money is not handed in',
      given: onTheSpotUpTo('collected'),
      attempt: { at: at('2024-09-14'), by: 'officer-1', act: 'close' },
      refused: [
        'closing.fine-open internal control',
        'closing.spot-not-reported APL-52',
        'closing.spot-money-held APL-71',
      ],
    },
  ]);
});
