import { closed, paid, revokedByOwn } from '../spec-support/after-service.fixture.spec';
import { at } from '../spec-support/other-steps.fixture.spec';
import { lawOn, nothingYet, play, type Played } from '../spec-support/play.fixture.spec';
import { afterService } from '../spec-support/spot-steps.fixture.spec';
import { upTo } from '../spec-support/steps.fixture.spec';
import { caseActs } from './case-acts';
import { requirementsOfAll, stillRequired } from './next-acts';

const filed = play(upTo('filed'));
const served = play(upTo('served'));

describe('what still stands between a case and its next milestone', () => {
  const next = ({ state }: Played, day = '2023-10-10') =>
    stillRequired(state, lawOn(at(day))).map(({ act, code, detail }) => [act, code, ...(detail ? [detail] : [])]);

  it.each<[string, Played, readonly unknown[]]>([
    ['the filing, before there is one', nothingYet, [['approve-filing', 'case.not-filed']]],
    ['nothing, before the approval of what was filed', filed, []],
    ['evidence, before the conclusion', play(upTo('approved')), [['conclude-investigation', 'evidence.missing']]],
    ['the notice, before the decision', play(upTo('concluded')), [['decide', 'notice.missing', { proposal: 1 }]]],
    ['nothing, before the decision is served', play(upTo('decided')), []],
    ['the money, before the case is closed', served, [['close', 'closing.fine-open']]],
    ['nothing, before a transfer is approved', play([...upTo('served'), ...afterService.slice(0, 1)]), []],
    ['nothing, before what is decided is handed over', play([...upTo('served'), ...afterService.slice(0, 2)]), []],
    ['the money, once it is handed over', play([...upTo('served'), ...afterService]), [['close', 'closing.fine-open']]],
    ['nothing, once it is paid', paid(served, '2023-10-09'), []],
    [
      'nothing, where the decision fell before it was served',
      play([...upTo('decided'), revokedByOwn('2023-09-28')]),
      [],
    ],
    ['nothing, once the case is closed', play([closed('2023-10-10')], paid(served, '2023-10-09')), []],
  ])('%s', (_what, played, missing) => {
    expect(next(played)).toEqual(missing);
  });

  it('is told of every act on a case, whether it is open, and with its form', () => {
    const told = requirementsOfAll(filed.state, lawOn(at('2023-09-12')));
    const acts = caseActs.map(({ name }) => name).filter((name) => name !== 'file' && name !== 'decide-on-the-spot');
    expect(told.map(({ act }) => act)).toEqual(acts);
    const openOnes = Object.fromEntries(told.map(({ act, form, open }) => [act, { form, open }]));
    expect(openOnes['approve-filing']).toEqual({ form: '立案审批表', open: true });
    expect(openOnes['collect-evidence']).toMatchObject({ open: false });
  });
});
