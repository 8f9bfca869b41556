import { canonicalJson } from '@fajiao/event-store';
import { type Instant, sha256Hex } from '@fajiao/kernel';
import { isPaymentCode } from '@fajiao/rulebook';
import { exampleFine } from '../domain/fine/example-fine';
import { fines, type FineState } from '../domain/fine/fine.state';
import { digestedFine } from '../domain/fine/fine-view';
import { type Quote, quoteOf } from '../domain/fine/quote';
import { codeFaultOf, paymentCodes } from '../domain/payment-code/payment-code';
import { type CollectionDeps, rulesOf } from './collection-deps';

/**
 * What a quote rests on. Whoever folds the stream up to `revision` comes to `stateDigest`, and by the rules of those
 * versions to the same amounts; `digest` is the SHA-256 (hex) of `line`.
 */
export interface QuoteProof {
  readonly stream: string;
  readonly revision: number;
  readonly stateDigest: string;
  readonly rulebook: { readonly profile: string; readonly version: string };
  readonly calendar: string;
  readonly line: string;
  readonly digest: string;
}

export interface ProvedQuote {
  readonly fineId: string;
  readonly quote: Quote;
  readonly proof: QuoteProof;
}

/** Answers banks and clerks who ask what is due under a code. */
export class Quotes {
  constructor(private readonly deps: CollectionDeps) {}

  /** undefined: no such code was issued. */
  async quote(code: string, at: Instant): Promise<ProvedQuote | undefined> {
    const fineId = await this.fineOf(code);
    if (fineId === undefined) return undefined;
    const { state, revision } = await this.deps.handler.load(fines, fineId);
    return this.proved(state, revision, code, at);
  }

  /** What a bank in test mode is told: under every well-formed code the same example, which no money changes. */
  quoteInTestMode(code: string, at: Instant): ProvedQuote | undefined {
    const isCode = codeFaultOf(this.deps.rulebook.profile.paymentCode, code) === 'not-issued';
    return isCode ? this.proved(exampleFine(code), 1, code, at) : undefined;
  }

  /** The fine that a code belongs to. */
  async fineOf(code: string): Promise<string | undefined> {
    if (!isPaymentCode(this.deps.rulebook.profile.paymentCode, code)) return undefined;
    return (await this.deps.handler.load(paymentCodes, code)).state?.fineId;
  }

  private proved(state: FineState, revision: number, code: string, at: Instant): ProvedQuote | undefined {
    const rules = rulesOf(this.deps);
    const quote = quoteOf(state, code, at, rules);
    const { imposed, recordedAt } = state;
    if (!quote || !imposed || !recordedAt) return undefined;
    const { fineId } = imposed;
    const stateDigest = sha256Hex(canonicalJson(digestedFine(state, recordedAt, rules)));
    return { fineId, quote, proof: this.proofOf(quote, `${fines.category}-${fineId}`, revision, stateDigest) };
  }

  private proofOf(quote: Quote, stream: string, revision: number, stateDigest: string): QuoteProof {
    const { rulebook, calendar } = this.deps;
    const rules = { profile: rulebook.profile.id, version: rulebook.version };
    const rests = { stream, revision, stateDigest, rulebook: rules, calendar: calendar.version };
    const line = quoteLine(quote, rests);
    return { ...rests, line, digest: sha256Hex(line) };
  }
}

/** One line that says the amounts and what they rest on. Amounts in fen; `-`: not known. */
export function quoteLine(
  { code, status, at, amountDueFen, fineFen, confiscatedGainsFen, surchargeFen, refundedBeyondFen }: Quote,
  { stream, revision, stateDigest, rulebook, calendar }: Omit<QuoteProof, 'line' | 'digest'>,
): string {
  const amount = (value: number | null) => (value === null ? '-' : String(value));
  return [
    ...['quote/1', `code=${code}`, `status=${status}`, `at=${at}`, `due=${amount(amountDueFen)}`],
    ...[`fine=${fineFen}`, `gains=${confiscatedGainsFen}`, `surcharge=${amount(surchargeFen)}`],
    ...[`refunded-beyond=${refundedBeyondFen}`, `stream=${stream}`, `revision=${revision}`, `state=${stateDigest}`],
    ...[`rulebook=${rulebook.profile}@${rulebook.version}`, `calendar=${calendar}`],
  ].join(' ');
}
