import { setTimeout as delay } from 'node:timers/promises';
import { type EventStore, memoryEventStore, type Position } from '@fajiao/event-store';
import { append, counted } from '../../../test/support/projections';
import { SharedPages } from './shared-pages';

/** A store that counts the pages that are read from it. */
function watched() {
  const store = memoryEventStore();
  const reads: (Position | undefined)[] = [];
  const readAll: EventStore['readAll'] = (after, limit) => {
    reads.push(after);
    return store.readAll(after, limit);
  };
  return { store, reads, pages: new SharedPages(Object.assign(Object.create(store) as EventStore, { readAll })) };
}

describe('SharedPages', () => {
  it('gives those who ask at the same place at the same time one page', async () => {
    const { store, reads, pages } = watched();
    await append(store, 'case-1', [counted(1), counted(2)]);
    const [one, two, other] = await Promise.all([500, 500, 1].map((limit) => pages.readAll(undefined, limit)));
    expect(two).toBe(one);
    expect(one?.events).toHaveLength(2);
    expect(other?.events).toHaveLength(1);
    expect(reads.filter((after) => after === undefined)).toHaveLength(2);
  });

  it('asks the store again for whoever comes later', async () => {
    const { store, pages } = watched();
    const { next } = await pages.readAll(undefined, 500);
    await append(store, 'case-1', [counted(1)]);
    expect((await pages.readAll(next, 500)).events).toHaveLength(1);
  });

  it('reads the end the more seldom the busier it is, and leaves no event out', async () => {
    const { store, reads, pages } = watched();
    let after: Position | undefined;
    let seen = 0;
    for (const end = Date.now() + 400; Date.now() < end;) {
      await append(store, 'case-1', [counted(1)]);
      const page = await pages.readAll(after, 500);
      seen += page.events.length;
      after = page.next;
    }
    expect(reads.length).toBeLessThan(20);
    expect(seen).toBe(await store.last('case-1').then((last) => (last?.revision ?? -1) + 1));
  });

  it('reads at once after a rest', async () => {
    const { store, pages } = watched();
    const { next } = await pages.readAll(undefined, 500);
    await pages.readAll(next, 500);
    await delay(150);
    await append(store, 'case-1', [counted(1)]);
    let isRead = false;
    const page = pages.readAll(next, 500).then(() => (isRead = true));
    await delay(5);
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve)); // were the machine busy
    expect(isRead).toBe(true);
    await page;
  });

  it('does not keep anybody waiting who is behind', async () => {
    const { store, pages } = watched();
    for (let n = 0; n < 60; n++) await append(store, `case-${n}`, [counted(1)]);
    const { next } = await pages.readAll(undefined, 500);
    await pages.readAll(next, 500);
    const start = performance.now();
    let after: Position | undefined;
    do after = (await pages.readAll(after, 1)).next;
    while (after < next);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('reads one page ahead of whoever is behind, and gives every event once', async () => {
    const { store, reads, pages } = watched();
    for (let n = 0; n < 10; n++) await append(store, 'case-1', [counted(n)]);
    let after: Position | undefined;
    const seen: number[] = [];
    for (let page = 1; page <= 5; page++) {
      const { events, next } = await pages.readAll(after, 2);
      seen.push(...events.map(({ revision }) => revision));
      after = next;
      await delay(5);
      expect(reads).toHaveLength(Math.min(page + 1, 5));
    }
    expect(seen).toEqual([...Array(10).keys()]);
  });

  it('a page ahead that fails is read again', async () => {
    const { store, pages } = watched();
    for (let n = 0; n < 4; n++) await append(store, 'case-1', [counted(n)]);
    const broken = jest.spyOn(store, 'readAll');
    const { next } = await pages.readAll(undefined, 2).finally(() => broken.mockRejectedValueOnce(new Error('gone')));
    await delay(5);
    expect((await pages.readAll(next, 2)).events).toHaveLength(2);
  });

  it('hands on what the store throws, once', async () => {
    const { store, pages } = watched();
    const { next } = await pages.readAll(undefined, 500);
    await store.close();
    await expect(pages.readAll(next, 500)).rejects.toThrow('closed');
  });
});
