import { type EventStore, StoreUnavailable } from '@fajiao/event-store';
import { all, appendUntilKnown, idsOf, newBatch, newStream } from './sample-events';
import type { Topic } from './store-under-test';

/** Stores come and go, and so do their connections. */
export function connections({ under, decision }: Topic): void {
  it('what one process appended, the next one reads', async () => {
    const [stream, batch] = [newStream(), newBatch(3)];
    const first = await under().open('decision');
    await first.append(stream, batch, 'none');
    await first.close();
    const second = await under().open('decision');
    expect(idsOf(await all(second.read(stream)))).toEqual(idsOf(batch));
    await second.append(stream, newBatch(1), 2);
    await second.close();
  });

  it('a closed store is unavailable, and may be closed again', async () => {
    const store = await under().open('decision');
    await store.last(newStream());
    await store.close();
    await store.close();
    await expect(store.append(newStream(), newBatch(1), 'none')).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.last(newStream())).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.readAll(undefined, 1)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(all(store.read(newStream()))).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('idle connections that were cut are replaced', async () => {
    for (let round = 0; round < 5; round++) {
      const [stream, batch] = [newStream(), newBatch(2)];
      await appendUntilKnown(decision(), stream, batch, 'none');
      await under().disconnect?.();
      await appendUntilKnown(decision(), stream, newBatch(1), 1);
      expect(await readUntilKnown(decision(), stream)).toHaveLength(3);
    }
  });

  it('connections cut under load: what is sent again stands there once', async () => {
    const streams = Array.from({ length: 24 }, newStream);
    let left = streams.length;
    const writing = Promise.all(
      streams.map(async (stream) => {
        const written: string[] = [];
        for (let i = 0; i < 15; i++) {
          const batch = newBatch(2);
          const { revision } = await appendUntilKnown(decision(), stream, batch, i === 0 ? 'none' : 2 * i - 1);
          expect(revision).toBe(2 * i + 1);
          written.push(...idsOf(batch));
        }
        left -= 1;
        return written;
      }),
    );
    for (let cuts = 0; cuts < 10 && left > 0; cuts++) {
      await new Promise((resolve) => setTimeout(resolve, 15));
      await under().disconnect?.();
    }
    for (const [i, written] of (await writing).entries()) {
      expect(await readUntilKnown(decision(), streams[i] ?? '')).toEqual(written);
    }
  }, 120_000);
}

async function readUntilKnown(store: EventStore, stream: string): Promise<string[]> {
  for (let attempt = 0; ; attempt++) {
    try {
      return idsOf(await all(store.read(stream)));
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || attempt >= 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
