import { at, suspension } from '../../spec-support/other-steps.fixture.spec';
import { made, type Step } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { upTo } from '../../spec-support/steps.fixture.spec';

const head = (act: string, day: string, data: object = {}): Step => ({ at: at(day), by: 'head-1', act, data });

describe('the term for deciding', () => {
  const basis = '旅游行政处罚办法';
  const extended = (day: string, until: string, data: object = {}) =>
    head('extend-term', day, { until, basis, ...data });
  const dropped = head('drop', '2023-09-20', { ground: '当事人死亡' });

  it('is extended on a ground that is told, until its last day', () => {
    const onTheLastDay = extended('2023-12-11', '2024-02-11', { ground: '案情复杂或者重大' });
    expect(made(onTheLastDay, upTo('waived'))).toEqual([
      { type: 'DecisionTermExtended', data: { until: '2024-02-11', ground: '案情复杂或者重大', basis } },
    ]);
  });

  it('ends with a case that is dropped, which says why', () => {
    expect(made(dropped, upTo('inspected'))).toEqual([{ type: 'CaseDropped', data: { ground: '当事人死亡' } }]);
  });

  itIsRefused([
    {
      title: 'as resumed twice',
      given: [...upTo('waived'), suspension, head('resume', '2023-10-16')],
      attempt: head('resume', '2023-10-17'),
      refused: ['case.not-suspended APL-60'],
    },
    {
      title: 'as extended to no later day than it has, both of which are told',
      given: upTo('waived'),
      attempt: extended('2023-10-16', '2023-12-11'),
      refused: ['decision.term-not-later APL-60'],
      tells: [{ decideBy: '2023-12-11', until: '2023-12-11' }],
    },
    {
      title: 'as extended once it is over, which is told',
      given: upTo('waived'),
      attempt: extended('2023-12-12', '2024-02-11'),
      refused: ['decision.term-expired APL-60'],
      tells: [{ decideBy: '2023-12-11' }],
    },
  ]);
});
