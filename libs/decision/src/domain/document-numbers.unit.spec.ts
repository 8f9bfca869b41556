import type { Fact } from '@fajiao/kernel';
import { assignNumber, documentNumbers, numberOf, seriesOf, type NumberAssigned } from './document-numbers';

type Assigned = NumberAssigned['data'];

const after = (...given: readonly Assigned[]) =>
  given.reduce(
    (state, data) => documentNumbers.evolve(state, { type: 'NumberAssigned', data } as Fact<NumberAssigned>),
    documentNumbers.initial,
  );

describe('document numbers', () => {
  it('run from 1 in the order in which decisions ask, without a gap', () => {
    const state = after({ caseId: 'a', decision: 8 }, { caseId: 'b', decision: 8 }, { caseId: 'c', decision: 9 });
    expect(['a', 'b'].map((caseId) => numberOf(caseId, 8, state))).toEqual([1, 2]);
    expect(numberOf('c', 9, state)).toBe(3);
  });

  it('are given to a decision that holds none', () => {
    expect(numberOf('a', 8, after())).toBeUndefined();
    const next = { type: 'NumberAssigned', data: { caseId: 'a', decision: 8 } };
    expect(assignNumber('a', 8, after())).toEqual({ events: [next] });
    expect(assignNumber('a', 8, after({ caseId: 'b', decision: 8 }))).toEqual({ events: [next] });
  });

  it('are given once: a decision that holds one gets no other', () => {
    for (const state of [
      after({ caseId: 'a', decision: 8 }),
      after({ caseId: 'b', decision: 8 }, { caseId: 'a', decision: 8 }),
    ])
      expect(assignNumber('a', 8, state)).toEqual({ events: [] });
  });

  it('are another for a case that is decided anew', () => {
    const state = after({ caseId: 'a', decision: 8 });
    expect(numberOf('a', 20, state)).toBeUndefined();
    expect(assignNumber('a', 20, state)).toEqual({
      events: [{ type: 'NumberAssigned', data: { caseId: 'a', decision: 20 } }],
    });
    expect(numberOf('a', 20, after({ caseId: 'a', decision: 8 }, { caseId: 'a', decision: 20 }))).toBe(2);
  });

  it('that were given to a case before decisions were told apart belong to its decision', () => {
    const state = after({ caseId: 'b' }, { caseId: 'a' });
    expect(numberOf('a', 8, state)).toBe(2);
    expect(assignNumber('a', 8, state)).toEqual({ events: [] });
  });

  it('run apart for each kind and year', () => {
    expect(seriesOf('penalty', 2023)).toBe('penalty-2023');
    expect(new Set([seriesOf('penalty', 2023), seriesOf('penalty', 2024), seriesOf('no-penalty', 2023)]).size).toBe(3);
  });
});
