import { fen, parseCivilDate } from '@fajiao/kernel';
import { eventsOf, folded } from '../../spec-support/fold.fixture.spec';
import {
  type Outcome,
  outcomesAnAppend,
  receiveStatement,
  sortLines,
  type StatementEvent,
  type StatementHead,
  statements,
} from './statement';
import { readLine } from './statement-line';

const head = (count: number): StatementHead => ({
  ...{ bank: 'bank-a', date: parseCivilDate('2024-04-12') },
  ...{ lines: count, linesFen: fen(100 * count), contentHash: `hash of ${count}` },
});
const linesOf = (count: number) =>
  Array.from({ length: count }, (_, i) => readLine({ reference: `A${i + 1}`, fen: 100 }, i + 1));
const FINE = '0b2f4a5e-7b1c-5d3e-9f00-000000000001';
const outcome = (line: number, bucket: Outcome['bucket'] = 'matched'): Outcome => ({
  ...{ line, bucket, reference: `A${line}`, fen: fen(100), fineId: FINE },
});
const outcomes = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => outcome(from + i));

const received = (events: readonly StatementEvent[], count: number) =>
  eventsOf(receiveStatement(folded(statements, events), head(count), linesOf(count)));
const sorted = (events: readonly StatementEvent[], given: readonly Outcome[]) =>
  eventsOf(sortLines(folded(statements, events), given));
/** A statement whose lines are all stored, however many appends that took. */
function takenIn(count: number): StatementEvent[] {
  const events: StatementEvent[] = [];
  for (let more = received(events, count); more.length > 0; more = received(events, count)) events.push(...more);
  return events;
}
const types = (events: readonly StatementEvent[]) => events.map(({ type }) => type);

describe('a statement', () => {
  it('is taken in once, its lines in parts', () => {
    const events = received([], 250);
    expect(types(events)).toEqual(['StatementReceived', ...Array<string>(3).fill('StatementLinesReceived')]);
    expect(folded(statements, events)).toMatchObject({
      stored: 250,
      sorted: 0,
      received: { lines: 250, linesFen: 25_000 },
    });
    expect(received(events, 250)).toEqual([]);
  });

  it('that is too large for one append is taken in by several, from where it was', () => {
    let events: StatementEvent[] = [];
    for (let appends = 1; ; appends += 1) {
      const more = received(events, 6_010);
      expect(more.length).toBeLessThanOrEqual(30);
      if (more.length === 0) break;
      events = [...events, ...more];
    }
    expect(folded(statements, events).stored).toBe(6_010);
    expect(types(events).filter((type) => type === 'StatementReceived')).toHaveLength(1);
  });

  it('of other content for the same day is a conflict, recorded and without effect', () => {
    const events = received([], 2);
    const other = received(events, 3);
    expect(types(other)).toEqual(['StatementConflictRecorded']);
    expect(folded(statements, [...events, ...other])).toMatchObject({ stored: 2, conflicts: 1 });
  });

  it('without a line is reconciled at once', () => {
    const events = received([], 0);
    expect(types(events)).toEqual(['StatementReceived', 'StatementReconciled']);
    expect(received(events, 0)).toEqual([]);
  });

  it('is reconciled with its last line, when the buckets hold what the lines hold', () => {
    const taken = received([], 3);
    const first = sorted(taken, [outcome(1), outcome(2, 'amount-differs')]);
    expect(types(first)).toEqual(['LinesMatched', 'LineSuspended']);
    const last = sorted([...taken, ...first], outcomes(3, 3));
    expect(last.at(-1)).toEqual({
      type: 'StatementReconciled',
      data: {
        ...{ lines: 3, linesFen: 300 },
        buckets: [
          { bucket: 'amount-differs', lines: 1, fen: 100 },
          { bucket: 'matched', lines: 2, fen: 200 },
        ],
      },
    });
  });

  it('leaves each line in the bucket that it has', () => {
    const taken = received([], 3);
    const events = [...taken, ...sorted(taken, outcomes(1, 2))];
    expect(types(sorted(events, [outcome(1, 'malformed'), outcome(2, 'malformed'), outcome(3)]))).toEqual([
      'LinesMatched',
      'StatementReconciled',
    ]);
  });

  it('notes plain lines together, and of the others no more than an append holds', () => {
    expect(outcomesAnAppend(outcomes(1, 3_000))).toBe(500);
    const mixed = outcomes(1, 100).map((one, i) => (i % 2 === 0 ? one : outcome(one.line, 'amount-differs')));
    expect(outcomesAnAppend(mixed)).toBe(49);
    const rich = Array.from({ length: 500 }, (_, i) => outcome(i + 1, i % 20 === 0 ? 'amount-differs' : 'matched'));
    for (const some of [mixed, rich]) {
      const taken = takenIn(some.length);
      const events = sorted(taken, some.slice(0, outcomesAnAppend(some)));
      expect(events.length).toBeLessThanOrEqual(30);
    }
  });

  it('never passes over a line, nor loses a fen', () => {
    const taken = received([], 3);
    expect(() => sorted(taken, outcomes(2, 3))).toThrow('left out');
    expect(() => sorted(taken, [...outcomes(1, 2), { ...outcome(3), fen: fen(99) }])).toThrow('do not hold');
  });
});

describe('a line', () => {
  it('is read as it came', () => {
    expect(readLine({ reference: 'A11', fen: -60_000, reverses: 'A10' }, 11)).toEqual({
      ...{ line: 11, reference: 'A11', fen: -60_000, reverses: 'A10' },
    });
  });

  it.each([
    ['no object', 'A1,500000', 'line', 0],
    ['null', null, 'line', 0],
    ['a field that no line has', { reference: 'A1', fen: 100, payer: '张示例' }, 'line', 100],
    ['no reference', { fen: 100 }, 'reference', 100],
    ['a reference with a line break', { reference: 'A\n1', fen: 100 }, 'reference', 100],
    ['an amount in words', { reference: 'A1', fen: '100' }, 'fen', 0],
    ['half a fen', { reference: 'A1', fen: 0.5 }, 'fen', 0],
    ['no money', { reference: 'A1', fen: 0 }, 'fen', 0],
    ['more than there is', { reference: 'A1', fen: 1e15 }, 'fen', 0],
    ['a code in full width', { reference: 'A1', fen: 100, code: '１２３' }, 'code', 100],
    ['a reversal that pays', { reference: 'A1', fen: 100, reverses: 'A0' }, 'reverses', 100],
    ['a reversal of itself', { reference: 'A1', fen: -100, reverses: 'A1' }, 'reverses', -100],
  ])('with %s is malformed, kept, and counted as far as it can be read', (_, given, fault, amount) => {
    expect(readLine(given, 4)).toMatchObject({ line: 4, malformed: fault, fen: amount });
  });

  it('that is malformed is cut, but never within a character', () => {
    const { text } = readLine({ reference: '💴'.repeat(1_000) }, 1) as { text: string };
    expect([...text]).toHaveLength(200);
    expect(text).not.toMatch(/\p{Surrogate}/u);
  });
});
