import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type JsonObject, textOf } from '../case-history/format';
import type { BankDocument } from './document';
import { fileFaults } from './file-check';
import { QuoteDesk } from './quote-desk';
import { signatureOf } from './signed';

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
const UNAVAILABLE = { status: 503, body: '{"code":"store.unavailable"}' };

/**
 * Stands where the server would: checks what a bank's adapter sends, and meets every third message with 503 and every
 * fifth with a connection that breaks after the message was kept. An adapter has to send those again, byte by byte the
 * same, signed anew, until they are answered.
 */
export class AdapterDesk {
  readonly seen = new Map<string, Seen>();
  readonly quotes: QuoteDesk;
  private readonly server: Server;
  private count = 0;

  constructor(
    private readonly document: BankDocument,
    private readonly bank: string,
    private readonly secret: string,
  ) {
    this.quotes = new QuoteDesk(document.quote.code);
    this.server = createServer((request, response) => {
      void bodyOf(request).then(async (body) => {
        const one = this.take(request, body, await this.contentFaults(request.url ?? '', body));
        if (!one.done && one.times === 1 && one.met === 'no answer') return request.socket.destroy();
        const answer =
          !one.done && one.times === 1 && one.met === 'not available' ? UNAVAILABLE : this.answer(one, body);
        const headers = { 'content-type': 'application/json', ...(answer.status === 503 && { 'retry-after': '1' }) };
        return response.writeHead(answer.status, headers).end(answer.body);
      });
    });
  }

  /** What a message is answered with when it is taken. */
  private answer(one: Seen, body: Buffer): { readonly status: number; readonly body: string | Buffer } {
    const isFirst = !one.done;
    one.done = true;
    if (one.faults.length > 0) return { status: 422, body: JSON.stringify({ code: 'input.invalid' }) };
    const code = this.codeAskedFor(one.path);
    if (code !== undefined) {
      const { status, body: quote } = this.quotes.answer(code);
      return { status, body: JSON.stringify(quote) };
    }
    if (isFirst && one.path.endsWith('/payments')) {
      const { code: under, fen } = JSON.parse(one.body) as JsonObject;
      this.quotes.take(textOf(under), Number(fen));
    }
    return { status: 201, body };
  }

  /** undefined: it is no question for a quote. */
  private codeAskedFor(path: string): string | undefined {
    const [before = '', after = ''] = this.document.quote.path.replace('{bank}', this.bank).split('{code}');
    const [plain = ''] = path.split('?');
    return plain.startsWith(before) && plain.endsWith(after) ? plain.slice(before.length, -after.length) : undefined;
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
    const ofMessages = [...this.seen.values()].flatMap(({ path, body, faults, done, met, times }) => [
      ...faults.map((fault) => `${path} ${body.slice(0, 60)}: ${fault}`),
      ...(done ? [] : [`${path} ${body.slice(0, 60)}: met with ${met}, and not sent again (${times}x)`]),
    ]);
    return [...ofMessages, ...this.quotes.faults()];
  }

  private take(request: IncomingMessage, bytes: Buffer, contentFaults: readonly string[]): Seen {
    const path = request.url ?? '';
    const body = bytes.toString('latin1');
    const key = `${path} ${body}`;
    const known = this.seen.get(key);
    if (known) {
      known.times += 1;
      known.faults.push(...this.signatureFaults(request, bytes));
      return known;
    }
    this.count += 1;
    const met = this.count % 5 === 0 ? 'no answer' : this.count % 3 === 0 ? 'not available' : 'taken at once';
    const faults = [...this.signatureFaults(request, bytes), ...contentFaults];
    const one: Seen = {
      ...{ path, id: header(request, 'webhook-id'), times: 1, met },
      ...{ faults, done: false, body: bytes.toString() },
    };
    this.seen.set(key, one);
    return one;
  }

  private signatureFaults(request: IncomingMessage, body: Buffer): string[] {
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

  private async contentFaults(path: string, body: Buffer): Promise<string[]> {
    const isAt = (known: string) => known.replace('{bank}', this.bank) === path.split('?')[0];
    if (this.codeAskedFor(path) !== undefined) return body.length === 0 ? [] : ['a question has no body'];
    if (isAt(this.document.statementFile.path)) return fileFaults(body, this.bank);
    const message = this.document.messages.find((one) => isAt(one.path));
    if (!message) return ['no such path'];
    let content: JsonObject;
    try {
      content = JSON.parse(body.toString()) as JsonObject;
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

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
