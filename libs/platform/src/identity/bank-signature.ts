import { createHmac, timingSafeEqual } from 'node:crypto';
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

/**
 * Checks the signature over the bytes as they came: a parser in between would let altered bytes pass.
 * @throws Problem 401, of the code `callback.…` that says what is wrong
 */
export function checkSignature(headers: SignatureHeaders, bytes: Uint8Array, check: SignatureCheck): void {
  const { id, timestamp, signature } = headers;
  if (!id || !timestamp || !signature) throw platformProblem('callback.signature-missing');
  if (!/^\d{1,12}$/.test(timestamp)) throw platformProblem('callback.signature-invalid');
  const seconds = Number(timestamp);
  const given = signature.split(' ').filter((each) => each.startsWith('v1,'));
  const fitting = check.secrets.map((secret) => signMessage(secret, id, seconds, bytes));
  if (!given.some((each) => fitting.some((other) => sameText(each, other)))) {
    throw platformProblem('callback.signature-invalid');
  }
  if (Math.abs(check.now / 1000 - seconds) > check.toleranceSeconds) {
    throw platformProblem('callback.timestamp-outside', { detail: { minutes: check.toleranceSeconds / 60 } });
  }
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
