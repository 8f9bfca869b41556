import { checkBatch } from '../batch-rules';
import { type ContextAccess, mayAppend, mayRead } from '../context-access';
import { BatchRefused, StoreUnavailable } from '../errors';
import type { Appended, EventStore, Expected, NewEvent, Page, Position, StoredEvent } from '../port';
import { placeIn, positionOf } from '../position';
import { MemoryLog } from './memory-log';

export interface MemoryOptions {
  /** Shared by stores that see the same events; a new one unless given. */
  readonly log?: MemoryLog;
  /** Rights of a login; all rights unless given. */
  readonly access?: ContextAccess;
}

/** For tests of what stands above the store: the whole contract, nothing kept. */
export const memoryEventStore = (options: MemoryOptions = {}): MemoryEventStore =>
  new MemoryEventStore(options.log ?? new MemoryLog(), options.access);

export class MemoryEventStore implements EventStore {
  private closed = false;

  constructor(
    readonly log: MemoryLog,
    private readonly access?: ContextAccess,
  ) {}

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    checkBatch(stream, events, expected);
    if (this.access && !mayAppend(this.access, stream)) {
      throw new BatchRefused(`${this.access.login} may not append to ${stream}`);
    }
    await this.turn();
    return this.log.append(stream, events, expected);
  }

  async *read(stream: string, from = 0): AsyncGenerator<StoredEvent> {
    await this.turn();
    for (const event of this.log.stream(stream).slice(from)) {
      if (this.isReadable(event)) yield event;
    }
  }

  async last(stream: string): Promise<StoredEvent | undefined> {
    await this.turn();
    return this.log.stream(stream).findLast((event) => this.isReadable(event));
  }

  async readAll(after: Position | undefined, limit: number): Promise<Page> {
    const start = Number(this.placeOf(after));
    await this.turn();
    const events: StoredEvent[] = [];
    let place = start;
    for (; place < this.log.events.length && events.length < limit; place++) {
      const event = this.log.events[place];
      if (event && this.isReadable(event)) events.push(event);
    }
    return { events, next: positionOf(this.log.id, BigInt(place)), atEnd: place >= this.log.events.length };
  }

  async woken(after: Position | undefined, signal: AbortSignal): Promise<void> {
    const place = this.placeOf(after);
    if (!this.closed) await this.log.wake.after(place, signal);
  }

  close(): Promise<void> {
    this.closed = true;
    this.log.wake.stir();
    return Promise.resolve();
  }

  private placeOf(position: Position | undefined): bigint {
    return position === undefined ? 0n : placeIn(this.log.id, position);
  }

  private isReadable(event: StoredEvent): boolean {
    return !this.access || mayRead(this.access, event.stream, event.type);
  }

  // As a call over a wire would, so that others get their turn in between.
  private async turn(): Promise<void> {
    if (this.closed) throw new StoreUnavailable('closed');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
