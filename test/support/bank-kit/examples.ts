import { createHmac, randomUUID } from 'node:crypto';
import type { Json, JsonObject } from '../case-history/format';
import type { BankMessage } from './document';

/** A message to send, and the answer that is due. */
export interface Example {
  readonly name: string;
  readonly operation: string;
  readonly path: string;
  /** The bytes as text; a signature is over exactly these. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expect: Expected;
}

export interface Expected {
  readonly status: number;
  /** Code of the problem. */
  readonly code?: string;
  /** Name of the example whose answer this one's equals. */
  readonly sameAs?: string;
}

export interface Signer {
  readonly bank: string;
  /** `whsec_<base64>` */
  readonly secret: string;
  /** Seconds since 1970. */
  readonly now: number;
}

/** What is changed of a good message before it is signed, or of its headers after. */
interface Change {
  readonly body?: (body: string) => string;
  readonly sent?: (body: string) => string;
  readonly secret?: string;
  readonly shift?: number;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`. */
export function signatureOf(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/**
 * What the document says, as examples: each message as it should be, again, and with other content; then every fault that
 * its schema lets one make. @param run tells one run's references from another's
 */
export function examplesOf(messages: readonly BankMessage[], signer: Signer, run: string): Example[] {
  return messages.flatMap((message) => {
    const good = bodyOf(message, run);
    const make = (name: string, expect: Expected, change: Change = {}) =>
      exampleOf(message, signer, JSON.stringify(good), `${message.operation}: ${name}`, expect, change);
    return [
      make('as it should be', { status: 201 }),
      make('the same again', { status: 201, sameAs: `${message.operation}: as it should be` }),
      make(
        'other content under the same name',
        { status: 422, code: conflictOf(message) },
        { body: otherContent(good) },
      ),
      ...signatureFaults(make),
      ...bodyFaults(make),
      ...fieldFaults(make, message, good),
    ];
  });
}

type Make = (name: string, expect: Expected, change?: Change) => Example;

const signatureFaults = (make: Make): Example[] => [
  make(
    'without a signature',
    { status: 401, code: 'callback.signature-missing' },
    { headers: { 'webhook-signature': undefined } },
  ),
  make(
    'signed with another secret',
    { status: 401, code: 'callback.signature-invalid' },
    { secret: `whsec_${Buffer.alloc(32, 9).toString('base64')}` },
  ),
  make(
    'altered after it was signed',
    { status: 401, code: 'callback.signature-invalid' },
    { sent: (body) => `${body} ` },
  ),
  make('signed ten minutes ago', { status: 401, code: 'callback.timestamp-outside' }, { shift: -600 }),
  make('signed in ten minutes', { status: 401, code: 'callback.timestamp-outside' }, { shift: 600 }),
];

const bodyFaults = (make: Make): Example[] => [
  make('cut off', { status: 400, code: 'json.malformed' }, { body: (body) => body.slice(0, -1) }),
  make('as plain text', { status: 415, code: 'body.media-type' }, { headers: { 'content-type': 'text/plain' } }),
  make('with a field that nobody knows', invalid, { body: (body) => body.replace('{', '{"payer":"x",') }),
  make('with a field twice', invalid, {
    body: (body) => `${body.slice(0, -1)},${body.slice(1, body.indexOf(',') < 0 ? -1 : body.indexOf(','))}}`,
  }),
  make('larger than 64 KiB', { status: 413, code: 'body.too-large' }, { body: (body) => body + ' '.repeat(64 * 1024) }),
];

const invalid: Expected = { status: 422, code: 'input.invalid' };

/** What the schema forbids, field by field. */
const fieldFaults = (make: Make, { schema }: BankMessage, good: JsonObject): Example[] =>
  Object.entries(schema.properties).flatMap(([name, field]) => {
    const without = Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
    const wrong: readonly (readonly [string, Json | undefined])[] = [
      ['null', null],
      ['of another kind', field['type'] === 'string' ? 1 : 'x'],
      ...(field['type'] === 'integer'
        ? ([
            ['with half a fen', 0.5],
            ['too large to be exact', 2 ** 53],
          ] as const)
        : []),
      ...(typeof field['minimum'] === 'number' ? ([['below its least', field['minimum'] - 1]] as const) : []),
      ...(typeof field['minLength'] === 'number' ? ([['empty', '']] as const) : []),
      ...(typeof field['maxLength'] === 'number' ? ([['too long', 'x'.repeat(field['maxLength'] + 1)]] as const) : []),
      ...(field['format'] === 'date-time' ? ([['without an offset', '2023-10-08T10:12:00']] as const) : []),
      ...(field['format'] === 'date' ? ([['that does not exist', '2023-02-30']] as const) : []),
    ];
    return [
      ...(schema.required.includes(name)
        ? [make(`without ${name}`, invalid, { body: () => JSON.stringify(without) })]
        : []),
      ...wrong.map(([what, value]) =>
        make(`${name} ${what}`, invalid, { body: () => JSON.stringify({ ...good, [name]: value }) }),
      ),
    ];
  });

/** The document's example, under a name that this run alone uses. */
function bodyOf({ example, operation }: BankMessage, run: string): JsonObject {
  const own: Record<string, Json> = { ...example };
  if ('reference' in own) own['reference'] = `${operation}-${run}`;
  if ('reverses' in own) own['reverses'] = `reversed-${run}`;
  if ('date' in own) own['date'] = dayOf(run);
  return own;
}

/** A day of the past that no other run is likely to use: a bank has one statement a day. */
const dayOf = (run: string): string => {
  const day = Date.UTC(2000, 0, 1) + (Number.parseInt(run.slice(0, 6), 16) % 8_000) * 86_400_000;
  return new Date(day).toISOString().slice(0, 10);
};

function otherContent(good: JsonObject): (body: string) => string {
  const fen = good['fen'];
  const other = typeof fen === 'number' ? { ...good, fen: fen + 1 } : { ...good, lines: [] };
  return () => JSON.stringify(other);
}

const conflictOf = ({ operation }: BankMessage): string =>
  operation === 'sendStatement' ? 'statement.conflict' : 'payment.conflict';

function exampleOf(
  { operation, path }: BankMessage,
  { bank, secret, now }: Signer,
  good: string,
  name: string,
  expect: Expected,
  change: Change,
): Example {
  const signed = change.body ? change.body(good) : good;
  const id = `msg_${randomUUID()}`;
  const timestamp = now + (change.shift ?? 0);
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatureOf(change.secret ?? secret, id, timestamp, signed),
    ...change.headers,
  };
  return {
    ...{ name, operation, path: path.replace('{bank}', bank), body: change.sent ? change.sent(signed) : signed },
    headers: Object.fromEntries(
      Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined),
    ),
    expect,
  };
}
