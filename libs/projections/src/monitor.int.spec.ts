import type { Position } from '@fajiao/event-store';
import {
  append,
  counted,
  memoryStore,
  plainCodec,
  projectionStage,
  type ProjectionStage,
  tallies,
} from '../../../test/support/projections';
import { ProjectionMonitor } from './monitor';
import type { ProjectionHost } from './projection';
import { ProjectionRunner } from './runner';

const host: ProjectionHost = { login: 'decision', projections: [tallies] };
let stage: ProjectionStage;
let store: ReturnType<typeof memoryStore>;
let runner: ProjectionRunner;
let monitor: ProjectionMonitor;

beforeEach(async () => {
  stage = await projectionStage(host);
  store = memoryStore();
  const options = { host, dataSource: stage.dataSource, store, codec: plainCodec };
  runner = new ProjectionRunner(options);
  monitor = new ProjectionMonitor(options);
});
afterEach(async () => {
  await runner.stop();
  await stage.close();
});

const headPosition = (): Position => store.log.events.at(-1)?.position ?? ('' as Position);

describe('waiting for a position', () => {
  it('ends when every projection is as far', async () => {
    await append(store, 'case-1', [counted(1)]);
    const waited = monitor.waitFor(headPosition(), AbortSignal.timeout(5000));
    await runner.start();
    await waited;
    await expect(stage.owner.query('SELECT total FROM tallies.tally')).resolves.toEqual([{ total: 1 }]);
  });

  it('ends when told to, with the reason', async () => {
    await append(store, 'case-1', [counted(1)]);
    await expect(monitor.waitFor(headPosition(), AbortSignal.timeout(50))).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('refuses a position of another store', async () => {
    await append(store, 'case-1', [counted(1)]);
    await runner.start();
    await monitor.waitFor(headPosition(), AbortSignal.timeout(5000));
    const foreign = `elsewhere:${'1'.padStart(20, '0')}` as Position;
    await expect(monitor.waitFor(foreign, AbortSignal.timeout(5000))).rejects.toThrow(
      'no position of this event store',
    );
  });
});

describe('a monitor', () => {
  it('says how many events wait', async () => {
    await append(store, 'case-1', [counted(1), counted(2)]);
    await expect(monitor.status()).resolves.toEqual([
      { name: 'tallies', position: null, lag: 2, parked: 0, fault: null, rebuilding: null },
    ]);
    await runner.start();
    await monitor.waitFor(headPosition(), AbortSignal.timeout(5000));
    await expect(monitor.status()).resolves.toMatchObject([{ position: headPosition(), lag: 0 }]);
  });

  it('still tells positions when the event store does not answer', async () => {
    await store.close();
    await expect(monitor.status()).resolves.toMatchObject([{ name: 'tallies', position: null, lag: null }]);
  });

  it('calls it settled when nothing waits and nothing moves', async () => {
    await append(store, 'case-1', [counted(1)]);
    await expect(monitor.settled()).resolves.toBe(false);
    await runner.start();
    await monitor.waitFor(headPosition(), AbortSignal.timeout(5000));
    await expect(monitor.settled()).resolves.toBe(true);
    await runner.stop();
    await append(store, 'case-1', [counted(1)]);
    await expect(monitor.settled()).resolves.toBe(false);
  });
});
