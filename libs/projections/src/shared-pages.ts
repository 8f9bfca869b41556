import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore, Page, Position } from '@fajiao/event-store';

/** Between two readings of the end while events keep coming, in milliseconds: twice as long each time, up to a limit. */
const SHORTEST_PAUSE = 10;
const LONGEST_PAUSE = 50;
/** Pages that are kept until somebody asks for them. */
const PAGES_AHEAD = 4;

/**
 * The history for several readers that follow it: those who ask at the same place at the same time get the same page. At its
 * end they are answered together, at beats that grow further apart under load, so that a page holds more; the first event
 * after a rest is read at once. Whoever is behind does not wait: the next page is read while they work on one.
 */
export class SharedPages implements Pick<EventStore, 'readAll' | 'woken'> {
  private readonly pages = new Map<string, Promise<Page>>();
  private readonly ahead = new Map<string, Promise<Page>>();
  private end: Position | undefined;
  private beat: Promise<void> | undefined;
  private lastBeat = -Infinity;
  private pause = SHORTEST_PAUSE;

  constructor(private readonly store: EventStore) {}

  async readAll(after: Position | undefined, limit: number): Promise<Page> {
    const place = placeOf(after, limit);
    const page = await (this.ahead.get(place) ?? this.pages.get(place) ?? this.read(place, after, limit));
    this.ahead.delete(place);
    if (!page.atEnd) this.readAhead(page.next, limit);
    return page;
  }

  woken(after: Position | undefined, signal: AbortSignal): Promise<void> {
    return this.store.woken(after, signal);
  }

  private read(place: string, after: Position | undefined, limit: number): Promise<Page> {
    const page = this.page(after, limit).finally(() => this.pages.delete(place));
    this.pages.set(place, page);
    return page;
  }

  private readAhead(after: Position, limit: number): void {
    const place = placeOf(after, limit);
    if (this.ahead.has(place) || this.pages.has(place)) return;
    const page = this.page(after, limit);
    page.catch(() => this.ahead.delete(place)); // whoever has taken it is told
    const [oldest] = this.ahead.keys();
    if (oldest !== undefined && this.ahead.size >= PAGES_AHEAD) this.ahead.delete(oldest);
    this.ahead.set(place, page);
  }

  private async page(after: Position | undefined, limit: number): Promise<Page> {
    if (after !== undefined && this.end !== undefined && after >= this.end) {
      this.beat ??= this.nextBeat().finally(() => (this.beat = undefined));
      await this.beat;
    }
    const page = await this.store.readAll(after, limit);
    if (page.atEnd && (this.end === undefined || page.next > this.end)) this.end = page.next;
    return page;
  }

  private async nextBeat(): Promise<void> {
    const rest = this.lastBeat + this.pause - performance.now();
    this.pause = rest < -this.pause ? SHORTEST_PAUSE : Math.min(this.pause * 2, LONGEST_PAUSE);
    if (rest > 0) await delay(rest);
    this.lastBeat = performance.now();
  }
}

const placeOf = (after: Position | undefined, limit: number): string => `${after} ${limit}`;
