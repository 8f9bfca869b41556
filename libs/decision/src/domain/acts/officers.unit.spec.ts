import { at, recusal } from '../../spec-support/other-steps.fixture.spec';
import { made, play, type Step } from '../../spec-support/play.fixture.spec';
import { upTo } from '../../spec-support/steps.fixture.spec';

const replaced: Step = {
  at: at('2023-09-13', '16:00'),
  by: 'lead-1',
  act: 'replace-officers',
  data: { officers: ['officer-2', 'officer-lead-1'] },
};

describe('the officers of a case', () => {
  it('are replaced by two who may act, with their certificates', () => {
    const given = [...upTo('inspected'), recusal('officer-1', at('2023-09-13', '15:30'))];
    const officers = [
      { id: 'officer-2', certificateNo: '14-0922-002' },
      { id: 'officer-lead-1', certificateNo: '14-0922-011' },
    ];
    expect(made(replaced, given)).toEqual([{ type: 'OfficersReplaced', data: { officers } }]);
  });

  it('who were replaced stay among those who investigated', () => {
    const { state } = play([...upTo('inspected'), replaced]);
    expect(state.officers).toEqual(['officer-2', 'officer-lead-1']);
    expect(state.investigators).toEqual(['officer-1', 'officer-2', 'officer-lead-1']);
  });
});

describe('a recusal', () => {
  it('of a head says which heads decided it together', () => {
    const present = ['head-1', 'head-3', 'head-4'];
    const step = { ...recusal('head-2'), data: { ...recusal('head-2').data, present } };
    expect(made(step, upTo('approved'))).toEqual([
      { type: 'RecusalDecided', data: { officer: 'head-2', recused: true, ground: '与当事人有亲属关系', present } },
    ]);
  });

  it('of an officer is decided by one head', () => {
    expect(made(recusal('officer-2'), upTo('approved'))).toEqual([
      { type: 'RecusalDecided', data: { officer: 'officer-2', recused: true, ground: '与当事人有亲属关系' } },
    ]);
  });
});
