import type { Json, JsonObject } from '../case-history/format';
import type { BankMessage } from './document';
import {
  ALTERED,
  type Example,
  type Expected,
  SIGNATURE_FAULTS,
  type SignatureFault,
  signed,
  type Signer,
} from './signed';

/**
 * What the document says, as examples: each message as it should be, again, and with other content; then every fault that
 * its schema lets one make. @param run tells one run's references from another's
 */
export function messageExamples(messages: readonly BankMessage[], signer: Signer, run: string): Example[] {
  return messages.flatMap((message) => {
    const good = bodyOf(message, run);
    const { operation, path } = message;
    const make: Make = (name, expect, { body, ...fault } = {}) => {
      const bytes = Buffer.from(body ? body(JSON.stringify(good)) : JSON.stringify(good));
      const request = { operation, method: 'POST', path, contentType: 'application/json', bytes } as const;
      return signed(request, signer, name, expect, fault);
    };
    return [
      make('as it should be', { status: 201 }),
      make('the same again', { status: 201, sameAs: `${message.operation}: as it should be` }),
      make(
        'other content under the same name',
        { status: 422, code: conflictOf(message) },
        { body: otherContent(good) },
      ),
      ...[...SIGNATURE_FAULTS, ALTERED].map(([name, expect, fault]) => make(name, expect, fault)),
      ...bodyFaults(make),
      ...fieldFaults(make, message, good),
    ];
  });
}

type Make = (name: string, expect: Expected, change?: Change) => Example;

/** The message with another body, or under other headers. */
interface Change extends SignatureFault {
  readonly body?: (body: string) => string;
}

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

/** A day of the past that no other run is likely to use: a bank has one statement a day. @param plus days */
export const dayOf = (run: string, plus = 0): string => {
  const day = Date.UTC(2000, 0, 1) + ((Number.parseInt(run.slice(0, 6), 16) % 8_000) + plus) * 86_400_000;
  return new Date(day).toISOString().slice(0, 10);
};

function otherContent(good: JsonObject): (body: string) => string {
  const fen = good['fen'];
  const other = typeof fen === 'number' ? { ...good, fen: fen + 1 } : { ...good, lines: [] };
  return () => JSON.stringify(other);
}

const conflictOf = ({ operation }: BankMessage): string =>
  operation === 'sendStatement' ? 'statement.conflict' : 'payment.conflict';
