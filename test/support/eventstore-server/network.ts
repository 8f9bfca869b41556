import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A stretch of network between a client and a server, which a test can break. */
export interface Network {
  readonly url: string;
  /** TCP stays open and is accepted, but nothing passes in either direction. */
  blackHole(): void;
  /** Lets bytes pass again on connections opened from now on; those of the black hole stay dead. */
  heal(): void;
  /** Resets every open connection. */
  reset(): void;
  /** Open connections of clients. */
  connections(): number;
  close(): Promise<void>;
}

/** @param url the server's connection string; its first host and port are forwarded to */
export async function startNetwork(url: string): Promise<Network> {
  const [, host = '127.0.0.1', port = '2113'] = /^esdb:\/\/([^:]+):(\d+)/.exec(url) ?? [];
  const pairs = new Set<readonly [Socket, Socket]>();
  let passing = true;
  const listener = createServer((client) => {
    const server = connect(Number(port), host);
    const pair = [client, server] as const;
    pairs.add(pair);
    for (const socket of pair) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        pairs.delete(pair);
        client.destroy();
        server.destroy();
      });
    }
    if (passing) client.pipe(server).pipe(client);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  const own = typeof address === 'object' && address ? address.port : 0;
  return {
    url: url.replace(`${host}:${port}`, `127.0.0.1:${own}`),
    blackHole: () => {
      passing = false;
      for (const [client, server] of pairs) {
        // What comes is taken and lost.
        client.unpipe(server).resume();
        server.unpipe(client).resume();
      }
    },
    heal: () => {
      passing = true;
    },
    reset: () => {
      for (const [client] of pairs) client.resetAndDestroy();
    },
    connections: () => pairs.size,
    close: async () => {
      const closed = once(listener, 'close');
      listener.close();
      for (const [client, server] of pairs) {
        client.destroy();
        server.destroy();
      }
      await closed;
    },
  };
}
