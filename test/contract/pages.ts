import { type EventStore, ForeignPosition, type Position, type StoredEvent } from '@fajiao/event-store';
import { everything, idsOf, newBatch, newStream } from './sample-events';
import type { Topic } from './store-under-test';

/** The global order, a page at a time. */
export function pages({ under, decision }: Topic): void {
  let written: string[] = [];
  let audit: EventStore;

  beforeAll(async () => {
    audit = await under().open('audit');
  });

  it('an empty store is at its end, and its position is good for going on', async () => {
    const page = await audit.readAll(undefined, 10);
    expect(page).toMatchObject({ events: [], atEnd: true });
    const batch = newBatch(2);
    await decision().append(newStream(), batch, 'none');
    expect(idsOf((await audit.readAll(page.next, 10)).events)).toEqual(idsOf(batch));
    written = idsOf(batch);
  });

  it('pages of any size hold the same events in the same order', async () => {
    for (const size of [1, 3, 7, 2, 5, 30]) {
      const batch = newBatch(size);
      await decision().append(newStream(), batch, 'none');
      written.push(...idsOf(batch));
    }
    for (let limit = 1; limit <= written.length + 2; limit++) {
      expect(idsOf(await everything(audit, limit))).toEqual(written);
    }
  });

  it('no page is larger than asked for, and only the last is at the end', async () => {
    for (const limit of [1, 7, 49, written.length]) {
      let seen = 0;
      let after: Position | undefined;
      for (let atEnd = false; !atEnd;) {
        const page = await audit.readAll(after, limit);
        expect(page.events.length).toBeLessThanOrEqual(limit);
        seen += page.events.length;
        if (page.atEnd) expect(seen).toBe(written.length);
        ({ atEnd, next: after } = page);
      }
    }
  });

  it('goes on after the position of any event, also inside a batch', async () => {
    const events = await everything(audit);
    for (const [i, event] of events.entries()) {
      expect(idsOf((await audit.readAll(event.position, 1_000)).events)).toEqual(written.slice(i + 1));
    }
  });

  it('positions are in order as text, and each is used once', async () => {
    const positions = (await everything(audit)).map((event) => event.position);
    expect([...positions].sort()).toEqual(positions);
    expect(new Set(positions).size).toBe(positions.length);
    for (const position of positions) expect(position).toMatch(/^[^:]+:\d{20}$/);
  });

  it('nothing comes after the end', async () => {
    const { next } = await audit.readAll((await everything(audit)).at(-1)?.position, 10);
    expect(await audit.readAll(next, 10)).toEqual({ events: [], next, atEnd: true });
  });

  it('another process sees the same events at the same positions', async () => {
    const other = await under().open('audit');
    expect(await everything(other, 11)).toEqual(await everything(audit));
    await other.close();
  });

  it('the position of another store, and what is no position, are refused', async () => {
    const [event] = await everything(audit, 1);
    const digits = (event as StoredEvent).position.slice(-20);
    const strangers = [
      `4f7fbcdc-7c60-4a3b-9d4f-7d0a6f8f0a11:${digits}`,
      digits,
      `:${digits}`,
      '',
      `${event?.position}0`,
    ];
    for (const stranger of strangers) {
      await expect(audit.readAll(stranger as Position, 10)).rejects.toBeInstanceOf(ForeignPosition);
      await expect(audit.woken(stranger as Position, AbortSignal.timeout(5_000))).rejects.toBeInstanceOf(
        ForeignPosition,
      );
    }
  });
}
