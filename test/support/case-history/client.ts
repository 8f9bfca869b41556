import { createHmac, randomUUID } from 'node:crypto';
import type { Json, JsonObject } from './format';

/** The side of the running system that a request goes to. */
export type Side = 'decision' | 'collection' | 'disclosure' | 'editing' | 'audit';

/** A running Fajiao, in one process or in five, in demonstration mode. */
export interface RunningSystem {
  readonly urls: Readonly<Record<Side, string>>;
  /** Where each process says whether everything has arrived everywhere. */
  readonly settledUrls: readonly string[];
  token(person: string): Promise<string>;
  /** Standard Webhooks secret of a bank, `whsec_…`; undefined: no such bank. */
  bankSecret(bank: string): string | undefined;
  stop(): Promise<void>;
}

export interface Request {
  readonly side: Side;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: JsonObject;
  /** A person of the staff, or a bank; a bank signs, a person bears a token. */
  readonly by: string;
  /** The instant that is the clock of the request. */
  readonly at?: string;
  readonly ifMatch?: string;
}

export interface Answer {
  readonly status: number;
  readonly etag?: string;
  readonly position?: string;
  readonly body: Json;
}

const SETTLES_WITHIN_MS = 30_000;

/** Speaks to the system as its users do: people by bearer token, banks by signed raw bytes. */
export class Client {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(private readonly system: RunningSystem) {}

  async send(request: Request): Promise<Answer> {
    const body = request.body === undefined ? undefined : JSON.stringify(request.body);
    const response = await fetch(this.system.urls[request.side] + request.path, {
      method: request.method,
      headers: { ...headersOf(request), ...(await this.credentials(request, body ?? '')) },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    return {
      status: response.status,
      ...(response.headers.has('etag') && { etag: response.headers.get('etag') ?? '' }),
      ...(response.headers.has('fajiao-position') && { position: response.headers.get('fajiao-position') ?? '' }),
      body: text === '' ? null : (JSON.parse(text) as Json),
    };
  }

  /** Reads what must be there; anything but 200 is a fault of the run itself. */
  async read(request: Omit<Request, 'method'>): Promise<JsonObject> {
    const answer = await this.send({ ...request, method: 'GET' });
    if (answer.status !== 200) throw new Error(`GET ${request.path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as JsonObject;
  }

  /** What only a demonstration can do, and nobody signs in for. */
  async demonstrate(path: string, body: JsonObject, at: string): Promise<void> {
    const response = await fetch(this.system.urls.decision + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'fajiao-demo-time': at },
      body: JSON.stringify(body),
    });
    if (response.status !== 201) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
  }

  /** Waits until every projection and policy of every process has done what the last act asks of it. */
  async settled(): Promise<void> {
    const giveUp = Date.now() + SETTLES_WITHIN_MS;
    for (const url of [...this.system.settledUrls, ...this.system.settledUrls])
      while ((await fetch(url)).status !== 200) {
        if (Date.now() > giveUp) throw new Error(`${url} did not settle: ${await (await fetch(url)).text()}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
  }

  private async credentials({ by }: Request, body: string): Promise<Record<string, string>> {
    const secret = this.system.bankSecret(by);
    return secret === undefined ? { authorization: `Bearer ${await this.tokenOf(by)}` } : signed(secret, body);
  }

  private tokenOf(person: string): Promise<string> {
    const known = this.tokens.get(person) ?? this.system.token(person);
    this.tokens.set(person, known);
    return known;
  }
}

function headersOf(request: Request): Record<string, string> {
  return {
    accept: 'application/json',
    'accept-language': 'zh-CN',
    ...(request.body !== undefined && { 'content-type': 'application/json' }),
    ...(request.method === 'POST' && { 'idempotency-key': randomUUID() }),
    ...(request.at !== undefined && { 'fajiao-demo-time': request.at }),
    ...(request.ifMatch !== undefined && { 'if-match': request.ifMatch }),
  };
}

/** Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`. */
export function signed(secret: string, body: string): Record<string, string> {
  const id = `msg_${randomUUID()}`;
  const timestamp = Math.floor(Date.now() / 1000).toString();
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
