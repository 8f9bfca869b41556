import { fen, type Fen } from '@fajiao/kernel';
import { isBankReference } from '../bank-reference';

/** No payment of a fine comes near this (10 billion yuan); what is beyond it is a fault, and sums stay exact. */
export const MOST_FEN = 1_000_000_000_000;

/** A payment code as a payer may give it: right or wrong, it is money all the same. */
export const CODE_FORM = /^[\x21-\x7e]{1,64}$/;

/** What kind of line it is, as far as the line itself says. `line` counts from 1. */
export type StatementLine = ReadableLine | MalformedLine;

/** `fen` is negative for a reversal. */
export interface ReadableLine {
  readonly line: number;
  readonly reference: string;
  readonly fen: Fen;
  readonly code?: string;
  /** The payment that a reversal takes back. */
  readonly reverses?: string;
  /**
   * The refund that was paid out (退库): one of the fine of `code`, or held money where there is no code. With a positive
   * amount it came back (退汇).
   */
  readonly refunds?: string;
  /** The payments of which it is the sum, where the bank has booked several as one: at most 600 bytes as JSON. */
  readonly covers?: readonly string[];
}

/** A line that cannot be read: kept as it came, counted, and shown; it never stops the others. */
export interface MalformedLine {
  readonly line: number;
  readonly malformed: LineFault;
  /** As far as it can be read; 0 otherwise. */
  readonly fen: Fen;
  /** The line as it came, cut. */
  readonly text: string;
}

/** The field that is wrong; `line`: it is no object, or has a field that no line has. */
export type LineFault = 'line' | 'reference' | 'fen' | 'code' | 'reverses' | 'refunds' | 'covers';

const FIELDS = ['reference', 'fen', 'code', 'reverses', 'refunds', 'covers'];
const KEPT_CHARACTERS = 200;
/** Bytes as JSON: what covers more comes as a line for each payment, or as a camt entry with its transactions. */
const MOST_COVERED_BYTES = 600;

/** @param given what stands in the file, whatever it is */
export function readLine(given: unknown, line: number): StatementLine {
  const malformed = faultOf(given);
  const content = isRecord(given) ? given : {};
  const amount = isAmount(content['fen']) ? fen(content['fen']) : fen(0);
  if (malformed) return { line, malformed, fen: amount, text: cut(JSON.stringify(given)) };
  const { reference, code, reverses, refunds, covers } = content as Omit<ReadableLine, 'line' | 'fen'>;
  return {
    line,
    reference,
    fen: amount,
    ...(code !== undefined && { code }),
    ...(reverses !== undefined && { reverses }),
    ...(refunds !== undefined && { refunds }),
    ...(covers !== undefined && { covers }),
  };
}

export const isMalformed = (line: StatementLine): line is MalformedLine => 'malformed' in line;

function faultOf(given: unknown): LineFault | undefined {
  if (!isRecord(given) || Object.keys(given).some((field) => !FIELDS.includes(field))) return 'line';
  const { reference, fen: amount, code, reverses, refunds, covers } = given;
  if (!isReference(reference)) return 'reference';
  if (!isAmount(amount)) return 'fen';
  if (code !== undefined && !(typeof code === 'string' && CODE_FORM.test(code))) return 'code';
  if (reverses !== undefined && !(isReference(reverses) && reverses !== reference && amount < 0)) return 'reverses';
  if (refunds !== undefined && !(isReference(refunds) && reverses === undefined && covers === undefined))
    return 'refunds';
  if (covers !== undefined && !(isCovers(covers, reference) && amount > 0 && code === undefined)) return 'covers';
  return undefined;
}

const isReference = (value: unknown): value is string => typeof value === 'string' && isBankReference(value);

const isCovers = (value: unknown, own: string): boolean =>
  Array.isArray(value) &&
  value.length > 1 &&
  value.every((one) => isReference(one) && one !== own) &&
  new Set(value).size === value.length &&
  Buffer.byteLength(JSON.stringify(value)) <= MOST_COVERED_BYTES;

const isAmount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && value !== 0 && Math.abs(value as number) <= MOST_FEN;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const cut = (text: string): string => [...text].slice(0, KEPT_CHARACTERS).join('');
