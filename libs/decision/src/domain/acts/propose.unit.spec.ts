import { unlicensed } from '../../spec-support/measures.fixture.spec';
import {
  changed,
  hearingRequest,
  lowered,
  revision,
  statement,
  statementReview,
} from '../../spec-support/other-steps.fixture.spec';
import { made, said, type Step } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { majorUpTo, proposal, straightCase, upTo } from '../../spec-support/steps.fixture.spec';

const { concluded } = straightCase;
const found = (step: Step, given: readonly Step[] = upTo('inspected')) => said('InvestigationConcluded', step, given);
const revised = (step: Step, given: readonly Step[]) => said('ProposalRevised', step, given);
const warning = { kind: 'warning' };
const fine = { kind: 'fine', fen: 500000 };
const gains = (amount: number) => ({ kind: 'confiscation-of-gains', fen: amount });
const goods = (...items: readonly string[]) => ({ kind: 'confiscation-of-goods', items });

describe('the conclusion of an investigation', () => {
  it('says what was found and what is proposed, and no more than was told', () => {
    expect(made(concluded, upTo('inspected'))).toEqual([
      {
        type: 'InvestigationConcluded',
        data: {
          findings: '超过规定时间营业1小时30分，属一般情形',
          conditions: [],
          gainsFen: 0,
          goods: [],
          proposal: { version: 1, ...proposal },
        },
      },
    ]);
  });

  it('takes what it confiscates for what was found, unless it says more', () => {
    const confiscating = { penalties: [warning, fine, gains(60000)], tier: '一般' };
    expect(found(changed(concluded, { proposal: confiscating, repaidFen: 40000 }))).toMatchObject({
      ...{ gainsFen: 100000, repaidFen: 40000 },
    });
    const equipment = { penalties: [goods('电脑主机20台')], tier: '一般' };
    const taken = { conditions: ['no-crime-suspected'], proposal: equipment };
    expect(found(changed(concluded, taken), unlicensed)).toMatchObject({ goods: ['电脑主机20台'] });
    expect(found(changed(concluded, { ...taken, goods: ['电脑主机20台', '路由器1台'] }), unlicensed)).toMatchObject({
      goods: ['电脑主机20台', '路由器1台'],
    });
  });

  it('says the turnover, the reasons for leaving the tier and the ground that mitigates', () => {
    const reasons = '主动消除影响';
    const mitigation = { ground: 'harm-removed', reason: '主动消除危害后果' };
    const given = found(changed(concluded, { turnoverFen: 800000, proposal: { ...proposal, reasons, mitigation } }));
    expect(given).toMatchObject({ turnoverFen: 800000, proposal: { reasons, mitigation } });
  });
});

describe('a revision of the proposal', () => {
  const given = upTo('concluded');
  const lower = { penalties: [warning, { kind: 'fine', fen: 400000 }] };

  it('is the next version, and says whether it rests on new facts', () => {
    expect(made(revision(lower), given)).toEqual([
      {
        type: 'ProposalRevised',
        data: {
          findings: '重新认定',
          conditions: [],
          gainsFen: 0,
          goods: [],
          newFacts: false,
          onlyLowers: true,
          proposal: { version: 2, ...lower, tier: '一般' },
        },
      },
    ]);
    expect(revised(revision(lower, true), given)).toMatchObject({ newFacts: true, onlyLowers: false });
  });

  it('keeps conditions, gains, repayment, turnover and goods as they were found', () => {
    const first = {
      ...{ conditions: ['self-corrected'], gainsFen: 100000, repaidFen: 40000, turnoverFen: 800000 },
      ...{ goods: ['账本1本'], proposal: { penalties: [warning, fine, gains(60000)], tier: '一般' } },
    };
    const steps = [...upTo('inspected'), changed(concluded, first)];
    const again = revision({ penalties: [warning, { kind: 'fine', fen: 400000 }, gains(60000)] });
    expect(revised(again, steps)).toMatchObject({
      ...{ conditions: ['self-corrected'], gainsFen: 100000, repaidFen: 40000, turnoverFen: 800000 },
      ...{ goods: ['账本1本'], onlyLowers: true },
    });
    const anew = changed(again, { conditions: ['repeated'], turnoverFen: 900000 });
    expect(revised(anew, steps)).toMatchObject({ conditions: ['repeated'], turnoverFen: 900000, onlyLowers: false });
  });

  it('has found the gains and goods that it confiscates beyond those known before', () => {
    const more = revision({ penalties: [warning, fine, gains(30000)] }, true);
    expect(revised(more, given)).toMatchObject({ gainsFen: 30000 });
    const first = changed(concluded, {
      ...{ conditions: ['no-crime-suspected'], proposal: { penalties: [goods('电脑主机20台')], tier: '一般' } },
    });
    const second = revision({ penalties: [goods('电脑主机20台', '服务器1台')] }, true);
    expect(revised(second, [...unlicensed, first])).toMatchObject({ goods: ['电脑主机20台', '服务器1台'] });
  });

  it('that names the same conditions in another order only lowers; with another condition it does not', () => {
    const first = [...upTo('inspected'), changed(concluded, { conditions: ['b', 'a'] })];
    const naming = (...conditions: readonly string[]) => changed(revision(lower), { conditions });
    expect(revised(naming('a', 'b'), first)).toMatchObject({ onlyLowers: true });
    expect(revised(naming('b', 'a'), first)).toMatchObject({ onlyLowers: true });
    expect(revised(naming('a'), first)).toMatchObject({ onlyLowers: false });
    expect(revised(naming('a', 'c'), first)).toMatchObject({ onlyLowers: false });
  });

  it('of penalties that are heavier, or more, does not only lower', () => {
    const heavier = revision({ penalties: [warning, { kind: 'fine', fen: 600000 }] });
    expect(revised(heavier, given)).toMatchObject({ onlyLowers: false });
  });

  itIsRefused([
    {
      title: 'as heavier without new facts after the party spoke, naming the version that stands',
      given: [...upTo('noticed'), statement, statementReview],
      attempt: revision({ penalties: [warning, { kind: 'fine', fen: 600000 }] }),
      refused: ['defence.aggravated APL-45'],
      tells: [{ proposal: 1 }],
    },
    {
      title: 'as heavier without new facts after the party asked for a hearing',
      given: [...majorUpTo('noticed'), hearingRequest],
      attempt: changed(lowered('2024-03-25'), {
        proposal: {
          penalties: [
            { kind: 'fine', fen: 2900000 },
            { kind: 'suspension', months: 2 },
          ],
          tier: '严重',
        },
      }),
      refused: ['defence.aggravated APL-45'],
      tells: [{ proposal: 1 }],
    },
  ]);
});
