import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { BankMessage } from './document';
import { signatureOf } from './examples';

/** What became of one message of the bank's adapter. */
export interface Seen {
  readonly path: string;
  readonly id: string;
  /** How often it came. */
  times: number;
  /** What it was met with first, before it was taken. */
  readonly met: 'taken at once' | 'not available' | 'no answer';
  readonly faults: string[];
  done: boolean;
  readonly body: string;
}

const TOLERANCE_SECONDS = 300;

/**
 * Stands where the server would: checks what a bank's adapter sends, and meets every third message with 503 and every
 * fifth with a connection that breaks after the message was kept. An adapter has to send those again, byte by byte the
 * same, signed anew, until they are answered.
 */
export class AdapterDesk {
  readonly seen = new Map<string, Seen>();
  private readonly server: Server;
  private count = 0;

  constructor(
    private readonly messages: readonly BankMessage[],
    private readonly bank: string,
    private readonly secret: string,
  ) {
    this.server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const one = this.take(request, body);
        if (!one.done && one.times === 1 && one.met === 'no answer') return request.socket.destroy();
        if (!one.done && one.times === 1 && one.met === 'not available')
          return response
            .writeHead(503, { 'retry-after': '1', 'content-type': 'application/problem+json' })
            .end('{"code":"store.unavailable"}');
        one.done = true;
        const status = one.faults.length === 0 ? 201 : 422;
        return response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      });
    });
  }

  listen(port: number): Promise<number> {
    return new Promise((resolve) => {
      this.server.listen(port, '127.0.0.1', () => {
        const address = this.server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  /** In words, what the adapter does not do as it should. */
  faults(): string[] {
    return [...this.seen.values()].flatMap(({ path, body, faults, done, met, times }) => [
      ...faults.map((fault) => `${path} ${body.slice(0, 60)}: ${fault}`),
      ...(done ? [] : [`${path} ${body.slice(0, 60)}: met with ${met}, and not sent again (${times}x)`]),
    ]);
  }

  private take(request: IncomingMessage, body: string): Seen {
    const path = request.url ?? '';
    const key = `${path} ${body}`;
    const known = this.seen.get(key);
    if (known) {
      known.times += 1;
      known.faults.push(...this.signatureFaults(request, body));
      return known;
    }
    this.count += 1;
    const met = this.count % 5 === 0 ? 'no answer' : this.count % 3 === 0 ? 'not available' : 'taken at once';
    const faults = [...this.signatureFaults(request, body), ...this.contentFaults(path, body)];
    const one: Seen = { path, id: header(request, 'webhook-id'), times: 1, met, faults, done: false, body };
    this.seen.set(key, one);
    return one;
  }

  private signatureFaults(request: IncomingMessage, body: string): string[] {
    const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((name) =>
      header(request, `webhook-${name}`),
    );
    if (!id || !timestamp || !signature)
      return ['the headers webhook-id, webhook-timestamp and webhook-signature are due'];
    if (!signature.split(' ').includes(signatureOf(this.secret, id, Number(timestamp), body)))
      return ['the signature does not fit: HMAC-SHA256 over id.timestamp.body with the secret'];
    return Math.abs(Date.now() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS
      ? ['signed more than 5 minutes from now']
      : [];
  }

  private contentFaults(path: string, body: string): string[] {
    const message = this.messages.find((one) => one.path.replace('{bank}', this.bank) === path);
    if (!message) return ['no such path'];
    let content: Readonly<Record<string, unknown>>;
    try {
      content = JSON.parse(body) as Readonly<Record<string, unknown>>;
    } catch {
      return ['the body is not JSON'];
    }
    const { required, properties } = message.schema;
    return [
      ...required.filter((name) => content[name] === undefined).map((name) => `${name} is missing`),
      ...Object.keys(content)
        .filter((name) => !Object.hasOwn(properties, name))
        .map((name) => `${name} is not known`),
    ];
  }
}

const header = (request: IncomingMessage, name: string): string => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
