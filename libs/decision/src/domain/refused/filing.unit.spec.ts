import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { citizenParty, straightCase } from '../../spec-support/steps.fixture.spec';
import { at, changed } from '../../spec-support/other-steps.fixture.spec';

const { filed, approved } = straightCase;
const NET_31 = '互联网上网服务营业场所管理条例第三十一条';

describe('it is refused:', () => {
  itIsRefused([
    {
      title: 'a filing by one officer',
      given: [],
      attempt: changed(filed, { officers: ['officer-1'] }),
      refused: ['officers.fewer-than-two APL-42'],
    },
    {
      title: 'a filing by the same officer twice',
      given: [],
      attempt: changed(filed, { officers: ['officer-1', 'officer-1'] }),
      refused: ['officers.fewer-than-two APL-42'],
      tells: [{ officers: 1 }],
    },
    {
      title: 'a filing by somebody who is no officer',
      given: [],
      attempt: changed(filed, { officers: ['officer-1', 'lead-1'] }),
      refused: ['officers.not-qualified APL-42'],
    },
    {
      title: 'a filing on the day after the limitation ended',
      given: [],
      attempt: changed(filed, { actDate: '2021-09-10' }),
      refused: ['limitation.expired APL-36'],
    },
    {
      title: 'an act before the first catalogue version, still within five years where somebody was harmed',
      given: [],
      attempt: changed(filed, { actDate: '2021-06-01', harm: 'life-health' }),
      refused: ['catalogue.no-version APL-37'],
    },
    {
      title: 'an act of a party whom the article does not cover',
      given: [],
      attempt: changed(filed, { party: citizenParty }),
      refused: [`offence.subject-not-covered ${NET_31}`],
    },
    {
      title: 'an act that ends before it begins',
      given: [],
      attempt: changed(filed, { actEndDate: '2023-09-08' }),
      refused: ['filing.dates-out-of-order APL-54'],
    },
    {
      title: 'a lead received after its filing',
      given: [],
      attempt: changed(filed, { source: { kind: 'complaint', receivedOn: '2023-09-12' } }),
      refused: ['filing.dates-out-of-order APL-54'],
    },
    {
      title: 'an act dated after its filing',
      given: [],
      attempt: changed(filed, { actDate: '2023-09-12' }),
      refused: ['filing.dates-out-of-order APL-54'],
    },
    {
      title: 'a second filing of the same case',
      given: [filed],
      attempt: filed,
      refused: ['case.already-filed APL-54'],
    },
    {
      title: 'a filing before the rulebook begins',
      given: [],
      attempt: changed(filed, { actDate: '2021-06-01' }, { at: at('2021-06-02') }),
      refused: ['catalogue.no-version APL-37', 'rulebook.not-in-force profile'],
    },
    {
      title: 'an approval by the lead who filed',
      given: [changed(filed, { officers: ['officer-lead-1', 'officer-1'] }, { by: 'officer-lead-1' })],
      attempt: { ...approved, by: 'officer-lead-1' },
      refused: ['duties.same-person internal control'],
    },
    {
      title: 'an approval by the lead who is one of the officers',
      given: [changed(filed, { officers: ['officer-lead-1', 'officer-1'] })],
      attempt: { ...approved, by: 'officer-lead-1' },
      refused: ['duties.same-person internal control'],
    },
    {
      title: 'a second approval',
      given: [filed, approved],
      attempt: approved,
      refused: ['filing.already-decided APL-54'],
    },
    {
      title: 'anything after the filing was refused',
      given: [filed, { ...approved, act: 'refuse-filing', data: { reason: '违法事实不成立' } }],
      attempt: approved,
      refused: ['filing.already-decided APL-54', 'case.ended APL-57'],
    },
    {
      title: 'an approval of what was not filed',
      given: [],
      attempt: approved,
      refused: ['case.not-filed APL-54'],
    },
  ]);
});
