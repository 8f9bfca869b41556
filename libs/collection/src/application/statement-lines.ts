import type { Fen, Instant } from '@fajiao/kernel';
import { type BankReference, paymentId } from '../domain/bank-reference';
import { overpaidShareOf } from '../domain/fine/fine-account';
import { fines, type FineState } from '../domain/fine/fine.state';
import { listCredit, type ListedLine, listPayment, timeOfListed } from '../domain/payment/payment.decider';
import { payments, type PaymentState } from '../domain/payment/payment.state';
import { judgeCredit, judgePayment, judgeReversal, type Place } from '../domain/statement/bucket';
import type { Outcome, StatementLinesReceived } from '../domain/statement/statement';
import { isMalformed, type StatementLine } from '../domain/statement/statement-line';
import { type CollectionDeps, rulesOf } from './collection-deps';
import type { CommandFor } from './commands';
import type { MoneyCarrier } from './money-carrier';

type File = Pick<StatementLinesReceived['data'], 'bank' | 'date' | 'kind'>;

/** A line whose reference is on record; its money is still to be carried. */
export interface Listed {
  readonly read: StatementLine;
  /** Missing: it cannot be read. */
  readonly line?: ListedLine;
  /** What was known of the reference, the line included. */
  readonly payment?: PaymentState;
  /** The payment that a reversal takes back. */
  readonly target?: string | undefined;
  /** The code that leads to the fine which the line is about, as far as one is known. */
  readonly code?: string | undefined;
}

/** A line whose money is where it belongs; its bucket is still to be told. */
export interface Taken extends Listed {
  readonly place?: Place | undefined;
  /** The fine that has the money, as it stood when it took it. */
  readonly fine?: FineState | undefined;
}

/** Takes down single lines of a bank's file, and tells their buckets. */
export class StatementLines {
  constructor(
    private readonly deps: CollectionDeps,
    private readonly carrier: MoneyCarrier,
  ) {}

  /** Notes that the reference stands on the file. It may be asked again after a crash, as all that follows. */
  async list(read: StatementLine, file: File, receivedAt: Instant, commandFor: CommandFor): Promise<Listed> {
    if (isMalformed(read)) return { read };
    const { bank, date, kind } = file;
    const line = { ...read, bank, statementDate: date, at: timeOfListed(date, receivedAt) };
    const isCredit = kind === 'treasury-credits';
    const target = line.fen < 0 && !isCredit ? await this.targetOf(line) : undefined;
    const taken = target === undefined ? undefined : await this.payment({ bank, reference: target });
    const id = paymentId(line);
    const command = ofLine(commandFor, read)(`${payments.category}-${id}`, 'listed');
    const decide = (state: PaymentState) => (isCredit ? listCredit(state, line) : listPayment(state, line, taken));
    const { state: payment } = await this.deps.handler.execute(payments, id, command, decide, { opening: true });
    return { read, line, target, payment, code: (taken ?? payment).report?.code ?? undefined };
  }

  async carry(listed: Listed, commandFor: CommandFor): Promise<Taken> {
    const { read, line, payment } = listed;
    if (!line || !payment) return listed;
    return { ...listed, ...(await this.carrier.carryKnown(line, payment, ofLine(commandFor, read))) };
  }

  /**
   * Told after everything is taken down, it is the same when a crash comes in between.
   * @param alone nothing else of the file has touched its fine
   */
  async outcomeOf(
    { read, line, place, fine, payment: known, target }: Taken,
    file: File,
    alone: boolean,
  ): Promise<Outcome> {
    const { line: number, fen } = read;
    if (isMalformed(read) || !line) {
      const because = isMalformed(read) ? { because: { field: read.malformed } } : {};
      return { ...{ line: number, reference: null, fen, fineId: null, bucket: 'malformed' }, ...because };
    }
    const { bank, reference, code } = line;
    const fineId = place && 'fineId' in place ? place.fineId : null;
    const outcome = { line: number, reference, fen, fineId };
    if (file.kind === 'treasury-credits')
      return { ...outcome, ...judgeCredit(line, known ?? (await this.payment(line))) };
    if (fen < 0) {
      const taken = target === undefined ? undefined : await this.payment({ bank, reference: target });
      return { ...outcome, ...judgeReversal(line, await this.payment(line), taken) };
    }
    const payment = alone && known ? known : await this.payment(line);
    const standing = alone ? fine : fineId === null ? undefined : await this.fine(fineId);
    const codeDiffers = code !== undefined && payment.report !== null && payment.report.code !== code;
    return {
      ...outcome,
      ...judgePayment(line, payment, place, this.overpaidFen(standing, line)),
      ...(codeDiffers && { codeDiffers }),
    };
  }

  /** What the callback of the reversal said, else what the line says; neither where they contradict each other. */
  private async targetOf({ bank, reference, reverses }: ListedLine): Promise<string | undefined> {
    const told = (await this.payment({ bank, reference })).reversal?.reverses;
    return told !== undefined && reverses !== undefined && told !== reverses ? undefined : (told ?? reverses);
  }

  private overpaidFen(fine: FineState | undefined, of: BankReference): Fen | null {
    return fine ? overpaidShareOf(fine, of, rulesOf(this.deps)) : null;
  }

  private async fine(fineId: string): Promise<FineState> {
    return (await this.deps.handler.load(fines, fineId)).state;
  }

  private async payment(of: BankReference): Promise<PaymentState> {
    return (await this.deps.handler.load(payments, paymentId(of))).state;
  }
}

/** Two lines may lead to one fine: each is a step of its own. */
const ofLine =
  (commandFor: CommandFor, { line }: StatementLine): CommandFor =>
  (stream, step = '') =>
    commandFor(stream, `line ${line} ${step}`);
