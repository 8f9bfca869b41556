import type { Statement } from './connections';
import { StreamReads } from './stream-reads';

const row = (revision: number, place: number) => ({
  ...{ place, number: '1', revision, id: 'id', type: 'T', data: '{}', metadata: '{}' },
});

/** Streams that are named after their length, and the rows of each answer. */
function serverOf() {
  const answers: number[] = [];
  const rowsOf = (stream: string, from: number, size: number, place: number) =>
    Array.from({ length: Math.max(0, Math.min(size, parseInt(stream) - from)) }, (_, index) =>
      row(from + index, place),
    );
  const query = <Row extends object>(
    { name }: Statement,
    [streams, from, size]: readonly unknown[],
  ): Promise<Row[]> => {
    const names = name === 'one' ? [streams as string] : (streams as string[]);
    const starts = name === 'one' ? [from as number] : (from as number[]);
    const rows: object[] = names.flatMap((stream, index) =>
      rowsOf(stream, starts[index] ?? 0, size as number, index + 1),
    );
    answers.push(rows.length);
    return Promise.resolve(rows as Row[]);
  };
  const statement = (name: string): Statement => ({ name, text: name });
  const reads = new StreamReads(query, { readStream: statement('one'), readStreams: statement('many') });
  const revisions = async (stream: string): Promise<number[]> => {
    const all: number[] = [];
    for (;;) {
      const { rows, isEnd } = await reads.page(stream, all.length);
      all.push(...rows.map(({ revision }) => revision));
      if (isEnd) return all;
    }
  };
  return { answers, revisions };
}

describe('reads of streams at the same moment', () => {
  const streams = (count: number, length: number) => Array.from({ length: count }, (_, n) => `${length}-${n}`);

  it.each([1, 7, 200, 450])('%i long ones never come as one answer of all their events', async (count) => {
    const { answers, revisions } = serverOf();
    const read = await Promise.all(streams(count, 301).map(revisions));
    for (const its of read) expect(its).toEqual(Array.from({ length: 301 }, (_, revision) => revision));
    expect(read).toHaveLength(count);
    expect(Math.max(...answers)).toBeLessThanOrEqual(8_000);
  });

  it('short ones are one call', async () => {
    const { answers, revisions } = serverOf();
    await Promise.all(streams(200, 30).map(revisions));
    expect(answers).toEqual([6_000]);
  });
});
