import { createHmac, randomUUID } from 'node:crypto';

/** What a bank sends along with a message, as the `standardwebhooks` package makes it. */
export interface SignedHeaders extends Readonly<Record<string, string>> {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

export interface Signing {
  readonly id?: string;
  /** Seconds since 1970. */
  readonly timestamp?: number | string;
}

/** @param secret `whsec_<base64>` */
export function sign(secret: string, body: string | Uint8Array, signing: Signing = {}): SignedHeaders {
  const { id = `msg_${randomUUID()}`, timestamp = Math.floor(Date.now() / 1000) } = signing;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': `v1,${mac}` };
}
