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
export type LineFault = 'line' | 'reference' | 'fen' | 'code' | 'reverses';

const FIELDS = ['reference', 'fen', 'code', 'reverses'];
const KEPT_CHARACTERS = 200;

/** @param given what stands in the file, whatever it is */
export function readLine(given: unknown, line: number): StatementLine {
  const malformed = faultOf(given);
  const content = isRecord(given) ? given : {};
  const amount = isAmount(content['fen']) ? fen(content['fen']) : fen(0);
  if (malformed) return { line, malformed, fen: amount, text: cut(JSON.stringify(given)) };
  const { reference, code, reverses } = content as { reference: string; code?: string; reverses?: string };
  return {
    line,
    reference,
    fen: amount,
    ...(code !== undefined && { code }),
    ...(reverses !== undefined && { reverses }),
  };
}

export const isMalformed = (line: StatementLine): line is MalformedLine => 'malformed' in line;

function faultOf(given: unknown): LineFault | undefined {
  if (!isRecord(given) || Object.keys(given).some((field) => !FIELDS.includes(field))) return 'line';
  const { reference, fen: amount, code, reverses } = given;
  if (!isReference(reference)) return 'reference';
  if (!isAmount(amount)) return 'fen';
  if (code !== undefined && !(typeof code === 'string' && CODE_FORM.test(code))) return 'code';
  if (reverses !== undefined && !(isReference(reverses) && reverses !== reference && amount < 0)) return 'reverses';
  return undefined;
}

const isReference = (value: unknown): value is string => typeof value === 'string' && isBankReference(value);

const isAmount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && value !== 0 && Math.abs(value as number) <= MOST_FEN;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const cut = (text: string): string => [...text].slice(0, KEPT_CHARACTERS).join('');
