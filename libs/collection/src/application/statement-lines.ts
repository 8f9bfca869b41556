import type { Decision, Fen, Instant } from '@fajiao/kernel';
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
import type { ListKind, PaymentEvent, SumListed } from '../domain/payment/payment.events';
import { payments, type PaymentState } from '../domain/payment/payment.state';
import { isUnnamedRefund } from '../domain/payment/report-refund';
import {
  judgeCredit,
  judgePayment,
  judgeRefund,
  judgeReversal,
  judgeSum,
  judgeUnnamedRefund,
  type PaidBack,
  type Place,
} from '../domain/statement/bucket';
import type { Outcome, StatementLinesReceived } from '../domain/statement/statement';
import { isMalformed, type StatementLine } from '../domain/statement/statement-line';
import { suspense } from '../domain/suspense/suspense';
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

/** A line that is a sum, on one list. */
type SumOf = BankReference & { readonly kind: ListKind; readonly covers: readonly string[] };

type DecideSum = (state: PaymentState, known: ReadonlyMap<string, PaymentState>) => Decision<PaymentEvent>;

/** What a sum came to; the payments that have its line, where it is exact. */
interface Summed {
  readonly payment: PaymentState;
  readonly parts: readonly Listed[];
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

  private async listOne(
    received: Received,
    line: ListedLine,
    { bank, kind }: ListOf,
  ): Promise<Listed & { readonly payment: PaymentState }> {
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

  private async listAll(received: Received, line: SumLine, file: File): Promise<Listed> {
    const of: SumOf = { ...line, kind: file.kind ?? 'statement' };
    const decide: DecideSum = (state, known) => listSum(state, line, of.kind, known);
    const { payment, parts } = await this.sumUp(of, 'listed', decide, { ...received, commandFor: ofLine(received) });
    if (listedElsewhere(payment, line, of.kind)) return { ...received, line, payment, parts: [] };
    const sum = payment.sums[of.kind];
    const isOpen = sum !== undefined && !isExactSum(sum);
    return { ...received, line, payment, parts, ...(isOpen && (await this.awaitNamed(received, of))) };
  }

  /** Whoever is reported from now on finds its name; whoever was reported meanwhile is seen now. */
  private async awaitNamed(received: Received, of: SumOf): Promise<Summed> {
    const { bank, reference, kind, covers } = of;
    const commandFor = ofLine(received);
    for (const one of covers) {
      const id = paymentId({ bank, reference: one });
      const command = commandFor(`${payments.category}-${id}`, `named in ${reference}`);
      const decide = (state: PaymentState) => nameInSum(state, { kind, reference });
      await this.deps.handler.execute(payments, id, command, decide, { opening: true });
    }
    return this.completed(of, { ...received, commandFor });
  }

  /** Lines that named a payment before it was reported prove it now, where their sums come out. */
  async complete({ bank }: BankReference, { namedIn }: PaymentState, received: Omit<Received, 'read'>): Promise<void> {
    for (const { kind, reference } of namedIn) {
      const sum = (await this.payment({ bank, reference })).sums[kind];
      if (!sum) continue;
      // It may be named on both lists, even on the same line of each: other steps than those of the other list.
      const commandFor: CommandFor = (stream, step = '') => received.commandFor(stream, `${kind} ${reference} ${step}`);
      const { parts } = await this.completed({ ...sum, bank, reference }, { ...received, commandFor });
      for (const part of parts) await this.carry(part, { kind });
    }
  }

  private completed(of: SumOf, received: Omit<Received, 'read'>): Promise<Summed> {
    return this.sumUp(of, 'sum completed', (state, known) => completeSum(state, of.kind, known), received);
  }

  /**
   * What a line comes to stands under its own reference. Before that each payment takes the line, in its own stream, which
   * has room for one: so no payment ever proves two exact sums, nor a sum and a line of its own, whichever processes are
   * at it, and a crash leaves nothing that another line could take. Of two that run at once in different policies the one
   * that comes too late may keep those that it had taken by then: it differs, and somebody looks at it.
   */
  private async sumUp(of: SumOf, step: string, decide: DecideSum, received: Omit<Received, 'read'>): Promise<Summed> {
    const { bank, kind } = of;
    const known = new Map<string, PaymentState>();
    for (const reference of of.covers) known.set(reference, await this.payment({ bank, reference }));
    const before = await this.payment(of);
    const parts: Listed[] = [];
    for (const read of linesOfSum(bank, sumAfter(decide(before, known), before, kind))) {
      const part = await this.listOne({ ...received, read }, read, of);
      known.set(read.reference, part.payment);
      if (listedElsewhere(part.payment, read, kind)) break;
      parts.push(part);
    }
    const id = paymentId(of);
    const command = received.commandFor(`${payments.category}-${id}`, step);
    const now = (state: PaymentState) => decide(state, known);
    const { state: payment } = await this.deps.handler.execute(payments, id, command, now, { opening: true });
    const sum = payment.sums[kind];
    return { payment, parts: sum && isExactSum(sum) ? parts : [] };
  }

  async carry(listed: Listed, { kind = 'statement' }: Pick<ListOf, 'kind'>): Promise<Taken> {
    const { line, payment, parts } = listed;
    if (!line || !payment) return listed;
    if (parts) {
      const taken: Taken[] = [];
      for (const part of parts) taken.push(await this.carry(part, { kind }));
      return { ...listed, parts: taken };
    }
    if (kind === 'statement' && isRefundLine(line) && payment.listed && !listedElsewhere(payment, line, kind)) {
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
    // Whoever is reported meanwhile may have completed it.
    if (isSumLine(line)) return { ...outcome, ...judgeSum(line, await this.payment(line), file.kind ?? 'statement') };
    if (file.kind === 'treasury-credits')
      return { ...outcome, ...judgeCredit(line, known ?? (await this.payment(line))) };
    if (isRefundLine(line)) {
      const judged = judgeRefund(line, known ?? (await this.payment(line)), paidBack ?? {});
      return { ...outcome, ...judged, fineId: paidBack?.fineId ?? null };
    }
    if (known && isUnnamedRefund(line, known)) return { ...outcome, ...judgeUnnamedRefund(line, known) };
    if (fen < 0) {
      const taken = target === undefined ? undefined : await this.payment({ bank, reference: target });
      return { ...outcome, ...judgeReversal(line, await this.payment(line), taken, await this.wasPaidBack(taken)) };
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

  private async wasPaidBack(taken: PaymentState | undefined): Promise<boolean> {
    if (!taken?.suspended) return false;
    return (await this.deps.handler.load(suspense, taken.suspended.suspenseId)).state.paidBack !== null;
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

/** The sum as the decision leaves it. */
function sumAfter(
  decision: Decision<PaymentEvent>,
  before: PaymentState,
  kind: ListKind,
): SumListed['data'] | undefined {
  const events = 'events' in decision ? decision.events : [];
  return events.find((event) => event.type === 'SumListed')?.data ?? before.sums[kind];
}

/** Two lines may lead to one fine: each is a step of its own. */
const ofLine =
  ({ commandFor, read }: Received): CommandFor =>
  (stream, step = '') =>
    commandFor(stream, `line ${read.line} ${step}`);
