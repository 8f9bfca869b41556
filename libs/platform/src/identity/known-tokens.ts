import type { TokenHolder } from './token-holder';

const MEMORY_MILLIS = 60_000;
const MOST = 1_000;

interface Known {
  readonly holder: TokenHolder;
  readonly until: number;
}

/** Tokens that were found good within the last minute, so that a caller's next request need not be proved again. */
export class KnownTokens {
  private readonly known = new Map<string, Known>();

  find(token: string, now: number): TokenHolder | undefined {
    const known = this.known.get(token);
    if (known && now < known.until) return known.holder;
    this.known.delete(token);
    return undefined;
  }

  /** @param goodUntil when the token itself ends, in milliseconds since 1970 */
  add(token: string, holder: TokenHolder, now: number, goodUntil: number): void {
    const [oldest] = this.known.keys();
    if (oldest !== undefined && this.known.size >= MOST) this.known.delete(oldest);
    this.known.set(token, { holder, until: Math.min(now + MEMORY_MILLIS, goodUntil) });
  }
}
