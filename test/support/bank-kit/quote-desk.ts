import { createHash, randomInt } from 'node:crypto';
import { checkDigit11_10 } from '@fajiao/kernel';
import type { Json, JsonObject } from '../case-history/format';
import { fenOf, proofLine } from './quote-check';

/** What is wrong with a quote that the desk gives out; a bank must take no money on such a quote. */
const SEEDED = [
  'as it should be',
  'settled: nothing is due',
  'of another code',
  'its parts are not the amount due',
  'the digest is not that of the proof line',
  'no such code',
] as const;
type Seeded = (typeof SEEDED)[number];

const yuan = (fen: number) => ({ currency: 'CNY', fen });

/** Codes to ask about, and whether the money that an adapter then reports is what was quoted. */
export class QuoteDesk {
  readonly codes: ReadonlyMap<string, Seeded>;
  private readonly asked = new Set<string>();
  private readonly paid = new Map<string, number[]>();

  /** @param example a code of the document; others are formed after it */
  constructor(example: string) {
    const stem = example.slice(0, -7);
    const first = randomInt(900_000 - SEEDED.length) + 100_000;
    this.codes = new Map(
      SEEDED.map((seeded, i) => [`${stem}${first + i}${checkDigit11_10(`${stem}${first + i}`)}`, seeded]),
    );
  }

  answer(code: string): { readonly status: number; readonly body: Json } {
    const seeded = this.codes.get(code);
    if (seeded === undefined || seeded === 'no such code')
      return { status: 404, body: { code: 'payment-code.not-found' } };
    this.asked.add(code);
    return { status: 200, body: quoteOf(code, seeded) };
  }

  /** A payment that the adapter reports. */
  take(code: string, fen: number): void {
    this.paid.set(code, [...(this.paid.get(code) ?? []), fen]);
  }

  /** In words; nothing where the adapter asked for nothing. */
  faults(): string[] {
    if (this.asked.size === 0) return [];
    return [...this.codes].flatMap(([code, seeded]) => {
      const paid = this.paid.get(code) ?? [];
      if (seeded !== 'as it should be')
        return paid.length === 0 ? [] : [`${code}: money was taken on a quote that was not right (${seeded})`];
      const due = fenOf(quoteOf(code, seeded)['amountDue']);
      return paid.length === 1 && paid[0] === due
        ? []
        : [`${code}: one payment of ${due} fen was due by the quote, told were ${JSON.stringify(paid)}`];
    });
  }
}

function quoteOf(code: string, seeded: Seeded): JsonObject {
  const at = new Date();
  const isSettled = seeded === 'settled: nothing is due';
  const fine = isSettled ? 0 : 500_000;
  const midnight = Math.floor(at.getTime() / 86_400_000 + 1 / 3) + 1 - 1 / 3;
  const quote = {
    code: seeded === 'of another code' ? `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}` : code,
    fineId: '0b2f4a5e-7b1c-5d3e-9f00-000000000001',
    of: 'whole',
    instalment: null,
    status: isSettled ? 'settled' : 'open',
    at: at.toISOString(),
    holdsUntil: new Date(Math.round(midnight * 86_400_000)).toISOString(),
    amountDue: yuan(seeded === 'its parts are not the amount due' ? fine - 100_000 : fine),
    fine: yuan(fine),
    confiscatedGains: yuan(0),
    surcharge: yuan(0),
    refundedBeyond: yuan(0),
    surchargeDays: [],
  };
  const rests = {
    stream: `fine-${quote.fineId}`,
    revision: 1,
    stateDigest: sha256('example'),
    rulebook: { profile: 'example', version: '1' },
    calendar: sha256('calendar'),
  };
  const line = proofLine(quote, rests);
  const digest = sha256(seeded === 'the digest is not that of the proof line' ? `${line} ` : line);
  return { ...quote, proof: { ...rests, line, digest } };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
