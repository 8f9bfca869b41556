import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ActRequest } from '../support/case-history/acts';
import { type RunningSystem, signed } from '../support/case-history/client';
import type { JsonObject } from '../support/case-history/format';

/** What was answered 2xx, and so must stand in the history. */
export type Acknowledged =
  | { readonly kind: 'act'; readonly caseId: string; readonly events: readonly MadeEvent[] }
  | { readonly kind: 'message'; readonly bank: string; readonly path: string; readonly body: JsonObject };

export type MadeEvent = { readonly type: string; readonly revision: number };

export interface Asked extends ActRequest {
  /** A person of the staff, or a bank. */
  readonly by: string;
  readonly at: string;
  readonly ifMatch?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: JsonObject;
}

/** An answer that asks to come again. */
export interface Unavailable {
  readonly path: string;
  readonly contentType: string | null;
  readonly retryAfter: string | null;
  readonly code: JsonObject[string] | undefined;
}

interface Message {
  readonly side: Asked['side'];
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const PATIENCE_MS = 180_000;
const ONE_ATTEMPT_MS = 30_000;

/** Clients that do as they should: the very same request again and again, until it is answered. */
export class PersistentCaller {
  readonly acknowledged: Acknowledged[] = [];
  /** Answers 503. */
  readonly unavailable: Unavailable[] = [];
  /** Requests that were sent and got no answer at all. */
  unanswered = 0;
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(private readonly system: RunningSystem) {}

  /**
   * Sends an act or a bank's message, in as many copies at once as are wanted: all must be answered alike.
   * @throws Error when it is refused
   */
  async send(asked: Asked, copies = 1): Promise<Answer> {
    const message = await this.messageOf(asked);
    const answers = await Promise.all(Array.from({ length: copies }, () => this.accepted(message)));
    const [first, ...others] = answers.map(({ body }) => sameForAll(body));
    if (others.some((other) => other !== first)) throw new Error(`copies of ${asked.path} are answered differently`);
    const answer = answers[0]!;
    this.acknowledged.push(acknowledgedOf(asked, answer.body));
    return answer;
  }

  async read({ side, path, by, at }: Pick<Asked, 'side' | 'path' | 'by' | 'at'>): Promise<JsonObject> {
    const headers = { authorization: `Bearer ${await this.tokenOf(by)}`, 'fajiao-demo-time': at };
    return (await this.accepted({ side, path, method: 'GET', headers })).body;
  }

  /** Reads until what is read is as it should be. */
  async readUntil(what: Parameters<typeof this.read>[0], is: (body: JsonObject) => boolean): Promise<JsonObject> {
    for (const giveUp = Date.now() + PATIENCE_MS; ; await sleep(50)) {
      const body = await this.read(what);
      if (is(body)) return body;
      if (Date.now() > giveUp) throw new Error(`${what.path} stays ${JSON.stringify(body)}`);
    }
  }

  private async messageOf({ side, path, body, by, at, ifMatch }: Asked): Promise<Message> {
    const text = JSON.stringify(body);
    const secret = this.system.bankSecret(by);
    const headers = {
      'content-type': 'application/json',
      'fajiao-demo-time': at,
      'idempotency-key': randomUUID(),
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      ...(secret === undefined ? { authorization: `Bearer ${await this.tokenOf(by)}` } : signed(secret, text)),
    };
    return { side, path, method: 'POST', headers, body: text };
  }

  private async accepted(message: Message): Promise<Answer> {
    const { method, path } = message;
    for (const giveUp = Date.now() + PATIENCE_MS; ; await sleep(20 + Math.random() * 80)) {
      const answer = await this.attempt(message).catch(() => undefined);
      if (answer && answer.status < 300) return answer;
      if (answer && answer.status !== 503)
        throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      if (Date.now() > giveUp) throw new Error(`${path} is not answered: ${JSON.stringify(answer?.body)}`);
      if (answer) this.unavailable.push(unavailableOf(path, answer));
      else this.unanswered += 1;
    }
  }

  private async attempt({ side, path, ...init }: Message): Promise<Answer> {
    const response = await fetch(this.system.urls[side] + path, {
      ...init,
      signal: AbortSignal.timeout(ONE_ATTEMPT_MS),
    });
    const text = await response.text();
    const { headers, status } = response;
    return { status, headers, body: (text === '' ? {} : JSON.parse(text)) as JsonObject };
  }

  private tokenOf(person: string): Promise<string> {
    const known = this.tokens.get(person) ?? this.newToken(person);
    this.tokens.set(person, known);
    return known;
  }

  private async newToken(person: string): Promise<string> {
    for (const giveUp = Date.now() + PATIENCE_MS; ; await sleep(100))
      try {
        return await this.system.token(person);
      } catch (fault) {
        if (Date.now() > giveUp) throw fault;
      }
  }
}

/** An act's answer also tells what is still required, which others may change in between. */
function sameForAll({ stillRequired: _now, documentNumber: _later, ...body }: JsonObject): string {
  return JSON.stringify(body);
}

const acknowledgedOf = ({ path, body, by }: Asked, answer: JsonObject): Acknowledged =>
  path.startsWith('/decision/')
    ? { kind: 'act', caseId: answer['caseId'] as string, events: answer['events'] as readonly MadeEvent[] }
    : { kind: 'message', bank: by, path, body };

const unavailableOf = (path: string, { headers, body }: Answer): Unavailable => ({
  path,
  contentType: headers.get('content-type'),
  retryAfter: headers.get('retry-after'),
  code: body['code'],
});
