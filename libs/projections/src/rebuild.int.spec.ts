import { setTimeout as delay } from 'node:timers/promises';
import {
  append,
  brokenAt,
  type Counted,
  counted,
  memoryStore,
  plainCodec,
  projectionStage,
  type ProjectionStage,
  tallies,
  type Tally,
  tallyEntity,
} from '../../../test/support/projections';
import { ProjectionMonitor } from './monitor';
import type { Projection, ProjectionHost } from './projection';
import { projectionReader } from './reader';
import { swapIn } from './rebuild';
import { ProjectionRunner } from './runner';
import { prepareRebuild } from './schema/projection-migrations';
import { withTables } from './with-tables';

/** Doubles what the first version sums. */
const second: Projection<Counted> = {
  ...tallies,
  version: 2,
  apply: (fact, manager) => tallies.apply({ ...fact, data: { n: 2 * fact.data.n } }, manager),
};
const host = (projection: Projection): ProjectionHost => ({
  login: 'decision',
  projections: [projection],
  readers: ['audit'],
});

jest.setTimeout(60_000);
let stage: ProjectionStage;
let store: ReturnType<typeof memoryStore>;
const running: ProjectionRunner[] = [];

beforeEach(async () => {
  stage = await projectionStage(host(tallies));
  store = memoryStore();
});
afterEach(async () => {
  for (const runner of running.splice(0)) await runner.stop();
  await stage.close();
});

const options = (projection: Projection) => ({
  host: host(projection),
  dataSource: stage.dataSource,
  store: memoryStore(store.log),
  codec: plainCodec,
});

async function start(projection: Projection): Promise<ProjectionRunner> {
  const runner = new ProjectionRunner(options(projection));
  await runner.start();
  running.push(runner);
  return runner;
}

const read = (): Promise<{ result: Tally[]; position: string | null }> =>
  withTables(stage.dataSource, tallies, (manager) => manager.find(tallyEntity, { order: { stream: 'ASC' } }));

async function settle(projection: Projection): Promise<void> {
  const monitor = new ProjectionMonitor(options(projection));
  for (const end = Date.now() + 40_000; Date.now() < end;) if (await monitor.settled()) return;
  throw new Error('does not settle');
}

async function rebuilt(projection: Projection): Promise<void> {
  const monitor = new ProjectionMonitor(options(projection));
  for (const end = Date.now() + 40_000; Date.now() < end;) {
    const [status] = await monitor.status();
    if (status?.rebuilding === null) return;
    await delay(50);
  }
  throw new Error('is not rebuilt');
}

describe('a rebuild', () => {
  it('of a changed projection answers with the old tables until the new ones are as far', async () => {
    await append(store, 'case-1', [counted(1), counted(2)]);
    const old = await start(tallies);
    await settle(tallies);
    await stage.migrate(host(second));
    await expect(read()).resolves.toMatchObject({ result: [{ stream: 'case-1', total: 3 }] });
    await append(store, 'case-1', [counted(4)]);
    await settle(tallies);
    await expect(read()).resolves.toMatchObject({ result: [{ stream: 'case-1', total: 7 }] });

    await old.stop();
    await start(second);
    await rebuilt(second);
    await expect(read()).resolves.toMatchObject({ result: [{ stream: 'case-1', total: 14, seen: 3 }] });
    await append(store, 'case-1', [counted(1)]);
    await settle(second);
    await expect(read()).resolves.toMatchObject({ result: [{ stream: 'case-1', total: 16, seen: 4 }] });
    await expect(stage.owner.query(`SELECT FROM pg_namespace WHERE nspname LIKE 'tallies\\__%'`)).resolves.toEqual([]);
  });

  it('under load never shows less than before, and loses nothing', async () => {
    await append(
      store,
      'case-1',
      [...Array(600).keys()].map(() => counted(1)),
    );
    await start(tallies);
    await start(tallies);
    await settle(tallies);
    // what was lost from the tables comes back with the rebuild
    await stage.owner.query('UPDATE tallies.tally SET total = 0');
    await prepareRebuild(stage.owner, host(tallies), tallies);

    let writing = true;
    const writer = (async () => {
      for (let written = 0; ; written++) {
        if (!writing) return written;
        await append(store, 'case-1', [counted(1)]);
        await delay(2);
      }
    })();
    const reader = (async () => {
      let last = '';
      let seen = 0;
      for (let reads = 0; ; reads++) {
        if (!writing) return reads;
        const { result, position } = await read();
        expect((position ?? '') >= last).toBe(true);
        expect(result[0]?.seen).toBeGreaterThanOrEqual(seen);
        expect(result[0]?.seen).toBe(Number(position?.slice(-20)));
        last = position ?? '';
        seen = result[0]?.seen ?? 0;
      }
    })();
    await rebuilt(tallies).finally(() => (writing = false));
    const written = await writer;
    expect(await reader).toBeGreaterThan(5);
    await settle(tallies);
    await expect(read()).resolves.toMatchObject({ result: [{ total: 600 + written, seen: 600 + written }] });
  });

  it('waits for whoever still reads the old tables, and then takes their place though nothing happens any more', async () => {
    await append(store, 'case-1', [counted(1)]);
    await start(tallies);
    await settle(tallies);
    let reading = true;
    const long = withTables(stage.dataSource, tallies, async (manager) => {
      while (reading) await delay(10);
      return manager.find(tallyEntity);
    });
    await prepareRebuild(stage.owner, host(tallies), tallies);
    await delay(3500);
    const monitor = new ProjectionMonitor(options(tallies));
    await expect(monitor.status()).resolves.toMatchObject([{ rebuilding: store.log.events[0]?.position }]);
    reading = false;
    await expect(long).resolves.toMatchObject({ result: [{ total: 1 }] });
    await rebuilt(tallies);
    await expect(read()).resolves.toMatchObject({ result: [{ total: 1 }] });
  });

  it.each(['before', 'after'] as const)(
    'survives a kill %s any statement of its swap',
    async (side) => {
      const reader = projectionReader(tallies, 'next', plainCodec);
      await append(store, 'case-1', [counted(1), counted(2)]);
      await start(tallies);
      await settle(tallies);
      for (const runner of running.splice(0)) await runner.stop();
      let statements = 0;
      for (let hit = true; hit; statements++) {
        await prepareRebuild(stage.owner, host(tallies), tallies);
        hit = await brokenAt(stage.dataSource, statements, side, () => swapIn(stage.dataSource, store, reader));
        await expect(read()).resolves.toMatchObject({
          result: [{ total: 3, seen: 2 }],
          position: store.log.events[1]?.position,
        });
        await swapIn(stage.dataSource, store, reader);
        await expect(read()).resolves.toMatchObject({
          result: [{ total: 3, seen: 2 }],
          position: store.log.events[1]?.position,
        });
      }
      // BEGIN, time-out, two locks, the two rows, checkpoint, swap, COMMIT
      expect(statements).toBeGreaterThan(8);
    },
    30_000,
  );

  it('is swapped in by its own login only, and not before it is as far', async () => {
    await append(store, 'case-1', [counted(1)]);
    await start(tallies);
    await settle(tallies);
    for (const runner of running.splice(0)) await runner.stop();
    const audit = await stage.connect('audit');
    await expect(stage.dataSource.query(`SELECT projection.swap('tallies')`)).rejects.toThrow('no rebuild of tallies');
    await prepareRebuild(stage.owner, host(tallies), tallies);
    await expect(audit.query(`SELECT projection.swap('tallies')`)).rejects.toThrow('permission denied');
    await expect(stage.dataSource.query(`SELECT projection.swap('tallies') AS swapped`)).resolves.toEqual([
      { swapped: false },
    ]);
  });
});

describe('the login of a reader', () => {
  it('reads the tables and the position, and changes neither', async () => {
    await append(store, 'case-1', [counted(5)]);
    await start(tallies);
    await settle(tallies);
    const audit = await stage.connect('audit');
    await expect(withTables(audit, tallies, (manager) => manager.find(tallyEntity))).resolves.toMatchObject({
      result: [{ total: 5 }],
    });
    await expect(audit.query('DELETE FROM tallies.tally')).rejects.toThrow('permission denied');
    await expect(audit.query(`UPDATE projection.checkpoint SET position = 'x:1'`)).rejects.toThrow('permission denied');
    await expect(read()).resolves.toMatchObject({ result: [{ total: 5 }], position: store.log.events[0]?.position });
    await expect(audit.query('CREATE TABLE tallies.mine ()')).rejects.toThrow('permission denied');
    await expect(audit.query('CREATE TABLE public.mine ()')).rejects.toThrow('permission denied');
  });
});
