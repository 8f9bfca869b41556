/** Characters, and bytes in UTF-8: a stream's name made of it stays short enough for every event store. */
const MAX_CHARACTERS = 64;
const MAX_BYTES = 128;

// No control, format, private or unassigned characters, no space but the plain one, and that not at the ends.
const PRINTABLE = /^[^\p{C}\p{Z}](?:[^\p{C}\p{Z}]| (?! *$))*$/u;

/**
 * Whether the text can be a bank's own number of a payment (银行流水号): any printable text. Only its composed form (NFC)
 * is taken, so that one number cannot be spelt in two ways.
 */
export function isBankReference(text: string): boolean {
  return (
    PRINTABLE.test(text) &&
    [...text].length <= MAX_CHARACTERS &&
    Buffer.byteLength(text) <= MAX_BYTES &&
    text.normalize('NFC') === text
  );
}

const TEST_MODE = '.test';

/** What a bank sends in test mode stands under an id of its own, and goes to no fine. */
export const isInTestMode = (bank: string): boolean => bank.endsWith(TEST_MODE);

/** The id by which the bank calls itself, in test mode too. */
export const ownIdOf = (bank: string): string => (isInTestMode(bank) ? bank.slice(0, -TEST_MODE.length) : bank);

/** One message of one bank. References are the bank's own: two banks may use the same. */
export interface BankReference {
  /** Lower-case letters, digits, and `-` between them; `.test` at the end of what a bank sends in test mode. */
  readonly bank: string;
  readonly reference: string;
}

/**
 * Id of the stream of a reference, `<bank>-<reference>`. Whatever is no letter, digit, `.` or `_` in the reference is
 * written as `%XX`, `-` too: so the last `-` ends the bank's id, and no two references share a stream.
 */
export function paymentId({ bank, reference }: BankReference): string {
  return `${bank}-${encode(reference)}`;
}

/** Reads the stream's name that {@link paymentId} made, `payment-` in front. */
export function bankReferenceOf(stream: string): BankReference {
  const end = stream.lastIndexOf('-');
  return { bank: stream.slice('payment-'.length, end), reference: decodeURIComponent(stream.slice(end + 1)) };
}

function encode(reference: string): string {
  return [...Buffer.from(reference, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9._]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
