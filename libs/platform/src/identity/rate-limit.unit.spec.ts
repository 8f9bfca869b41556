import { RateLimit } from './rate-limit';

describe('a rate limit', () => {
  it('counts each address for itself, and begins anew every minute', () => {
    const limit = new RateLimit(2);
    expect([limit.exceeded('a', 0), limit.exceeded('a', 1), limit.exceeded('b', 2)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(limit.exceeded('a', 15_000)).toBe(45);
    expect(limit.exceeded('a', 60_000)).toBeUndefined();
  });
});
