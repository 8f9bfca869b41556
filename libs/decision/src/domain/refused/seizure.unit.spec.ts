import {
  confirmation,
  disposal,
  equipmentConfiscated,
  lifting,
  preserved,
  seized,
  seizedUrgently,
  seizureApproved,
  seizureExtension,
  tested,
  testing,
  unlicensed,
} from '../../spec-support/measures.fixture.spec';
import { at, changed } from '../../spec-support/other-steps.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';

const underSeizure = [...unlicensed, seizureApproved, seized];

describe('seizure: it is refused:', () => {
  itIsRefused([
    {
      title: 'an approval on a basis that no law gives',
      given: unlicensed,
      attempt: changed(seizureApproved, { basis: '本机关的规定' }),
      refused: ['seizure.basis-unknown ACL-10'],
    },
    {
      title: 'an urgent seizure that names no law',
      given: unlicensed,
      attempt: changed(seizedUrgently, { basis: undefined }),
      refused: ['seizure.basis-unknown ACL-10'],
    },
    {
      title: 'an approval by a head who investigates',
      given: [
        changed(unlicensed[0] ?? seized, { officers: ['officer-1', 'officer-head-1'] }),
        ...unlicensed.slice(1, 2),
      ],
      attempt: { ...seizureApproved, by: 'officer-head-1' },
      refused: ['duties.same-person internal control'],
    },
    {
      title: 'a seizure that nobody approved',
      given: unlicensed,
      attempt: seized,
      refused: ['seizure.not-approved ACL-18'],
    },
    {
      title: 'a second seizure on one approval',
      given: underSeizure,
      attempt: { ...seized, at: at('2023-09-15') },
      refused: ['seizure.not-approved ACL-18'],
    },
    {
      title: 'a seizure of more than was approved',
      given: [...unlicensed, seizureApproved],
      attempt: changed(seized, { items: ['电脑主机20台', '收银机1台'] }),
      refused: ['seizure.beyond-approval ACL-18'],
    },
    {
      title: 'a seizure by an officer of a township',
      given: [
        changed(unlicensed[0] ?? seized, { officers: ['officer-1', 'officer-township-1'] }),
        ...unlicensed.slice(1, 2),
        seizureApproved,
      ],
      attempt: changed(seized, { officers: ['officer-1', 'officer-township-1'] }),
      refused: ['seizure.not-own-officers ACL-17'],
    },
    {
      title: 'a seizure without decision and list on the spot',
      given: [...unlicensed, seizureApproved],
      attempt: changed(seized, { papersHandedOver: false }),
      refused: ['seizure.papers-not-handed-over ACL-24'],
    },
    {
      title: 'a seizure in the party’s absence without a witness',
      given: [...unlicensed, seizureApproved],
      attempt: changed(seized, { partyPresent: false }),
      refused: ['seizure.witness-missing ACL-18'],
    },
    {
      title: 'a seizure of what has nothing to do with it, of daily necessities, of what is seized',
      given: [...unlicensed, seizureApproved],
      attempt: changed(seized, { related: false, dailyNecessities: true, seizedBefore: true }),
      refused: ['seizure.unrelated ACL-23', 'seizure.daily-necessities ACL-23', 'seizure.seized-before ACL-23'],
    },
    {
      title: 'the confirmation of what was approved before',
      given: underSeizure,
      attempt: confirmation('2023-09-14', { confirmed: true }, '16:00'),
      refused: ['seizure.nothing-to-confirm ACL-19'],
    },
    {
      title: 'anything but lifting of an urgent seizure that was not approved',
      given: [...unlicensed, seizedUrgently, confirmation('2023-09-14', { confirmed: false }, '16:00')],
      attempt: seizureExtension('2023-09-15', { reasons: '案情复杂' }),
      refused: ['seizure.to-be-lifted ACL-19'],
    },
    {
      title: 'the extension of a seizure that was not carried out',
      given: [...unlicensed, seizureApproved],
      attempt: seizureExtension('2023-09-15', { reasons: '案情复杂' }),
      refused: ['seizure.none-open ACL-25'],
    },
    {
      title: 'an extension on day 31',
      given: underSeizure,
      attempt: seizureExtension('2023-10-15', { reasons: '案情复杂' }),
      refused: ['seizure.lapsed ACL-25'],
    },
    {
      title: 'a second extension',
      given: [...underSeizure, seizureExtension('2023-10-10', { reasons: '案情复杂' })],
      attempt: seizureExtension('2023-11-10', { reasons: '案情复杂' }),
      refused: ['seizure.already-extended ACL-25'],
    },
    {
      title: 'testing that was to end yesterday',
      given: underSeizure,
      attempt: testing('2023-09-20', { institution: '鉴定机构', what: '主机', until: '2023-09-19' }),
      refused: ['correction.day-passed ACL-25'],
    },
    {
      title: 'two tests at once',
      given: [...underSeizure, testing('2023-09-20', { institution: '鉴定机构', what: '主机', until: '2023-09-25' })],
      attempt: testing('2023-09-21', { institution: '鉴定机构', what: '主机', until: '2023-09-25' }),
      refused: ['seizure.testing-open ACL-25'],
    },
    {
      title: 'the end of testing that never began',
      given: underSeizure,
      attempt: tested('2023-09-21', { result: '用于违法经营' }),
      refused: ['seizure.not-testing ACL-25'],
    },
    {
      title: 'lifting on a ground that is on no list',
      given: underSeizure,
      attempt: lifting('2023-09-21', { ground: '当事人请求' }),
      refused: ['seizure.ground-unknown ACL-28'],
    },
    {
      title: 'the confiscation of what is seized before a decision confiscates it',
      given: underSeizure,
      attempt: disposal('2023-09-21', { how: 'confiscated' }),
      refused: ['seizure.not-confiscated ACL-27'],
    },
    {
      title: 'dropping a case with something seized',
      given: underSeizure,
      attempt: { at: at('2023-09-21'), by: 'head-1', act: 'drop', data: { ground: '当事人死亡' } },
      refused: ['closing.measure-open ACL-27'],
    },
    {
      title: 'closing a case with something preserved and something seized',
      given: [
        ...underSeizure,
        preserved,
        ...equipmentConfiscated,
        {
          at: at('2023-09-29'),
          by: 'officer-1',
          act: 'execute-other-penalty',
          data: { penalty: 'confiscation-of-goods', how: '移交罚没仓库' },
        },
      ].sort((a, b) => (a.at < b.at ? -1 : 1)),
      attempt: { at: at('2023-10-08'), by: 'officer-1', act: 'close' },
      refused: ['closing.measure-open ACL-27'],
    },
  ]);
});
