import {
  concluded,
  replied,
  revokedByOwn,
  sought,
  stayed,
  stayLifted,
} from '../../spec-support/after-service.fixture.spec';
import { changed } from '../../spec-support/other-steps.fixture.spec';
import { made, play, said } from '../../spec-support/play.fixture.spec';
import { onTheSpotUpTo } from '../../spec-support/spot-steps.fixture.spec';
import { straightCase, upTo } from '../../spec-support/steps.fixture.spec';

const served = upTo('served');
const pending = [...served, sought('2023-10-09')];

describe('a remedy', () => {
  it('against a decision on the spot is heard in the simple procedure, in court and when told otherwise not', () => {
    const spot = onTheSpotUpTo('decided');
    expect(said('RemedySought', sought('2024-09-20'), spot)).toMatchObject({ procedure: 'simple' });
    const ordinary = sought('2024-09-20', 'reconsideration', { procedure: 'ordinary' });
    expect(said('RemedySought', ordinary, spot)).toMatchObject({ procedure: 'ordinary' });
    const upheld = [...spot, sought('2024-09-20'), concluded('2024-10-30', 'upheld')];
    expect(said('RemedySought', sought('2024-11-04', 'litigation'), upheld)).toMatchObject({ procedure: 'ordinary' });
  });

  it('against a decision that holds no money is nobody else’s business', () => {
    const warned = changed(straightCase.concluded, { proposal: { penalties: [{ kind: 'warning' }], tier: '轻微' } });
    const { noticed, waived, decided } = straightCase;
    const given = [...upTo('questioned'), warned, noticed, waived, decided, straightCase.served];
    expect(made(sought('2023-10-09'), given).map(({ type }) => type)).toEqual(['RemedySought']);
  });

  it('that orders to decide anew says by when, where the order does', () => {
    const order = { remedy: 1, orderedOn: '2023-12-01', procedural: false };
    expect(said('RedoOrdered', concluded('2023-12-01', 'redo'), pending)).toEqual(order);
    const by = concluded('2023-12-01', 'redo', { redoBy: '2024-01-31' });
    expect(said('RedoOrdered', by, pending)).toEqual({ ...order, until: '2024-01-31' });
  });

  it('that orders to decide anew leaves nothing of what followed from the decision', () => {
    const { state } = play([...pending, concluded('2023-12-01', 'redo')]);
    expect(state).toMatchObject({
      ...{ decision: null, number: null, service: null, payment: null, executed: [], easierTerms: [], demands: [] },
      ...{ courtApplication: null, enforcementPauses: [], enforcementEnd: null, changedBy: null },
      fallenDecisions: [{ documentNumber: '（示）文综罚字〔2023〕第1号', by: 'reconsideration', on: '2023-12-01' }],
    });
  });

  it('keeps how it ended though another one follows', () => {
    const suit = [sought('2023-12-15', 'litigation'), concluded('2024-05-20', 'rejected')];
    const { remedies } = play([...pending, replied('2023-10-12'), concluded('2023-12-01', 'upheld'), ...suit]).state;
    expect(remedies.map(({ kind, repliedOn, concluded: end }) => [kind, repliedOn, end?.outcome])).toEqual([
      ['reconsideration', '2023-10-12', 'upheld'],
      ['litigation', null, 'rejected'],
    ]);
  });

  it('that finds the decision unlawful leaves it in force, and what is public comes down', () => {
    const events = made(concluded('2023-12-01', 'unlawful'), pending);
    expect(events.find(({ type }) => type === 'DecisionFell')?.data).toMatchObject({
      ...{ how: 'unlawful', by: 'reconsideration', fellOn: '2023-12-01', penalties: null },
    });
    const { state } = play([...pending, concluded('2023-12-01', 'unlawful')]);
    expect(state).toMatchObject({ heldUnlawfulOn: '2023-12-01', fall: null, status: 'served' });
  });

  it.each(['upheld', 'rejected', 'withdrawn'])('that ends %s finds nothing unlawful', (outcome) => {
    expect(play([...pending, concluded('2023-12-01', outcome)]).state.heldUnlawfulOn).toBeNull();
  });
});

describe('a stay', () => {
  it('is ordered by somebody, and lifted', () => {
    expect(made(stayed('2023-10-10'), pending)).toEqual([
      { type: 'EnforcementStayed', data: { remedy: 1, by: '示例县人民政府' } },
    ]);
    const given = [...pending, stayed('2023-10-10')];
    expect(made(stayLifted('2023-10-12'), given)).toEqual([{ type: 'StayLifted', data: { remedy: 1 } }]);
  });

  it('that was lifted can be ordered again, and each keeps its own day', () => {
    const again = [...pending, stayed('2023-10-10'), stayLifted('2023-10-12'), stayed('2023-10-16')];
    const stays = (steps: typeof again) => play(steps).state.stays.map(({ from, liftedOn }) => [from, liftedOn]);
    expect(stays(again)).toEqual([
      ['2023-10-10', '2023-10-12'],
      ['2023-10-16', null],
    ]);
    expect(stays([...again, stayLifted('2023-10-18')])).toEqual([
      ['2023-10-10', '2023-10-12'],
      ['2023-10-16', '2023-10-18'],
    ]);
  });
});

describe('a decision that the authority revokes', () => {
  it('does not stand any more, unless it is to be made anew', () => {
    const fallen = play([...served, revokedByOwn('2023-10-09')]);
    expect(fallen.state).toMatchObject({
      ...{ fall: { how: 'revoked', by: 'own-authority', on: '2023-10-09' }, status: 'revoked' },
    });
    expect(play([...served, revokedByOwn('2023-10-09', true)]).state).toMatchObject({ fall: null, status: 'redo' });
  });
});
