const WINDOW_MILLIS = 60_000;

/** Counts the requests of each address in windows of one minute. */
export class RateLimit {
  private counts = new Map<string, number>();
  private windowEnds = 0;

  constructor(private readonly perMinute: number) {}

  /** Seconds to wait when this request is one too many. */
  exceeded(address: string, now: number): number | undefined {
    if (now >= this.windowEnds) {
      this.counts = new Map();
      this.windowEnds = now + WINDOW_MILLIS;
    }
    const count = (this.counts.get(address) ?? 0) + 1;
    this.counts.set(address, count);
    return count > this.perMinute ? Math.ceil((this.windowEnds - now) / 1000) : undefined;
  }
}
