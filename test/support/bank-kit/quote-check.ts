import { createHash } from 'node:crypto';
import { type Json, type JsonObject, textOf } from '../case-history/format';

const SHANGHAI_MILLIS = 8 * 3_600_000;
const DAY_MILLIS = 86_400_000;
const PARTS = ['fine', 'confiscatedGains', 'surcharge', 'refundedBeyond'];

/**
 * What does not hold together in a quote, in words: a bank that takes money on it should look for the same. Amounts are in
 * fen. Whoever has the events besides can recompute `stateDigest` as well; the audit side offers them.
 * @param code the code that was asked for
 */
export function quoteFaults(quote: JsonObject, code: string): string[] {
  const proof = (quote['proof'] ?? {}) as JsonObject;
  const parts = PARTS.map((name) => fenOf(quote[name]));
  const due = fenOf(quote['amountDue']);
  const days = Array.isArray(quote['surchargeDays']) ? (quote['surchargeDays'] as JsonObject[]) : [];
  const arisen = days.map((day) => fenOf(day['arisen']));
  const line = textOf(proof['line']);
  const ended = ['cancelled', 'written-off', 'replaced'].includes(textOf(quote['status']));
  const whether: readonly (readonly [boolean, string])[] = [
    [quote['code'] === code, 'it is of another code than was asked for'],
    [parts.reduce((sum, part) => sum + part, 0) === due, 'its parts are not the amount due'],
    [!ended || due === 0, `${textOf(quote['status'])}, and yet something is due`],
    [(parts[2] ?? 0) <= (arisen.at(-1) ?? 0), 'more surcharge is due than its days come to'],
    [arisen.every((fen, i) => fen >= (arisen[i - 1] ?? 0)), 'its surcharge falls from one day to the next'],
    [quote['holdsUntil'] === endOfDay(textOf(quote['at'])), 'it does not hold until the Shanghai day ends'],
    [line === proofLine(quote, proof), 'the proof line does not say what the quote says'],
    [createHash('sha256').update(line).digest('hex') === proof['digest'], 'the digest is not that of the proof line'],
  ];
  return whether.flatMap(([holds, fault]) => (holds ? [] : [fault]));
}

/** The proof line as the quote's own fields have it. */
export function proofLine(quote: JsonObject, proof: JsonObject): string {
  const { profile, version } = (proof['rulebook'] ?? {}) as JsonObject;
  const [due, fine, gains, surcharge, refunded] = ['amountDue', ...PARTS].map((name) => fenOf(quote[name]));
  return [
    `quote/1 code=${textOf(quote['code'])} status=${textOf(quote['status'])} at=${textOf(quote['at'])} due=${due}`,
    `fine=${fine} gains=${gains} surcharge=${surcharge} refunded-beyond=${refunded}`,
    `stream=${textOf(proof['stream'])} revision=${textOf(proof['revision'])} state=${textOf(proof['stateDigest'])}`,
    `rulebook=${textOf(profile)}@${textOf(version)} calendar=${textOf(proof['calendar'])}`,
  ].join(' ');
}

export const fenOf = (money: Json | undefined): number => Number((money as JsonObject | undefined)?.['fen']);

function endOfDay(at: string): string {
  const local = Date.parse(at) + SHANGHAI_MILLIS;
  return new Date((Math.floor(local / DAY_MILLIS) + 1) * DAY_MILLIS - SHANGHAI_MILLIS).toISOString();
}
