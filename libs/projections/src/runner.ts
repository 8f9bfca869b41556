import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type Codec, type EventStore, ForeignPosition, StoreUnavailable } from '@fajiao/event-store';
import type { DataSource } from 'typeorm';
import { type Batch, batchesOf, headOf } from './batches';
import { type Checkpoint, readCheckpoint } from './checkpoints';
import { CheckpointMissing, ForeignCheckpoint, reasonOf } from './faults';
import { Passing } from './passing';
import type { ProjectionHost } from './projection';
import { policyReader, projectionReader, type Reader } from './reader';
import { swapIn } from './rebuild';
import { SharedPages } from './shared-pages';
import { type Outcome, takeTurn } from './turn';

export interface ProjectionOptions {
  readonly host: ProjectionHost;
  /** Of the host's login, or for a monitor of one of its readers. */
  readonly dataSource: DataSource;
  readonly store: EventStore;
  readonly codec: Codec;
}

export interface RunnerOptions extends ProjectionOptions {
  /** Hears why a projection or policy does not get on; it is tried again. */
  readonly onFault?: (name: string, reason: string) => void;
}

const SHORTEST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;
/** How soon a second process takes over. */
const STANDBY = 500;
/** A swap holds up readers while it waits for a long read: not too often. */
const SWAP_AGAIN = 1_000;
/** How soon a rebuild, or the end of one, is noticed. */
const REBUILD_NOTICED = 2_000;

/** Keeps the projections and policies of a login going. Several processes may do so at once. */
export class ProjectionRunner {
  private readonly stopping = new AbortController();
  private readonly pages: SharedPages;
  private readonly passing: Passing;
  private loops: Promise<void>[] = [];

  constructor(private readonly options: RunnerOptions) {
    this.pages = new SharedPages(options.store);
    this.passing = new Passing(options.dataSource);
    setMaxListeners(0, this.stopping.signal); // every reader listens, and there may be many
  }

  /** @throws ForeignCheckpoint, CheckpointMissing */
  async start(): Promise<void> {
    const { host, codec } = this.options;
    const live = [
      ...host.projections.map((projection) => projectionReader(projection, 'live', codec)),
      ...(host.policies ?? []).map((policy) => policyReader(policy, codec)),
    ];
    const next = host.projections.map((projection) => projectionReader(projection, 'next', codec));
    for (const reader of live) await this.refuseForeign(reader);
    this.loops = [...live, ...next].map((reader) => this.follow(reader));
  }

  /** Resolves when the turns under way have ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.loops);
  }

  private async refuseForeign(reader: Reader): Promise<void> {
    const checkpoint = await readCheckpoint(this.options.dataSource, reader.name, reader.slot);
    if (!checkpoint) throw new CheckpointMissing(reader.name);
    if (!checkpoint.position) return;
    try {
      await this.options.store.readAll(checkpoint.position, 1);
    } catch (fault) {
      if (fault instanceof ForeignPosition) throw new ForeignCheckpoint(reader.name, checkpoint.position);
      if (!(fault instanceof StoreUnavailable)) throw fault;
    }
  }

  private async follow(reader: Reader): Promise<void> {
    const { signal } = this.stopping;
    let pause = SHORTEST_PAUSE;
    while (!signal.aborted)
      try {
        const checkpoint = await readCheckpoint(this.options.dataSource, reader.name, reader.slot);
        // another version: these tables answer as they stand, until a rebuild takes their place
        if (checkpoint?.version === reader.version)
          await this.advance(reader, checkpoint, () => (pause = SHORTEST_PAUSE));
        else await sleep(REBUILD_NOTICED, signal);
      } catch (fault) {
        this.options.onFault?.(reader.name, reasonOf(fault));
        await sleep(pause, signal);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
  }

  /** Goes on from a checkpoint for as long as nobody else moves it. */
  private async advance(reader: Reader, checkpoint: Checkpoint, onProgress: () => void): Promise<void> {
    const { dataSource, store } = this.options;
    const { signal } = this.stopping;
    const after = checkpoint.position;
    if (after === undefined && reader.startsAt === 'now') {
      await takeTurn(dataSource, reader, { after, events: [], upTo: await headOf(store), caughtUp: true });
      return;
    }
    const { batchSize: size } = reader;
    const stretch = { after, size, signal, handles: (type: string) => reader.handles(type) };
    for await (const batch of batchesOf(this.pages, stretch)) {
      const outcome = await this.apply(reader, batch);
      if (outcome === 'busy') await sleep(STANDBY, signal);
      if (outcome === 'stopped') throw new Error('stands still at an event that it cannot apply');
      if (outcome !== 'applied') return;
      onProgress();
      if (reader.slot === 'next' && batch.caughtUp) {
        if (!(await swapIn(dataSource, store, reader))) await sleep(SWAP_AGAIN, signal);
        return;
      }
    }
  }

  private async apply(reader: Reader, batch: Batch): Promise<Outcome> {
    if (batch.upTo === batch.after) return 'applied';
    if (batch.events.length > 0) return takeTurn(this.options.dataSource, reader, batch);
    return (await this.passing.pass(reader, batch)) ? 'applied' : 'busy';
  }
}

const sleep = (ms: number, signal: AbortSignal): Promise<unknown> =>
  delay(ms, undefined, { signal }).catch(() => undefined);
