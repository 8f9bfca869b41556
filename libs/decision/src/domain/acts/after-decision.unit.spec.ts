import { at } from '../../spec-support/other-steps.fixture.spec';
import { made, type Step } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { majorUpTo, upTo } from '../../spec-support/steps.fixture.spec';

const correction = (field: string): Step => ({
  at: at('2023-10-09'),
  by: 'officer-1',
  act: 'correct-clerical-error',
  data: { field, was: '示例网洛', is: '示例网络' },
});

describe('a clerical error', () => {
  it('is corrected with both texts on record', () => {
    expect(made(correction('party.name'), upTo('served'))).toEqual([
      { type: 'ClericalErrorCorrected', data: { field: 'party.name', was: '示例网洛', is: '示例网络' } },
    ]);
  });

  itIsRefused(
    ['penalties', 'fine', 'offence', 'basis', 'decidedOn', '罚款'].map((field) => ({
      title: `to be one in what was decided, ${field}, by name`,
      given: upTo('served'),
      attempt: correction(field),
      refused: ['correction.not-clerical APL-75'],
      tells: [{ field }],
    })),
  );
});

describe('a penalty other than money', () => {
  it('is carried out in some way, which is on record', () => {
    const executed = { at: at('2024-04-08'), by: 'officer-1', act: 'execute-other-penalty' };
    const data = { penalty: 'suspension', how: '自4月9日起停业' };
    expect(made({ ...executed, data }, majorUpTo('served'))).toEqual([{ type: 'OtherPenaltyExecuted', data }]);
  });
});
