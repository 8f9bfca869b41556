import { BatchRefused, type Expected, type NewEvent } from '@fajiao/event-store';
import { all, newBatch, newEvent, newStream } from './sample-events';
import type { Topic } from './store-under-test';

const MIB = 1024 * 1024;

/** JSON text of exactly this many bytes. */
const textOf = (bytes: number): string => `{"facts":"${'x'.repeat(bytes - '{"facts":""}'.length)}"}`;

/** What is refused before it is written, and what is just small enough. */
export function limits({ decision }: Topic): void {
  const refused: Record<string, [readonly NewEvent[], Expected?, string?]> = {
    'no event': [[]],
    '31 events': [newBatch(31)],
    'one byte more than 1 MiB of data': [[newEvent({ data: textOf(MIB + 1) })]],
    'more than 1 MiB of data in sum': [[1, 2, 3].map(() => newEvent({ data: textOf(400_000) }))],
    'more than 1 MiB of data in bytes, though not in characters': [
      [newEvent({ data: `{"facts":"${'罚'.repeat(400_000)}"}` })],
    ],
    'more than 1 MiB of metadata': [[newEvent({ metadata: textOf(MIB + 1) })]],
    'one id twice': [
      [
        newEvent({ id: '0b0e4b1c-64a1-4d3b-8c0f-111111111111' }),
        newEvent({ id: '0b0e4b1c-64a1-4d3b-8c0f-111111111111' }),
      ],
    ],
    'an id that is no UUID': [[newEvent({ id: 'event-1' })]],
    'the nil UUID': [[newEvent({ id: '00000000-0000-0000-0000-000000000000' })]],
    'an id in upper case': [[newEvent({ id: '0B0E4B1C-64A1-4D3B-8C0F-111111111111' })]],
    'an empty type': [[newEvent({ type: '' })]],
    'a type with $ in front': [[newEvent({ type: '$CaseFiled' })]],
    'a type of 501 characters': [[newEvent({ type: 'x'.repeat(501) })]],
    'an empty stream name': [newBatch(1), 'none', ''],
    'a stream name with $ in front': [newBatch(1), 'none', '$case-1'],
    'a stream name of 501 characters': [newBatch(1), 'none', `case-${'x'.repeat(496)}`],
    'a stream name with a NUL': [newBatch(1), 'none', 'case-\0'],
    'a stream name with a lone surrogate': [newBatch(1), 'none', 'case-\ud800'],
    'a negative revision': [newBatch(1), -1],
    'a broken revision': [newBatch(1), 0.5],
    'a revision that is no number': [newBatch(1), Number.NaN],
  };
  it.each(Object.entries(refused))('%s is refused, and nothing is written', async (_, [events, expected, name]) => {
    const stream = name ?? newStream();
    await expect(decision().append(stream, events, expected ?? 'none')).rejects.toBeInstanceOf(BatchRefused);
    expect(await decision().last(stream)).toBeUndefined();
    expect(await all(decision().read(stream))).toEqual([]);
  });

  it('a read that names no stream harms none that is asked at the same moment', async () => {
    const stream = newStream();
    await decision().append(stream, newBatch(2), 'none');
    const reads = ['case-\0', stream, 'case-\ud800', stream].map((name) => all(decision().read(name)));
    expect((await Promise.all(reads)).map(({ length }) => length)).toEqual([0, 2, 0, 2]);
  });

  const accepted: Record<string, readonly NewEvent[]> = {
    '30 events': newBatch(30),
    '1 MiB of data in one event': [newEvent({ data: textOf(MIB) })],
    '1 MiB of data in 30 events': newBatch(30).map((event, i) => ({
      ...event,
      data: textOf(i === 0 ? MIB - 29 * 34_000 : 34_000),
    })),
    'metadata larger than data': [newEvent({ metadata: textOf(500_000) })],
    'a type of 500 characters': [newEvent({ type: '立'.repeat(500) })],
  };
  it.each(Object.entries(accepted))('%s are read back byte by byte', async (_, events) => {
    const stream = newStream();
    await decision().append(stream, events, 'none');
    const read = await all(decision().read(stream));
    expect(read.map(({ id, type, data, metadata }) => ({ id, type, data, metadata }))).toEqual(events);
  });
}
