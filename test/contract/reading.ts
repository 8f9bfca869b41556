import { all, idsOf, newBatch, newEvent, newStream } from './sample-events';
import type { Topic } from './store-under-test';

/** One stream, from a revision on. */
export function reading({ under, decision }: Topic): void {
  it('a stream that does not exist is empty and has no last event', async () => {
    expect(await all(decision().read(newStream()))).toEqual([]);
    expect(await all(decision().read(newStream(), 7))).toEqual([]);
    expect(await decision().last(newStream())).toBeUndefined();
  });

  it('reads from any revision to the end, and nothing from beyond the end', async () => {
    const stream = newStream();
    const batch = newBatch(5);
    await decision().append(stream, batch, 'none');
    for (let from = 0; from <= 7; from++) {
      const read = await all(decision().read(stream, from));
      expect(idsOf(read)).toEqual(idsOf(batch.slice(from)));
      expect(read.map((event) => event.revision)).toEqual([0, 1, 2, 3, 4].slice(from));
    }
  });

  it('an event has the position of its append, and is last until the next one', async () => {
    const stream = newStream();
    const first = await decision().append(stream, newBatch(2), 'none');
    expect(await decision().last(stream)).toMatchObject({ revision: 1, position: first.position });
    const second = await decision().append(stream, newBatch(1), 1);
    expect(await decision().last(stream)).toMatchObject({ revision: 2, position: second.position });
    const positions = (await all(decision().read(stream))).map((event) => event.position);
    expect(positions.slice(1)).toEqual([first.position, second.position]);
    expect([...positions].sort()).toEqual(positions);
    expect(new Set(positions).size).toBe(3);
  });

  it('what was appended is read at once, by this process and by others', async () => {
    const [other, audit] = [await under().open('decision'), await under().open('audit')];
    for (let round = 0; round < 50; round++) {
      const stream = newStream();
      await decision().append(stream, newBatch(2), 'none');
      const counts = await Promise.all(
        [decision(), other, audit].map(async (store) => (await all(store.read(stream))).length),
      );
      expect(counts).toEqual([2, 2, 2]);
    }
    await Promise.all([other.close(), audit.close()]);
  });

  it('a stream of 1,200 events is read whole and in order', async () => {
    const stream = newStream();
    const written: string[] = [];
    for (let i = 0; i < 40; i++) {
      const batch = newBatch(30);
      await decision().append(stream, batch, i === 0 ? 'none' : i * 30 - 1);
      written.push(...idsOf(batch));
    }
    expect(idsOf(await all(decision().read(stream)))).toEqual(written);
    expect(idsOf(await all(decision().read(stream, 1_111)))).toEqual(written.slice(1_111));
  });

  it('each of many reads at the same moment gets its own stream, from its own revision on', async () => {
    const streams = await Promise.all(
      [1, 2, 3, 5, 29, 30].map(async (size) => {
        const stream = newStream();
        const batch = newBatch(size);
        await decision().append(stream, batch, 'none');
        return { stream, ids: idsOf(batch) };
      }),
    );
    const wanted = [...streams, { stream: newStream(), ids: [] }].flatMap((its) =>
      Array.from({ length: 10 }, (_, from) => ({ ...its, from })),
    );
    const read = await Promise.all(wanted.map(({ stream, from }) => all(decision().read(stream, from))));
    expect(read.map(idsOf)).toEqual(wanted.map(({ ids, from }) => ids.slice(from)));
    read.forEach((events, index) => expect(events.every(({ stream }) => stream === wanted[index]?.stream)).toBe(true));
  });

  it('130 reads that are given up leave nothing behind', async () => {
    const stream = newStream();
    for (let i = 0; i < 10; i++) {
      const batch = newBatch(30).map(() => newEvent({ data: `{"facts":"${'x'.repeat(10_000)}"}` }));
      await decision().append(stream, batch, i === 0 ? 'none' : i * 30 - 1);
    }
    for (let i = 0; i < 130; i++) {
      for await (const event of decision().read(stream)) {
        expect(event.revision).toBe(0);
        break;
      }
    }
    expect(await all(decision().read(stream))).toHaveLength(300);
    await decision().append(newStream(), newBatch(1), 'none');
  });
}
