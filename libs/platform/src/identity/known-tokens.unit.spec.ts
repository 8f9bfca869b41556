import { KnownTokens } from './known-tokens';

describe('a token that was found good', () => {
  const holder = { id: 'officer-1', roles: [] };
  const far = 1_000_000_000;

  it('is known for a minute, and no longer than it is good', () => {
    const tokens = new KnownTokens();
    tokens.add('long', holder, 0, far);
    tokens.add('short', holder, 0, 5_000);
    expect([tokens.find('long', 59_999), tokens.find('short', 4_999)]).toEqual([holder, holder]);
    expect([tokens.find('long', 60_000), tokens.find('short', 5_000)]).toEqual([undefined, undefined]);
  });

  it('is forgotten for newer ones when there are many', () => {
    const tokens = new KnownTokens();
    for (let i = 0; i <= 1_000; i += 1) tokens.add(`t${i}`, holder, 0, far);
    expect([tokens.find('t0', 1), tokens.find('t1', 1), tokens.find('t1000', 1)]).toEqual([undefined, holder, holder]);
  });
});
