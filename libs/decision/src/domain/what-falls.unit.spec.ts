import { changedByOwn, concluded, revokedByOwn, sought } from '../spec-support/after-service.fixture.spec';
import { changed } from '../spec-support/other-steps.fixture.spec';
import { caseId, made, play, said, type Step } from '../spec-support/play.fixture.spec';
import { straightCase, upTo } from '../spec-support/steps.fixture.spec';

const served = play(upTo('served'));
const { fineId } = served.state.service ?? {};
const warning = { kind: 'warning' };
const documentNumber = '（示）文综罚字〔2023〕第1号';

describe('a decision that the authority changes', () => {
  it('says what holds instead and why, and is told to the collecting side and the public', () => {
    const penalties = [warning, { kind: 'fine', fen: 400000 }];
    expect(made(changedByOwn('2023-10-09', 400000), served)).toEqual([
      {
        type: 'DecisionChanged',
        data: {
          ...{ by: 'own-authority', changedOn: '2023-10-09', penalties, reason: '原决定裁量过重' },
          payment: {
            ...{ fineFen: 400000, confiscatedGainsFen: 0, how: 'any-bank-or-electronic', withinDays: 15 },
            surcharge: { perMillePerDay: 30, capPercent: 100 },
          },
        },
      },
      {
        type: 'FineChanged',
        data: {
          ...{ fineId, caseId, fineFen: 400000, confiscatedGainsFen: 0, changedOn: '2023-10-09' },
          by: 'own-authority',
        },
      },
      {
        type: 'DecisionFell',
        data: {
          ...{ caseId, documentNumber, how: 'changed', by: 'own-authority', fellOn: '2023-10-09', penalties },
        },
      },
    ]);
  });

  it('before it was served concerns neither the collecting side nor the public', () => {
    const unserved = made(changedByOwn('2023-09-28', 400000), upTo('decided'));
    expect(unserved.map(({ type }) => type)).toStrictEqual(['DecisionChanged']);
  });
});

describe('a decision that a remedy changes', () => {
  const gains = { kind: 'confiscation-of-gains', fen: 100000 };
  const withGains = play([
    ...upTo('questioned'),
    changed(straightCase.concluded, {
      proposal: { penalties: [warning, { kind: 'fine', fen: 500000 }, gains], tier: '一般' },
    }),
    ...upTo('served').slice(5),
    sought('2023-10-09'),
  ]);
  const ending = (penalties: readonly object[]): Step => concluded('2023-12-01', 'changed', { penalties });

  it('gives no reason of the authority’s own', () => {
    expect(said('DecisionChanged', ending([warning, gains]), withGains)).not.toHaveProperty('reason');
  });

  it('states no surcharge where no fine is left to bear it', () => {
    expect(said('DecisionChanged', ending([warning, gains]), withGains)).toMatchObject({
      payment: { fineFen: 0, confiscatedGainsFen: 100000, surcharge: null },
    });
    const fine = { kind: 'fine', fen: 400000 };
    expect(said('DecisionChanged', ending([warning, fine, gains]), withGains)).toMatchObject({
      payment: { fineFen: 400000, surcharge: { perMillePerDay: 30, capPercent: 100 } },
    });
  });

  it('asks for no money where none is left', () => {
    expect(said('DecisionChanged', ending([warning]), withGains)).toMatchObject({ payment: null });
    expect(said('FineChanged', ending([warning]), withGains)).toMatchObject({ fineFen: 0, confiscatedGainsFen: 0 });
  });

  it('keeps what holds instead with the end of the remedy', () => {
    expect(said('RemedyConcluded', ending([warning]), withGains)).toEqual({
      ...{ remedy: 1, outcome: 'changed', endedOn: '2023-12-01', accepted: true, procedural: false },
      penalties: [warning],
    });
  });
});

describe('a decision that falls', () => {
  it('by the authority’s own act says why, and owes nothing any more', () => {
    expect(made(revokedByOwn('2023-10-09'), served)).toEqual([
      {
        type: 'DecisionRevoked',
        data: { by: 'own-authority', how: 'revoked', revokedOn: '2023-10-09', reason: '当事人认定错误' },
      },
      {
        type: 'FineCancelled',
        data: { fineId, caseId, reason: 'revoked', cancelledOn: '2023-10-09', by: 'own-authority' },
      },
      {
        type: 'DecisionFell',
        data: {
          ...{ caseId, documentNumber, how: 'revoked', by: 'own-authority', fellOn: '2023-10-09', penalties: null },
        },
      },
    ]);
    expect(said('DecisionRevoked', revokedByOwn('2023-10-09', true), served)).toMatchObject({ how: 'redo' });
  });

  it('by a judgment falls on the day that the judgment takes effect', () => {
    const suit = play([sought('2023-10-09', 'litigation')], served);
    const judgment = concluded('2024-05-20', 'void', { effectiveOn: '2024-05-15' });
    expect(said('DecisionRevoked', judgment, suit)).toEqual({ by: 'litigation', how: 'void', revokedOn: '2024-05-15' });
  });

  it('was not published where it punished nobody, so nothing comes down when it is held unlawful', () => {
    const spared = play([
      ...upTo('concluded'),
      { ...straightCase.decided, act: 'decide-no-penalty', data: { ground: 'not-proven' } },
      ...[straightCase.served, sought('2023-10-09')],
    ]);
    const events = made(concluded('2023-12-01', 'unlawful'), spared);
    expect(events.map(({ type }) => type)).toStrictEqual(['RemedyConcluded']);
  });
});
