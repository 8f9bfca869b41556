import { randomUUID } from 'node:crypto';
import {
  type EventStore,
  type EventStoreDbOptions,
  openEventStoreDb,
  OutcomeUnknown,
  type Position,
  type StoredEvent,
  StoreUnavailable,
  tail,
} from '@fajiao/event-store';
import { all, idsOf, newBatch, newStream } from '../contract/sample-events';

export interface Cluster {
  readonly url: string;
  /** Ends the leader's process as a crash would; resolves when it is gone. */
  killLeader(): Promise<void>;
  /** Brings the killed node back. */
  repair(): Promise<void>;
}

export interface LeaderKillFigures {
  readonly acknowledged: number;
  /** Appends that were acknowledged only when they were sent again. */
  readonly afterRepetition: number;
  readonly lost: number;
  readonly doubled: number;
  /** From a kill to the next acknowledged append, in milliseconds. */
  readonly gaps: readonly number[];
  readonly seenByReader: number;
  readonly readerMissed: number;
  readonly readerOutOfOrder: number;
}

interface Acknowledged {
  readonly stream: string;
  readonly ids: readonly string[];
  readonly revision: number;
  readonly position: Position;
}

interface Load {
  readonly acknowledged: Acknowledged[];
  repeated: number;
  lastAt: number;
  stopped: boolean;
}

const WRITERS = 16;
const EVENTS_AN_APPEND = 2;
const CALM = 1_500;

/** Writers, each in streams of its own, and a reader of everything, while the leader is killed again and again. */
export async function underLeaderKills(
  cluster: Cluster,
  kills: number,
  options: Partial<EventStoreDbOptions> = {},
): Promise<LeaderKillFigures> {
  const prefix = `faults-${randomUUID().slice(0, 8)}.`;
  const open = (): Promise<EventStore> => openEventStoreDb({ url: cluster.url, prefix, ...options });
  const [writing, reading, checking] = await Promise.all([open(), open(), open()]);
  const load: Load = { acknowledged: [], repeated: 0, lastAt: 0, stopped: false };
  const writers = Array.from({ length: WRITERS }, () => write(writing, load));
  const over = new AbortController();
  const seen: StoredEvent[] = [];
  const reader = readInto(seen, reading, over.signal);

  try {
    const gaps = await killAgainAndAgain(cluster, kills, load);
    await Promise.all(writers);
    const expected = load.acknowledged.flatMap(({ ids }) => ids);
    await until(() => seen.length >= expected.length).catch(() => undefined);
    over.abort();
    await reader;
    const figures = { ...(await compare(checking, load)), ...compareReader(seen, expected) };
    return { acknowledged: load.acknowledged.length, afterRepetition: load.repeated, gaps, ...figures };
  } finally {
    load.stopped = true;
    over.abort();
    await Promise.all([writing.close(), reading.close(), checking.close()]);
  }
}

async function killAgainAndAgain(cluster: Cluster, kills: number, load: Load): Promise<number[]> {
  const gaps: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    await pause(CALM);
    await cluster.killLeader();
    const killedAt = Date.now();
    await until(() => load.lastAt > killedAt);
    gaps.push(load.lastAt - killedAt);
    await cluster.repair();
  }
  await pause(CALM);
  load.stopped = true;
  return gaps;
}

async function write(store: EventStore, load: Load): Promise<void> {
  const stream = newStream();
  for (let revision = -1; !load.stopped; revision += EVENTS_AN_APPEND) {
    const batch = newBatch(EVENTS_AN_APPEND);
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await store.append(stream, batch, revision < 0 ? 'none' : revision);
        load.acknowledged.push({ stream, ids: idsOf(batch), ...answer });
        load.lastAt = Date.now();
        if (attempt > 0) load.repeated += 1;
        break;
      } catch (error) {
        if (!(error instanceof OutcomeUnknown || error instanceof StoreUnavailable) || load.stopped) throw error;
        await pause(20);
      }
    }
  }
}

async function readInto(seen: StoredEvent[], store: EventStore, signal: AbortSignal): Promise<void> {
  for await (const item of tail(store, undefined, { signal })) if (item.kind === 'event') seen.push(item.event);
}

/** Every acknowledged append against its stream as it stands: ids, revisions and positions. */
async function compare(store: EventStore, { acknowledged }: Load): Promise<{ lost: number; doubled: number }> {
  let [lost, doubled] = [0, 0];
  for (const stream of new Set(acknowledged.map((append) => append.stream))) {
    const events = await all(store.read(stream));
    doubled += events.length - new Set(idsOf(events)).size;
    for (const append of acknowledged.filter((candidate) => candidate.stream === stream)) {
      const held = events.slice(append.revision + 1 - append.ids.length, append.revision + 1);
      const stands = held.at(-1)?.position === append.position && idsOf(held).join() === append.ids.join();
      if (!stands) lost += 1;
    }
  }
  return { lost, doubled };
}

function compareReader(seen: readonly StoredEvent[], expected: readonly string[]) {
  const ids = new Set(idsOf(seen));
  const inOrder = seen.filter((event, i) => i === 0 || event.position > (seen[i - 1] as StoredEvent).position);
  return {
    seenByReader: seen.length,
    readerMissed: expected.filter((id) => !ids.has(id)).length,
    readerOutOfOrder: seen.length - inOrder.length,
  };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !condition(); await pause(5)) {
    if (Date.now() > end) throw new Error('nothing was acknowledged for a minute');
  }
}
