import { setTimeout as delay } from 'node:timers/promises';
import { ForeignPosition, type Position } from '@fajiao/event-store';
import { type ParkedStream, readParked } from './checkpoints';
import { CheckpointMissing } from './faults';
import { retryParked } from './parked-streams';
import { policyReader, projectionReader } from './reader';
import type { ProjectionOptions } from './runner';

export interface ProjectionStatus {
  readonly name: string;
  /** Null before the first turn. */
  readonly position: Position | null;
  /** Events that this login may read and that wait, 100 at most; null when the event store does not say. */
  readonly lag: number | null;
  /** Streams set aside; those of another login's projection are not seen. */
  readonly parked: number;
  /** Why it stands still, where it stops at faults. */
  readonly fault: string | null;
  /** Where the tables stand that are being built anew, if any are. */
  readonly rebuilding: Position | 'from the beginning' | null;
}

interface Row {
  readonly name: string;
  readonly slot: 'live' | 'next';
  readonly position: Position | null;
  readonly fault: string | null;
  readonly parked: number;
}

const LAG_LIMIT = 100;
const SETTLING = 50;

/** How far the projections and policies of a host are, whichever process runs them; and what they set aside. */
export class ProjectionMonitor {
  constructor(private readonly options: ProjectionOptions) {}

  /** Resolves when every projection has reached the position. @throws ForeignPosition; the signal's reason on abort */
  async waitFor(position: Position, signal: AbortSignal): Promise<void> {
    const names = this.options.host.projections.map(({ name }) => name);
    const store = storeOf(position);
    for (let pause = 10; ; pause = Math.min(pause * 2, 40)) {
      signal.throwIfAborted();
      const rows = await this.live(names);
      if (rows.some((row) => row.position && storeOf(row.position) !== store)) throw new ForeignPosition(position);
      if (rows.every((row) => row.position && row.position >= position)) return;
      await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  async status(): Promise<ProjectionStatus[]> {
    const rows = await this.rows(this.names());
    const lags = new Map<Position | null, Promise<number | null>>();
    const lagAfter = (position: Position | null): Promise<number | null> => {
      const known = lags.get(position) ?? this.lagAfter(position);
      lags.set(position, known);
      return known;
    };
    const next = new Map(rows.filter((row) => row.slot === 'next').map((row) => [row.name, row.position]));
    return Promise.all(
      rows
        .filter((row) => row.slot === 'live')
        .map(async ({ name, position, fault, parked }) => ({
          ...{ name, position, fault, parked, lag: await lagAfter(position) },
          rebuilding: next.has(name) ? (next.get(name) ?? 'from the beginning') : null,
        })),
    );
  }

  /**
   * Whether everything has reached a head that has not moved since. Asked of several hosts that react to each other, ask them
   * at the same time.
   */
  async settled(): Promise<boolean> {
    const before = await this.positionsAtHead();
    if (!before) return false;
    // what another login's policy makes of the same events shows within this time, or when it is asked itself
    await delay(SETTLING);
    const after = await this.positionsAtHead();
    return after !== undefined && after.every((position, index) => position === before[index]);
  }

  /** What is set aside, by projection and place. */
  async parked(): Promise<ParkedStream[]> {
    const lists = this.names().map((name) => readParked(this.options.dataSource, name, 'live'));
    return (await Promise.all(lists)).flat();
  }

  /** Applies what a parked stream has missed. @returns whether it is no longer parked */
  async retry(name: string, stream: string): Promise<boolean> {
    const { host, codec, dataSource, store } = this.options;
    const projection = host.projections.find((its) => its.name === name);
    const policy = host.policies?.find((its) => its.name === name);
    if (projection) return retryParked(dataSource, store, projectionReader(projection, 'live', codec), stream);
    if (policy) return retryParked(dataSource, store, policyReader(policy, codec), stream);
    throw new CheckpointMissing(name);
  }

  private names(): string[] {
    const { projections, policies = [] } = this.options.host;
    return [...projections, ...policies].map(({ name }) => name);
  }

  private async rows(names: readonly string[]): Promise<Row[]> {
    return this.options.dataSource.query<Row[]>(
      `SELECT name, slot, position, fault,
         (SELECT count(*)::int FROM projection.parked AS its WHERE its.name = checkpoint.name AND its.slot = checkpoint.slot) AS parked
       FROM projection.checkpoint WHERE name = ANY ($1) ORDER BY name`,
      [names],
    );
  }

  /** @throws CheckpointMissing */
  private async live(names: readonly string[]): Promise<Row[]> {
    const rows = (await this.rows(names)).filter((row) => row.slot === 'live');
    const missing = names.find((name) => !rows.some((row) => row.name === name));
    if (missing !== undefined) throw new CheckpointMissing(missing);
    return rows;
  }

  private async lagAfter(position: Position | null): Promise<number | null> {
    try {
      return (await this.options.store.readAll(position ?? undefined, LAG_LIMIT)).events.length;
    } catch {
      return null;
    }
  }

  /** All positions, when the hindmost of them has nothing after it: read after the positions were, that holds for all. */
  private async positionsAtHead(): Promise<(Position | null)[] | undefined> {
    const positions = (await this.live(this.names())).map((row) => row.position);
    if (positions.length === 0) return positions;
    const hindmost = positions.reduce((low, position) => ((position ?? '') < (low ?? '') ? position : low));
    const page = await this.options.store.readAll(hindmost ?? undefined, 1);
    return page.atEnd && page.events.length === 0 ? positions : undefined;
  }
}

const storeOf = (position: Position): string => position.slice(0, -20);
