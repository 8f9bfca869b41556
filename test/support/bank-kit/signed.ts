import { createHmac, randomUUID } from 'node:crypto';
import type { Json } from '../case-history/format';

/** A request to send, and the answer that is due. */
export interface Example {
  readonly name: string;
  readonly operation: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The bytes as text, or in Base64 where they are no UTF-8; a signature is over exactly these. */
  readonly body: string;
  readonly encoding: 'utf8' | 'base64';
  readonly headers: Readonly<Record<string, string>>;
  readonly expect: Expected;
}

export interface Expected {
  readonly status: number;
  /** Code of the problem. */
  readonly code?: string;
  /** Name of the example whose answer this one's equals. */
  readonly sameAs?: string;
  /** Fields of the answer; money is its sum in fen. */
  readonly fields?: Readonly<Record<string, Json>>;
  /** It is a quote, and what it says has to hold together (`quote-check.ts`). */
  readonly quoteOf?: string;
}

export interface Signer {
  readonly bank: string;
  /** `whsec_<base64>` */
  readonly secret: string;
  /** Seconds since 1970. */
  readonly now: number;
}

/** Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`. */
export function signatureOf(secret: string, id: string, timestamp: number, body: string | Uint8Array): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
}

export interface Request {
  readonly operation: string;
  readonly method: 'GET' | 'POST';
  /** `{bank}` is filled in. */
  readonly path: string;
  readonly contentType?: string;
  readonly bytes: Uint8Array;
}

/** What is wrong with how a request is signed or sent. */
export interface SignatureFault {
  readonly sent?: (bytes: Uint8Array) => Uint8Array;
  readonly secret?: string;
  /** Seconds. */
  readonly shift?: number;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

export function signed(
  { operation, method, path, contentType, bytes }: Request,
  { bank, secret, now }: Signer,
  name: string,
  expect: Expected,
  fault: SignatureFault = {},
): Example {
  const id = `msg_${randomUUID()}`;
  const timestamp = now + (fault.shift ?? 0);
  const headers = {
    'content-type': contentType,
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatureOf(fault.secret ?? secret, id, timestamp, bytes),
    ...fault.headers,
  };
  const body = Buffer.from(fault.sent ? fault.sent(bytes) : bytes);
  const encoding = body.equals(Buffer.from(body.toString('utf8'))) ? 'utf8' : 'base64';
  return {
    name: `${operation}: ${name}`,
    operation,
    method,
    path: path.replace('{bank}', bank),
    body: body.toString(encoding),
    encoding,
    headers: Object.fromEntries(
      Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined),
    ),
    expect,
  };
}

/** Every way of signing wrongly, with the answer that is due. */
export const SIGNATURE_FAULTS: readonly (readonly [name: string, expect: Expected, fault: SignatureFault])[] = [
  [
    'without a signature',
    { status: 401, code: 'callback.signature-missing' },
    { headers: { 'webhook-signature': undefined } },
  ],
  [
    'signed with another secret',
    { status: 401, code: 'callback.signature-invalid' },
    { secret: `whsec_${Buffer.alloc(32, 9).toString('base64')}` },
  ],
  ['signed ten minutes ago', { status: 401, code: 'callback.timestamp-outside' }, { shift: -600 }],
  ['signed in ten minutes', { status: 401, code: 'callback.timestamp-outside' }, { shift: 600 }],
];

/** The same for what has a body. */
export const ALTERED = [
  'altered after it was signed',
  { status: 401, code: 'callback.signature-invalid' },
  { sent: (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from(' ')]) },
] as const;
