import { createHmac, type Hmac, timingSafeEqual } from 'node:crypto';
import { platformProblem } from '../problem/problem';

/** What a bank signs with a message (Standard Webhooks): its id, its time, and signatures over both and the bytes. */
export interface SignatureHeaders {
  readonly id: string | undefined;
  /** Seconds since 1970. */
  readonly timestamp: string | undefined;
  /** `v1,<base64>`, several separated by spaces: one must fit. */
  readonly signature: string | undefined;
}

export interface SignatureCheck {
  readonly secrets: readonly Buffer[];
  /** Milliseconds since 1970 of the real clock: a demonstration's clock does not make old messages young. */
  readonly now: number;
  readonly toleranceSeconds: number;
}

/** The signature of one message with one secret. */
export function signMessage(secret: Buffer, id: string, timestamp: number, bytes: Uint8Array): string {
  return `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(bytes).digest('base64')}`;
}

/** A check that is fed with the bytes as they come, so that a large message need not be held. */
export class RunningSignature {
  private readonly macs: readonly Hmac[];

  /** @throws Problem 401 when the headers alone are not right */
  constructor(
    private readonly headers: SignatureHeaders,
    private readonly check: SignatureCheck,
  ) {
    const { id, timestamp, signature } = headers;
    if (!id || !timestamp || !signature) throw platformProblem('callback.signature-missing');
    if (!/^\d{1,12}$/.test(timestamp)) throw platformProblem('callback.signature-invalid');
    this.macs = check.secrets.map((secret) => createHmac('sha256', secret).update(`${id}.${Number(timestamp)}.`));
  }

  update(bytes: Uint8Array): void {
    for (const mac of this.macs) mac.update(bytes);
  }

  /** After the last byte. @throws Problem 401 */
  finish(): void {
    const { timestamp = '', signature = '' } = this.headers;
    const { now, toleranceSeconds } = this.check;
    const given = signature.split(' ').filter((each) => each.startsWith('v1,'));
    const fitting = this.macs.map((mac) => `v1,${mac.digest('base64')}`);
    if (!given.some((each) => fitting.some((other) => sameText(each, other))))
      throw platformProblem('callback.signature-invalid');
    if (Math.abs(now / 1000 - Number(timestamp)) > toleranceSeconds)
      throw platformProblem('callback.timestamp-outside', { detail: { minutes: toleranceSeconds / 60 } });
  }
}

/**
 * Checks the signature over the bytes as they came: a parser in between would let altered bytes pass.
 * @throws Problem 401, of the code `callback.…` that says what is wrong
 */
export function checkSignature(headers: SignatureHeaders, bytes: Uint8Array, check: SignatureCheck): void {
  const signature = new RunningSignature(headers, check);
  signature.update(bytes);
  signature.finish();
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
