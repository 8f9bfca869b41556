import { createServer, type Server as TcpServer, type Socket } from 'node:net';
import { once } from 'node:events';

/** The TCP side of a node, so that a test can reset or refuse connections. */
export class Connections {
  readonly #sockets = new Map<string, Socket>();
  #listener: TcpServer;
  port = 0;

  constructor(
    private readonly host: string,
    private readonly take: (socket: Socket) => void,
  ) {
    this.#listener = this.#newListener();
  }

  async listen(port: number): Promise<void> {
    this.#listener = this.#newListener();
    this.#listener.listen(port, this.host);
    await once(this.#listener, 'listening');
    const address = this.#listener.address();
    this.port = typeof address === 'object' && address ? address.port : port;
  }

  /** Resets the connection that a call came in on. */
  reset(peer: string): void {
    this.#sockets.get(peer)?.resetAndDestroy();
  }

  /** How many connections clients have open now. */
  get open(): number {
    return this.#sockets.size;
  }

  async close(): Promise<void> {
    const closed = this.#listener.listening ? once(this.#listener, 'close') : undefined;
    this.#listener.close();
    for (const socket of this.#sockets.values()) socket.resetAndDestroy();
    await closed;
  }

  #newListener(): TcpServer {
    return createServer((socket) => {
      const peer = `${socket.remoteAddress}:${socket.remotePort}`;
      this.#sockets.set(peer, socket);
      socket.setNoDelay(true);
      socket.once('close', () => this.#sockets.delete(peer));
      // A client that goes away in the middle is the ordinary end of a test.
      socket.on('error', () => undefined);
      this.take(socket);
    });
  }
}
