import type { BankDocument } from './document';
import { type Example, type Expected, SIGNATURE_FAULTS, type SignatureFault, signed, type Signer } from './signed';

/** What is due under the example fine on a few days: 5,000 yuan and 1,000 yuan of gains, due by 2023-10-13, 3 % a day. */
const DUE = [
  ['2023-10-08T10:12:00+08:00', 600_000, 0],
  ['2023-10-13T23:59:59+08:00', 600_000, 0],
  ['2023-10-14T00:00:00+08:00', 615_000, 15_000],
  ['2023-10-20T10:00:00+08:00', 705_000, 105_000],
  ['2024-10-20T10:00:00+08:00', 1_100_000, 500_000],
] as const;

/** A bank asks what is due under a code. In test mode every well-formed code is that of the example fine. */
export function quoteExamples({ quote }: BankDocument, signer: Signer): Example[] {
  const { operation, path, code } = quote;
  const make = (name: string, expect: Expected, asked: string, query = '', fault: SignatureFault = {}) => {
    const request = { operation, path: path.replace('{code}', asked) + query, bytes: Buffer.alloc(0) };
    return signed({ ...request, method: 'GET' }, signer, name, expect, fault);
  };
  const at = (when: string) => `?at=${encodeURIComponent(when)}`;
  return [
    make('what is due now', { status: 200, quoteOf: code }, code),
    ...DUE.map(([when, amountDue, surcharge]) =>
      make(`what is due at ${when}`, { status: 200, fields: { amountDue, surcharge }, quoteOf: code }, code, at(when)),
    ),
    make(
      'a code whose check digit is wrong',
      { status: 404, code: 'payment-code.not-found' },
      code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
    ),
    make('a code that is too short', { status: 404, code: 'payment-code.not-found' }, code.slice(1)),
    make('an instant without an offset', { status: 422, code: 'input.invalid' }, code, '?at=2023-10-08T10:12:00'),
    make('an instant that does not exist', { status: 422, code: 'input.invalid' }, code, at('2023-02-30T10:00:00Z')),
    ...SIGNATURE_FAULTS.map(([name, expect, fault]) => make(name, expect, code, '', fault)),
  ];
}
