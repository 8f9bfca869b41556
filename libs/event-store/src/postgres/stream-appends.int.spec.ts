import { type PostgresUnderTest, postgresUnderTest } from '../../../../test/contract/postgres-store';
import { all, idsOf, newBatch, newEvent, newStream } from '../../../../test/contract/sample-events';
import { BatchRefused, ContentDiffers, VersionConflict } from '../errors';
import type { EventStore, Expected, NewEvent } from '../port';

describe('appends at the same moment', () => {
  let under: PostgresUnderTest;
  let store: EventStore;
  beforeAll(async () => {
    under = await postgresUnderTest();
    store = await under.open('decision');
    await store.last(newStream()); // it knows by now which store it is
  });
  afterAll(() => under.close());

  const fresh = (count: number) => Array.from({ length: count }, () => ({ stream: newStream(), batch: newBatch(2) }));
  const appendAll = (them: ReturnType<typeof fresh>) =>
    them.map(({ stream, batch }) => store.append(stream, batch, 'none'));

  it('are a few transactions', async () => {
    const them = fresh(40);
    const appended = await Promise.all(appendAll(them));
    const { rows } = await under.admin.query<{ count: number }>(
      'SELECT count(DISTINCT xmin::text)::int AS count FROM events.event WHERE stream = ANY ($1)',
      [them.map(({ stream }) => stream)],
    );
    expect(rows[0]?.count).toBeLessThan(5);
    for (const [index, { stream, batch }] of them.entries()) {
      const events = await all(store.read(stream));
      expect(idsOf(events)).toEqual(idsOf(batch));
      expect(appended[index]).toEqual({ revision: 1, position: events.at(-1)?.position, isNew: true });
    }
  });

  it('have each an outcome of its own, whatever becomes of the others', async () => {
    const known = fresh(1)[0]!;
    const { stream, batch } = known;
    const first = await store.append(stream, batch, 'none');
    const them = fresh(12);
    const send = (to: string, events: readonly NewEvent[], expected: Expected) => store.append(to, events, expected);
    const [conflict, repeated, differs, knownId, foreign, ...others] = await Promise.allSettled([
      send(stream, newBatch(1), 'none'),
      send(stream, batch, 'none'),
      send(stream, [batch[0], newEvent()], 'none'),
      // The server rolls the whole call back for this one, and for the next.
      send(stream, [batch[0]], 1),
      send('fine-1', newBatch(1), 'none'),
      ...appendAll(them),
    ]);
    expect(conflict).toMatchObject({ reason: expect.any(VersionConflict) as unknown });
    expect(repeated).toEqual({ status: 'fulfilled', value: { ...first, isNew: false } });
    expect(differs).toMatchObject({ reason: expect.any(ContentDiffers) as unknown });
    expect(knownId).toMatchObject({ reason: expect.any(ContentDiffers) as unknown });
    expect(foreign).toMatchObject({ reason: expect.any(BatchRefused) as unknown });
    expect(others.map(({ status }) => status)).toEqual(them.map(() => 'fulfilled'));
    for (const its of [known, ...them]) expect(idsOf(await all(store.read(its.stream)))).toEqual(idsOf(its.batch));
  });

  it('do not wait for one whose stream somebody else has locked', async () => {
    const locked = [newStream(), newStream(), newStream()];
    const held = await Promise.all(locked.map(async (stream) => under.hold?.(stream, newBatch(1), 'none')));
    const waiting = locked.map((stream) => store.append(stream, newBatch(1), 'none'));
    const settled = Promise.allSettled(waiting);
    await new Promise((resolve) => setTimeout(resolve, 200)); // they are on their way
    const others = await Promise.all(appendAll(fresh(10)));
    expect(others.every(({ isNew }) => isNew)).toBe(true);
    await Promise.all(held.map(async (its) => its?.rollback()));
    expect((await settled).map(({ status }) => status)).toEqual(locked.map(() => 'fulfilled'));
  });

  it('that go with one for a locked stream keep neither their streams nor the readers of the global order', async () => {
    // The last by name is reached when all the others have drawn their numbers.
    const [locked = '', ...others] = Array.from({ length: 30 }, newStream).sort().reverse();
    const { position } = await store.append(locked, newBatch(1), 'none');
    await under.admin.query('BEGIN');
    await under.admin.query('SELECT FROM events.stream WHERE name = $1 FOR UPDATE', [locked]);
    const since = performance.now();
    const waiting = store.append(locked, newBatch(1), 0);
    const appended = await Promise.all(others.map((stream) => store.append(stream, newBatch(1), 'none')));
    expect(appended.every(({ isNew }) => isNew)).toBe(true);
    const { events } = await store.readAll(position, 100);
    expect(events.map(({ stream }) => stream).sort()).toEqual([...others].sort());
    expect(performance.now() - since).toBeLessThan(5_000); // the server's time-out of a statement is 10 s
    await under.admin.query('ROLLBACK');
    expect(await waiting).toMatchObject({ revision: 1, isNew: true });
  });
});
