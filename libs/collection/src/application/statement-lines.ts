import type { Fen, Instant } from '@fajiao/kernel';
import { type BankReference, paymentId } from '../domain/bank-reference';
import { overpaidShareOf } from '../domain/fine/fine-account';
import { fines, type FineState } from '../domain/fine/fine.state';
import {
  completeSum,
  isExactSum,
  isSumLine,
  linesOfSum,
  listSum,
  nameInSum,
  type SumLine,
} from '../domain/payment/listed-sum';
import {
  listCredit,
  listedElsewhere,
  type ListedLine,
  listPayment,
  timeOfListed,
} from '../domain/payment/payment.decider';
import type { ListKind } from '../domain/payment/payment.events';
import { payments, type PaymentState } from '../domain/payment/payment.state';
import {
  judgeCredit,
  judgePayment,
  judgeRefund,
  judgeReversal,
  judgeSum,
  type PaidBack,
  type Place,
} from '../domain/statement/bucket';
import type { Outcome, StatementLinesReceived } from '../domain/statement/statement';
import { isMalformed, type StatementLine } from '../domain/statement/statement-line';
import { type CollectionDeps, rulesOf } from './collection-deps';
import { isRefundLine, RefundLines } from './refund-lines';
import type { CommandFor } from './commands';
import type { MoneyCarrier } from './money-carrier';

type File = Pick<StatementLinesReceived['data'], 'bank' | 'date' | 'kind'>;

/** Whose list it is, and of what. */
interface ListOf {
  readonly bank: string;
  readonly kind?: ListKind | undefined;
}

/** A line as it came, with what names the commands that it leads to. */
export interface Received {
  readonly read: StatementLine;
  readonly receivedAt: Instant;
  readonly commandFor: CommandFor;
}

/** A line whose reference is on record; its money is still to be carried. */
export interface Listed extends Received {
  /** Missing: it cannot be read. */
  readonly line?: ListedLine;
  /** What was known of the reference, the line included. */
  readonly payment?: PaymentState;
  /** The payment that a reversal takes back. */
  readonly target?: string | undefined;
  /** The code that leads to the fine which the line is about, as far as one is known. */
  readonly code?: string | undefined;
  /** The payments that it proves as their sum. */
  readonly parts?: readonly Listed[];
}

/** A line whose money is where it belongs; its bucket is still to be told. */
export interface Taken extends Listed {
  readonly place?: Place | undefined;
  /** The fine that has the money, as it stood when it took it. */
  readonly fine?: FineState | undefined;
  readonly parts?: readonly Taken[];
  /** Of a line that names a refund. */
  readonly paidBack?: PaidBack;
}

/** Takes down single lines of a bank's file, and tells their buckets. */
export class StatementLines {
  private readonly refunds: RefundLines;

  constructor(
    private readonly deps: CollectionDeps,
    private readonly carrier: MoneyCarrier,
  ) {
    this.refunds = new RefundLines(deps);
  }

  /** Notes that the reference stands on the file. It may be asked again after a crash, as all that follows. */
  async list(received: Received, file: File): Promise<Listed> {
    const { read, receivedAt } = received;
    if (isMalformed(read)) return received;
    const { bank, date } = file;
    const line: ListedLine = { ...read, bank, statementDate: date, at: timeOfListed(date, receivedAt) };
    return isSumLine(line) ? this.listAll(received, line, file) : this.listOne(received, line, file);
  }

  private async listOne(received: Received, line: ListedLine, { bank, kind }: ListOf): Promise<Listed> {
    const isCredit = kind === 'treasury-credits';
    const target = line.fen < 0 && !isCredit ? await this.targetOf(line) : undefined;
    const taken = target === undefined ? undefined : await this.payment({ bank, reference: target });
    const id = paymentId(line);
    const command = ofLine(received)(`${payments.category}-${id}`, 'listed');
    const decide = (state: PaymentState) => (isCredit ? listCredit(state, line) : listPayment(state, line, taken));
    const { state: payment } = await this.deps.handler.execute(payments, id, command, decide, { opening: true });
    return {
      ...received,
      line,
      target,
      payment,
      code: isRefundLine(line) ? line.code : ((taken ?? payment).report?.code ?? undefined),
    };
  }

  /** What it comes to is decided under the line's own reference; its payments follow from that. */
  private async listAll(received: Received, line: SumLine, file: File): Promise<Listed> {
    const { bank, kind = 'statement' } = file;
    const known = await this.named(line);
    const command = ofLine(received)(`${payments.category}-${paymentId(line)}`, 'listed');
    const decide = (state: PaymentState) => listSum(state, line, kind, known);
    const { state } = await this.deps.handler.execute(payments, paymentId(line), command, decide, { opening: true });
    if (listedElsewhere(state, line, kind)) return { ...received, line, payment: state, parts: [] };
    const sum = state.sums[kind];
    const payment = sum && !isExactSum(sum) ? await this.awaitNamed(received, line, kind) : state;
    const parts: Listed[] = [];
    for (const part of linesOfSum(bank, payment.sums[kind])) parts.push(await this.listOne(received, part, file));
    return { ...received, line, payment, parts };
  }

  /** Whoever is reported from now on finds its name; whoever was reported meanwhile is seen now. */
  private async awaitNamed(received: Received, line: SumLine, kind: ListKind): Promise<PaymentState> {
    const { bank, reference } = line;
    for (const one of line.covers) {
      const id = paymentId({ bank, reference: one });
      const command = ofLine(received)(`${payments.category}-${id}`, `named in ${reference}`);
      const decide = (state: PaymentState) => nameInSum(state, { kind, reference });
      await this.deps.handler.execute(payments, id, command, decide, { opening: true });
    }
    return this.completed(line, kind, ofLine(received));
  }

  /** Lines that named a payment before it was reported prove it now, where their sums come out. */
  async complete({ bank }: BankReference, { namedIn }: PaymentState, received: Omit<Received, 'read'>): Promise<void> {
    for (const { kind, reference } of namedIn) {
      const { sums } = await this.completed({ bank, reference }, kind, received.commandFor);
      for (const part of linesOfSum(bank, sums[kind]))
        await this.carry(await this.listOne({ ...received, read: part }, part, { bank, kind }));
    }
  }

  private async completed(of: BankReference, kind: ListKind, commandFor: CommandFor): Promise<PaymentState> {
    const before = await this.payment(of);
    const known = await this.named({ bank: of.bank, covers: before.sums[kind]?.covers ?? [] });
    const command = commandFor(`${payments.category}-${paymentId(of)}`, 'sum completed');
    const decide = (state: PaymentState) => completeSum(state, kind, known);
    return before.sums[kind]
      ? (await this.deps.handler.execute(payments, paymentId(of), command, decide)).state
      : before;
  }

  private async named({ bank, covers }: Pick<SumLine, 'bank' | 'covers'>): Promise<Map<string, PaymentState>> {
    const known = new Map<string, PaymentState>();
    for (const reference of covers) known.set(reference, await this.payment({ bank, reference }));
    return known;
  }

  async carry(listed: Listed): Promise<Taken> {
    const { line, payment, parts } = listed;
    if (!line || !payment) return listed;
    if (parts) {
      const taken: Taken[] = [];
      for (const part of parts) taken.push(await this.carry(part));
      return { ...listed, parts: taken };
    }
    if (isRefundLine(line) && payment.listed && !listedElsewhere(payment, line, 'statement')) {
      const fineId = await this.carrier.fineOf(line.code ?? null);
      return { ...listed, paidBack: await this.refunds.pay(line, payment, fineId, ofLine(listed)) };
    }
    return { ...listed, ...(await this.carrier.carryKnown(line, payment, ofLine(listed))) };
  }

  /**
   * Told after everything is taken down, it is the same when a crash comes in between.
   * @param alone nothing else of the file has touched its fine
   */
  async outcomeOf(
    { read, line, place, fine, payment: known, target, paidBack }: Taken,
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
    if (isSumLine(line))
      return { ...outcome, ...judgeSum(line, known ?? (await this.payment(line)), file.kind ?? 'statement') };
    if (file.kind === 'treasury-credits')
      return { ...outcome, ...judgeCredit(line, known ?? (await this.payment(line))) };
    if (isRefundLine(line)) {
      const judged = judgeRefund(line, known ?? (await this.payment(line)), paidBack ?? {});
      return { ...outcome, ...judged, fineId: paidBack?.fineId ?? null };
    }
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
  ({ commandFor, read }: Received): CommandFor =>
  (stream, step = '') =>
    commandFor(stream, `line ${read.line} ${step}`);
