import { type EventStore, type Position, tail, type TailItem } from '@fajiao/event-store';
import { idsOf, newBatch, newStream } from './sample-events';
import type { Topic } from './store-under-test';

const SOON = 5_000;

/** The hint, and the tail that rests on it. */
export function wakingUp({ under, decision }: Topic): void {
  const head = async (store: EventStore): Promise<Position> => (await store.readAll(undefined, 10_000)).next;

  it('who waits is woken by an append of the same process', async () => {
    const after = await head(decision());
    const signal = AbortSignal.timeout(SOON);
    const woken = decision().woken(after, signal);
    await decision().append(newStream(), newBatch(1), 'none');
    await woken;
    expect(signal.aborted).toBe(false);
  });

  it('who comes late does not wait', async () => {
    const after = await head(decision());
    await decision().append(newStream(), newBatch(1), 'none');
    const signal = AbortSignal.timeout(SOON);
    await decision().woken(after, signal);
    expect(signal.aborted).toBe(false);
  });

  it('abort ends the waiting, before and after it began', async () => {
    const after = await head(decision());
    await decision().woken(after, AbortSignal.abort());
    await decision().woken(after, AbortSignal.timeout(20));
  });

  it('a tail gives what is there, says so, gives what comes, and ends on abort', async () => {
    const store = await under().open('decision');
    const abort = new AbortController();
    const start = await head(store);
    const [first, second] = [newBatch(3), newBatch(2)];
    await decision().append(newStream(), first, 'none');

    const seen: TailItem[] = [];
    for await (const item of tail(store, start, { signal: abort.signal, pageSize: 2 })) {
      seen.push(item);
      const caughtUp = seen.filter(({ kind }) => kind === 'caught-up').length;
      if (item.kind === 'caught-up' && caughtUp === 1) await decision().append(newStream(), second, 'none');
      if (item.kind === 'caught-up' && caughtUp === 2) abort.abort();
    }
    const events = seen.flatMap((item) => (item.kind === 'event' ? [item.event] : []));
    expect(idsOf(events)).toEqual(idsOf([...first, ...second]));
    expect(seen.at(-1)).toEqual({ kind: 'caught-up', position: events.at(-1)?.position });
    await store.close();
  });

  it('a store that closes lets go who waits', async () => {
    const store = await under().open('decision');
    const signal = AbortSignal.timeout(SOON);
    const woken = store.woken(await head(store), signal);
    await store.close();
    await woken;
    expect(signal.aborted).toBe(false);
  });
}
