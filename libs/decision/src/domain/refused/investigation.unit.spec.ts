import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { straightCase, upTo } from '../../spec-support/steps.fixture.spec';
import { at, changed, exclusion, recusal } from '../../spec-support/other-steps.fixture.spec';

const { filed, approved, inspected, concluded, noticed } = straightCase;

describe('it is refused:', () => {
  itIsRefused([
    {
      title: 'evidence taken by an officer whose certificate ended the day before',
      given: [
        changed(filed, { officers: ['officer-1', 'officer-3'], actDate: '2023-06-22' }, { at: at('2023-06-26') }),
        { ...approved, at: at('2023-06-27') },
      ],
      attempt: changed(inspected, { officers: ['officer-1', 'officer-3'] }, { at: at('2023-07-01') }),
      refused: ['officers.certificate-expired APL-42'],
    },
    {
      title: 'evidence taken without showing the certificates',
      given: [filed, approved],
      attempt: changed(inspected, { certificatesShown: false }),
      refused: ['officers.certificate-not-shown APL-55'],
    },
    {
      title: 'evidence taken by a recused officer',
      given: [filed, approved, recusal('officer-2')],
      attempt: inspected,
      refused: ['officers.recused APL-43'],
    },
    {
      title: 'anything done by a recused officer, also where one is enough',
      given: [...upTo('concluded'), recusal('officer-2', at('2023-09-20', '18:00'))],
      attempt: { ...noticed, by: 'officer-2' },
      refused: ['officers.recused APL-43'],
    },
    {
      title: 'evidence taken by officers of no case',
      given: [filed, approved],
      attempt: changed(inspected, { officers: ['officer-1', 'officer-chair-1'] }),
      refused: ['officers.not-assigned APL-42'],
    },
    {
      title: 'evidence before the filing is approved',
      given: [filed],
      attempt: inspected,
      refused: ['filing.not-approved APL-54'],
    },
    {
      title: 'verification of evidence that is not there',
      given: [filed, approved, inspected],
      attempt: { at: at('2023-09-14'), by: 'officer-1', act: 'verify-evidence', data: { evidence: 2, result: '一致' } },
      refused: ['evidence.unknown APL-46'],
    },
    {
      title: 'verification of evidence that was excluded',
      given: [filed, approved, inspected, exclusion(1)],
      attempt: { at: at('2023-09-15'), by: 'officer-1', act: 'verify-evidence', data: { evidence: 1, result: '一致' } },
      refused: ['evidence.excluded APL-46'],
    },
    {
      title: 'a challenge of nobody',
      given: [filed],
      attempt: recusal('officer-9'),
      refused: ['recusal.unknown-person APL-43'],
    },
    {
      title: 'a head who decides on the challenge of himself',
      given: [filed],
      attempt: { ...recusal('head-1'), data: { ...recusal('head-1').data, present: ['head-2', 'head-3', 'head-4'] } },
      refused: ['duties.same-person APL-43'],
      tells: [{ person: 'head-1', did: 'challenged' }],
    },
    {
      title: 'a conclusion without evidence that can be used',
      given: [filed, approved, inspected, exclusion(1)],
      attempt: concluded,
      refused: ['evidence.missing APL-46'],
    },
    {
      title: 'a conclusion while one of the two officers is recused and not replaced',
      given: [...upTo('questioned'), recusal('officer-2', at('2023-09-15'))],
      attempt: concluded,
      refused: ['officers.fewer-than-two APL-42'],
    },
    {
      title: 'a conclusion before the filing is approved',
      given: [filed],
      attempt: { ...concluded, at: at('2023-09-11', '16:00') },
      refused: ['filing.not-approved APL-54', 'evidence.missing APL-46'],
    },
    {
      title: 'a second conclusion',
      given: upTo('concluded'),
      attempt: { ...concluded, at: at('2023-09-21') },
      refused: ['investigation.already-concluded APL-57'],
    },
  ]);
});
