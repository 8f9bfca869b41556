import { changed, less, reduction } from '../../spec-support/other-steps.fixture.spec';
import { made, said } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { majorCase, majorUpTo } from '../../spec-support/steps.fixture.spec';

const { deliberated } = majorCase;
const given = majorUpTo('reviewed');
const article = '娱乐场所管理条例第四十八条';

describe('a deliberation', () => {
  it('records who was there and what each of them thought', () => {
    expect(made(deliberated, given)).toEqual([
      {
        type: 'DeliberationHeld',
        data: {
          proposal: 1,
          present: ['head-1', 'head-2', 'head-3', 'head-4'],
          chair: 'head-1',
          opinions: [
            { person: 'head-1', opinion: '同意' },
            { person: 'head-2', opinion: '同意' },
            { person: 'head-3', opinion: '同意' },
            { person: 'head-4', opinion: '建议减轻' },
          ],
          conclusion: 'adopt',
        },
      },
    ]);
  });

  it('records every vote where they voted, and to what they reduced', () => {
    const votes = { 'head-1': 'reduce', 'head-2': 'reduce', 'head-3': 'reduce', 'head-4': 'adopt' };
    expect(said('DeliberationHeld', changed(reduction, { votes }), given)).toMatchObject({
      opinions: [{ vote: 'reduce' }, { vote: 'reduce' }, { vote: 'reduce' }, { vote: 'adopt' }],
      ...{ conclusion: 'reduce', penalties: less },
    });
  });

  it('may leave the tier, for the opinions of the heads are the reasons', () => {
    const penalties = [
      { kind: 'fine', fen: 2000000 },
      { kind: 'suspension', months: 1 },
    ];
    expect(said('DeliberationHeld', changed(reduction, { penalties }), given)).toMatchObject({ penalties });
  });

  itIsRefused([
    {
      title: 'which reduces the suspension to less than the article provides',
      given,
      attempt: changed(reduction, {
        penalties: [
          { kind: 'fine', fen: 2800000 },
          { kind: 'suspension', days: 10 },
        ],
      }),
      refused: [`suspension.outside-range ${article}`],
    },
  ]);
});
