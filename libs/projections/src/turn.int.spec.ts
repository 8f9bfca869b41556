import { setTimeout as delay } from 'node:timers/promises';
import {
  append,
  brokenAt,
  type Counted,
  counted,
  countedSchemas,
  memoryStore,
  plainCodec,
  poison,
  projectionStage,
  type ProjectionStage,
  tallies,
} from '../../../test/support/projections';
import { type Batch, batchesOf } from './batches';
import { readCheckpoint, readParked } from './checkpoints';
import type { Policy } from './projection';
import { policyReader, projectionReader } from './reader';
import { takeTurn } from './turn';

jest.setTimeout(60_000);
const reader = projectionReader(tallies, 'live', plainCodec);
const slow: Policy<Counted> = {
  name: 'slow',
  schemas: countedSchemas,
  startsAt: 'beginning',
  react: ({ data }) => {
    const now = performance.now();
    jest.spyOn(performance, 'now').mockReturnValue(now + data.n);
    return Promise.resolve();
  },
};
let stage: ProjectionStage;
let store: ReturnType<typeof memoryStore>;

beforeEach(async () => {
  stage = await projectionStage({ login: 'decision', projections: [tallies], policies: [slow] });
  store = memoryStore();
});
afterEach(() => stage.close());

/** What waits after the checkpoint, as a process that has just started sees it. */
async function nextBatch(): Promise<Batch> {
  const checkpoint = await readCheckpoint(stage.dataSource, 'tallies', 'live');
  const { signal } = new AbortController();
  const stretch = { after: checkpoint?.position, size: 500, signal, handles: () => true };
  for await (const batch of batchesOf(store, stretch)) return batch;
  throw new Error('there is always a batch');
}

const rows = (): Promise<unknown> => stage.owner.query('SELECT * FROM tallies.tally ORDER BY stream');

describe('a turn', () => {
  it('applies its batch and moves the checkpoint to its end', async () => {
    await append(store, 'case-1', [counted(1), counted(2)]);
    const batch = await nextBatch();
    await expect(takeTurn(stage.dataSource, reader, batch)).resolves.toBe('applied');
    await expect(rows()).resolves.toEqual([{ stream: 'case-1', total: 3, seen: 2 }]);
    await expect(readCheckpoint(stage.dataSource, 'tallies', 'live')).resolves.toMatchObject({ position: batch.upTo });
  });

  it('changes nothing when its batch was applied already', async () => {
    await append(store, 'case-1', [counted(1)]);
    const batch = await nextBatch();
    await takeTurn(stage.dataSource, reader, batch);
    await expect(takeTurn(stage.dataSource, reader, batch)).resolves.toBe('moved');
    await expect(rows()).resolves.toEqual([{ stream: 'case-1', total: 1, seen: 1 }]);
  });

  it('leaves the checkpoint to whoever has it', async () => {
    await append(store, 'case-1', [counted(1)]);
    const batch = await nextBatch();
    const outcomes = await Promise.all([1, 2, 3].map(() => takeTurn(stage.dataSource, reader, batch)));
    expect(outcomes.filter((outcome) => outcome === 'applied')).toHaveLength(1);
    await expect(rows()).resolves.toEqual([{ stream: 'case-1', total: 1, seen: 1 }]);
  });

  it('parks the stream of an event that cannot be applied, and applies the others', async () => {
    await append(store, 'case-1', [counted(1), poison, counted(2)]);
    await append(store, 'case-2', [counted(5)]);
    await expect(takeTurn(stage.dataSource, reader, await nextBatch())).resolves.toBe('applied');
    await append(store, 'case-1', [counted(4)]);
    await expect(takeTurn(stage.dataSource, reader, await nextBatch())).resolves.toBe('applied');

    await expect(rows()).resolves.toEqual([
      { stream: 'case-1', total: 1, seen: 1 },
      { stream: 'case-2', total: 5, seen: 1 },
    ]);
    await expect(readParked(stage.dataSource, 'tallies', 'live')).resolves.toMatchObject([
      { stream: 'case-1', revision: 1, reason: 'TypeError: not to be applied', codes: [], attempts: 1 },
    ]);
  });

  it('that takes long ends where it is, and the next one goes on from there', async () => {
    await append(store, 'case-1', [counted(3_000), counted(3_000), counted(3_000)]);
    const [, second] = store.log.events;
    const outcome = takeTurn(stage.dataSource, policyReader(slow, plainCodec), await nextBatch());
    await expect(outcome.finally(() => jest.restoreAllMocks())).resolves.toBe('applied');
    await expect(readCheckpoint(stage.dataSource, 'slow', 'live')).resolves.toMatchObject({
      position: second?.position,
    });
  });

  it('parks nothing when the tables are missing: that concerns every stream', async () => {
    await append(store, 'case-1', [counted(1)]);
    const batch = await nextBatch();
    await stage.owner.query('ALTER TABLE tallies.tally RENAME TO elsewhere');
    await expect(takeTurn(stage.dataSource, reader, batch)).rejects.toThrow('tally');
    await stage.owner.query('ALTER TABLE tallies.elsewhere RENAME TO tally');
    await expect(readParked(stage.dataSource, 'tallies', 'live')).resolves.toEqual([]);
    await expect(takeTurn(stage.dataSource, reader, batch)).resolves.toBe('applied');
  });

  /** The server may hold the lock of a session that was killed for a moment longer. */
  async function catchUp(): Promise<void> {
    for (;;) {
      const left = await nextBatch();
      if (left.upTo === left.after) return;
      if ((await takeTurn(stage.dataSource, reader, left)) === 'busy') await delay(20);
    }
  }

  it.each(['before', 'after'] as const)('survives a kill %s any of its statements', async (side) => {
    const expected = { plain: 0, parked: 0 };
    let statements = 0;
    for (let hit = true; hit; statements++) {
      await append(store, 'case-1', [counted(1), counted(2)]);
      await append(store, `case-poisoned-${statements}`, [counted(1), poison]);
      expected.plain += 3;
      expected.parked += 1;
      const batch = await nextBatch();
      hit = await brokenAt(stage.dataSource, statements, side, () => takeTurn(stage.dataSource, reader, batch));
      await catchUp();

      const [totals] = await stage.owner.query<unknown[]>(
        `SELECT (SELECT total FROM tallies.tally WHERE stream = 'case-1') AS plain,
           (SELECT sum(total)::int FROM tallies.tally WHERE stream <> 'case-1') AS once,
           (SELECT count(*)::int FROM projection.parked) AS parked`,
      );
      expect(totals).toEqual({ plain: expected.plain, once: expected.parked, parked: expected.parked });
    }
    // BEGIN, lock, parked, three rows, ROLLBACK; BEGIN, lock, parked, four savepoints, park, save, COMMIT …
    expect(statements).toBeGreaterThan(20);
  });
});
