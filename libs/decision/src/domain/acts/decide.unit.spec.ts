import { fen, parseCivilDate } from '@fajiao/kernel';
import { Catalogue } from '@fajiao/rulebook';
import { spared } from '../../spec-support/discretion.fixture.spec';
import { correctionOrder, reinspection } from '../../spec-support/measures.fixture.spec';
import { at, changed, exclusion, guideCase, proposing } from '../../spec-support/other-steps.fixture.spec';
import { contextOf, happened, made, play, rulebook, said, type Step } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { straightCase, upTo } from '../../spec-support/steps.fixture.spec';
import { decide } from '../act';
import { concludeInvestigation, decidePenalty } from '.';

const { concluded, noticed, waived, decided } = straightCase;

describe('the decision of a penalty', () => {
  const decision = (steps: readonly Step[], step: Step = decided) => said('PenaltyDecided', step, steps);

  it('relies on the evidence that was not excluded', () => {
    const without = [...upTo('questioned'), exclusion(1), concluded, noticed, waived];
    expect(decision(without)).toMatchObject({ evidence: [2] });
  });

  it('says on which ground it mitigates', () => {
    const mitigation = { ground: 'minor', reason: '行为时十六周岁' };
    const proposal = { penalties: [{ kind: 'fine', fen: 100000 }, { kind: 'publication' }], tier: '轻微', mitigation };
    const steps = guideCase('140922200803020246').map((step) =>
      step.act === 'conclude-investigation' ? changed(step, { proposal }) : step,
    );
    expect(decision(steps, { ...decided, at: at('2024-08-28') })).toMatchObject({ mitigation });
  });

  it('repeats an order to correct with its day as long as that day has not passed', () => {
    const ordered = (by?: string): readonly Step[] => {
      const order = { ...correctionOrder, data: { what: '立即停止经营', ...(by && { by }) } };
      return [...upTo('inspected'), order, ...upTo('waived').slice(4)];
    };
    const still = { what: '立即停止经营' };
    expect(decision(ordered('2023-09-28'))).toHaveProperty('correction', { ...still, by: '2023-09-28' });
    expect(decision(ordered('2023-09-27'))).toHaveProperty('correction', still);
    expect(decision(ordered())).toHaveProperty('correction', still);
  });

  it('orders at once what was ordered before and is still not followed', () => {
    const steps = [
      ...upTo('inspected'),
      correctionOrder,
      reinspection('2023-09-14', false),
      ...upTo('waived').slice(4),
    ];
    expect(decision(steps)).toMatchObject({ correction: { what: '立即停止经营' } });
  });

  it('says why it comes past the term', () => {
    const late = changed(decided, { pastTerm: '案情复杂' }, { at: at('2023-12-12') });
    expect(decision(upTo('waived'), late)).toMatchObject({ pastTerm: '案情复杂' });
    expect(decision(upTo('waived'))).not.toHaveProperty('pastTerm');
  });

  it('cites the article of the version that governs', () => {
    const today = '2023-09-15';
    const first = rulebook.catalogue.versions[0]!;
    const items = first.items.map((item) =>
      item.code === 'CT-NET-31-1'
        ? { ...item, article: '第三十二条', fineFen: { min: fen(0), max: fen(1_000_000) } }
        : item,
    );
    const catalogue = new Catalogue([first, { ...first, effectiveFrom: parseCivilDate(today), items }]);
    const governing = { version: today, reason: '新规定处罚较轻' };
    const milder = { ...concluded, data: proposing({ governing }) };
    const under = { rulebook: { ...rulebook, catalogue } };
    const given = play(upTo('inspected'));
    const found = decide(concludeInvestigation, milder.data as never, given.state, { ...contextOf(milder), ...under });
    if (!('events' in found)) throw new Error(JSON.stringify(found));
    const ready = play([noticed, waived], happened(found.events, milder, given));
    const outcome = decide(decidePenalty, {}, ready.state, { ...contextOf(decided), ...under });
    if (!('events' in outcome)) throw new Error(JSON.stringify(outcome));
    expect(outcome.events[0]?.data).toMatchObject({ basis: ['互联网上网服务营业场所管理条例第三十二条'], governing });
  });
});

describe('the decision not to punish', () => {
  it('says its ground, reasons, findings and education, and the remedies against it', () => {
    const step = spared('first-time-slight-corrected', {
      ...{ found: ['first-time', 'slight-harm', 'corrected'], reasons: '首次违法，危害轻微', education: '已当面教育' },
    });
    expect(made(step, upTo('waived'))).toEqual([
      {
        type: 'NoPenaltyDecided',
        data: {
          decidedOn: '2023-09-28',
          offence: {
            code: 'CT-NET-31-1',
            title: '在规定的营业时间以外营业',
            statute: '互联网上网服务营业场所管理条例',
            article: '第三十一条第（一）项',
          },
          facts: '超过规定时间营业1小时30分，属一般情形',
          ground: 'first-time-slight-corrected',
          reasons: '首次违法，危害轻微',
          found: ['first-time', 'slight-harm', 'corrected'],
          education: '已当面教育',
          remedies: {
            reconsideration: { organs: ['示例县人民政府', '示例市文化和旅游局'], length: 60, unit: 'cd' },
            litigation: { court: '示例县人民法院', length: 6, unit: 'month' },
          },
          authority: { name: '示例县文化和旅游局', code: '11140922MB0K78GHXR' },
        },
      },
    ]);
  });

  it('says no more than it needs', () => {
    const data = said('NoPenaltyDecided', spared('not-proven'), upTo('waived'));
    expect(Object.keys(data ?? {})).toEqual([...['decidedOn', 'offence', 'facts', 'ground', 'remedies', 'authority']]);
  });

  it('says why it comes past the term', () => {
    const late = { ...spared('not-proven', { pastTerm: '案情复杂' }), at: at('2023-12-12') };
    expect(said('NoPenaltyDecided', late, upTo('waived'))).toMatchObject({ pastTerm: '案情复杂' });
  });

  it('spares whoever was under fourteen, for that reason alone', () => {
    const step = { ...spared('under-fourteen'), at: at('2024-08-28') };
    expect(said('NoPenaltyDecided', step, guideCase('140922201103020242'))).toMatchObject({ ground: 'under-fourteen' });
  });

  itIsRefused([
    {
      title: 'as one of somebody under fourteen, of a party who is older, and is told how old',
      given: guideCase('140922198503120018'),
      attempt: { ...spared('under-fourteen'), at: at('2024-08-28') },
      refused: ['no-penalty.ground-unfounded APL-30'],
      tells: [{ age: 39 }],
    },
  ]);
});
