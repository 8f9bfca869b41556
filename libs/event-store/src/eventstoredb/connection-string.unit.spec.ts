import { parseServerAddress } from './connection-string';

describe('the connection string of a server', () => {
  it('tells an insecure server from a secure one', () => {
    expect(parseServerAddress('esdb://127.0.0.1:2113?tls=false').secure).toBe(false);
    expect(parseServerAddress('esdb://127.0.0.1:2113?TLS=false').secure).toBe(false);
    expect(parseServerAddress('esdb://127.0.0.1:2113').secure).toBe(true);
    expect(parseServerAddress('esdb://127.0.0.1:2113?tls=true').secure).toBe(true);
  });

  it('gives up its credentials, which no client is built with', () => {
    const address = parseServerAddress('esdb://decision:a%40b@one:2113,two:2113?tls=true');

    expect(address.credentials).toEqual({ username: 'decision', password: 'a@b' });
    expect(address.nextString()).toMatch(/^esdb:\/\/one:2113,two:2113\?tls=true&keepAliveInterval=\d+$/);
  });

  it('never builds two clients with the same settings, which would share a connection', () => {
    const [one, other] = [parseServerAddress('esdb://one?tls=false'), parseServerAddress('esdb://one?tls=false')];

    const strings = [one.nextString(), one.nextString(), other.nextString()];

    expect(new Set(strings).size).toBe(3);
    for (const text of strings)
      expect(Number(/keepAliveInterval=(\d+)/.exec(text)?.[1])).toBeGreaterThanOrEqual(10_000);
  });

  it('keeps other settings as they are, and decides its own itself', () => {
    const query = 'tls=false&maxDiscoverAttempts=3&throwOnAppendFailure=false&node-preference=follower';
    const text = parseServerAddress(`esdb+discover://cluster.local:2113/?${query}&keepAliveInterval=1`).nextString();

    expect(text).toMatch(
      /^esdb\+discover:\/\/cluster\.local:2113\?tls=false&maxDiscoverAttempts=3&keepAliveInterval=\d{5,}$/,
    );
  });

  it.each(['', 'postgresql://localhost/fajiao', 'esdb://', 'localhost:2113'])('refuses %j', (url) => {
    expect(() => parseServerAddress(url)).toThrow('not a connection string');
  });
});
