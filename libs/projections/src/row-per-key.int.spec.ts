import fc from 'fast-check';
import {
  append,
  type Counted,
  counted,
  memoryStore,
  plainCodec,
  projectionStage,
  type ProjectionStage,
  tallies,
  type Tally,
} from '../../../test/support/projections';
import { batchesOf } from './batches';
import { readCheckpoint } from './checkpoints';
import type { Projection } from './projection';
import { projectionReader } from './reader';
import { rowPerKey } from './row-per-key';
import { takeTurn } from './turn';

const folded: Projection<Counted> = {
  ...tallies,
  name: 'folded',
  ...rowPerKey<Tally, Counted>({
    table: 'tally',
    key: 'stream',
    columns: ['stream', 'total', 'seen'],
    keyOf: (fact) => (fact.stream === 'case-ignored' ? undefined : fact.stream),
    evolve: (row, { stream, data }) => ({ stream, total: (row?.total ?? 0) + data.n, seen: (row?.seen ?? 0) + 1 }),
  }),
};
const single: Projection<Counted> = {
  ...folded,
  name: 'single',
  apply: (fact, manager) => folded.apply(fact, manager),
};
delete single.applyAll;

let stage: ProjectionStage;
beforeAll(async () => {
  stage = await projectionStage({ login: 'decision', projections: [folded, single] });
});
afterAll(() => stage.close());

it('a row per key is the same in batches of any size as one by one', async () => {
  const store = memoryStore();
  const turns = async (projection: Projection, size: number): Promise<void> => {
    const reader = projectionReader(projection, 'live', plainCodec);
    const after = (await readCheckpoint(stage.dataSource, projection.name, 'live'))?.position;
    const stretch = { after, size, signal: new AbortController().signal, handles: () => true };
    for await (const batch of batchesOf(store, stretch)) {
      if (batch.upTo !== batch.after) await takeTurn(stage.dataSource, reader, batch);
      if (batch.caughtUp) return;
    }
  };
  const rows = (schema: string): Promise<unknown> => stage.owner.query(`SELECT * FROM ${schema}.tally ORDER BY stream`);

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('case-1', 'case-2', 'case-ignored'), fc.nat(9)), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.integer({ min: 2, max: 6 }),
      async (history, size) => {
        for (const [stream, n] of history) await append(store, stream, [counted(n)]);
        await turns(folded, size);
        await turns(single, 2);
        expect(await rows('folded')).toEqual(await rows('single'));
      },
    ),
    { numRuns: 15 },
  );
  expect(await rows('folded')).not.toEqual([]);
});
