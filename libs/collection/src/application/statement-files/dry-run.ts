import type { Aggregate } from '@fajiao/event-store';
import { type Decision, type DomainEvent, type Fact, fen, type Fen, type Instant, sumFen } from '@fajiao/kernel';
import { isInTestMode, paymentId } from '../../domain/bank-reference';
import { overpaidShareOf } from '../../domain/fine/fine-account';
import { takeMoney } from '../../domain/fine/fine.decider';
import { fines, type FineState } from '../../domain/fine/fine.state';
import { isSumLine, linesOfSum, listSum, type SumLine } from '../../domain/payment/listed-sum';
import { listCredit, type ListedLine, listPayment, takeBack, timeOfListed } from '../../domain/payment/payment.decider';
import { payments, type PaymentState } from '../../domain/payment/payment.state';
import { isUnnamedRefund } from '../../domain/payment/report-refund';
import {
  type Because,
  type Bucket,
  BUCKETS,
  isMatched,
  judgeCredit,
  type Judged,
  judgePayment,
  judgeRefund,
  judgeReversal,
  judgeSum,
  judgeUnnamedRefund,
  type Place,
} from '../../domain/statement/bucket';
import type { BucketSum, StatementLinesReceived } from '../../domain/statement/statement';
import { isMalformed, type StatementLine } from '../../domain/statement/statement-line';
import { suspense, suspenseIdOf, type SuspenseState } from '../../domain/suspense/suspense';
import { type CollectionDeps, rulesOf } from '../collection-deps';
import type { Sender } from '../commands';
import { evidenceOf, MoneyCarrier } from '../money-carrier';
import { isRefundLine, type RefundLine, RefundLines } from '../refund-lines';

/** What would become of a file. */
export interface DryRun {
  readonly buckets: readonly BucketSum[];
  /** The first lines that somebody would have to look at. */
  readonly discrepancies: readonly Discrepancy[];
}

export interface Discrepancy {
  readonly line: number;
  readonly reference: string | null;
  readonly fen: Fen;
  readonly bucket: Bucket;
  readonly because: Because | null;
}

type File = Pick<StatementLinesReceived['data'], 'bank' | 'date'> & { readonly kind: 'statement' | 'treasury-credits' };

const SHOWN = 100;

/** Takes files down as the reconciliation does, but only in thought: it decides and folds, and appends nothing. */
export class DryRuns {
  private readonly carrier: MoneyCarrier;

  constructor(private readonly deps: CollectionDeps) {
    this.carrier = new MoneyCarrier(deps);
  }

  async of(file: File, lines: AsyncIterable<StatementLine>, { now }: Sender): Promise<DryRun> {
    const sums = new Map<Bucket, { lines: number; fen: Fen }>();
    const discrepancies: Discrepancy[] = [];
    const thought = new Thought(this.deps, this.carrier, file, now);
    for await (const line of lines) {
      const { bucket, because = null } = await thought.judge(line);
      const sum = sums.get(bucket) ?? { lines: 0, fen: fen(0) };
      sums.set(bucket, { lines: sum.lines + 1, fen: sumFen(sum.fen, line.fen) });
      if (isMatched(bucket) || discrepancies.length >= SHOWN) continue;
      const reference = isMalformed(line) ? null : line.reference;
      discrepancies.push({ line: line.line, reference, fen: line.fen, bucket, because });
    }
    const buckets = BUCKETS.flatMap((bucket) => {
      const sum = sums.get(bucket);
      return sum ? [{ bucket, ...sum }] : [];
    });
    return { buckets, discrepancies };
  }
}

/** The state of payments, fines and held money as it would be after the lines so far. */
class Thought {
  private readonly payments = new Map<string, PaymentState>();
  private readonly fines = new Map<string, FineState>();
  private readonly held = new Map<string, SuspenseState>();

  constructor(
    private readonly deps: CollectionDeps,
    private readonly carrier: MoneyCarrier,
    private readonly file: File,
    private readonly now: Instant,
  ) {}

  async judge(read: StatementLine): Promise<Judged> {
    if (isMalformed(read)) return { bucket: 'malformed', because: { field: read.malformed } };
    const { bank, date, kind } = this.file;
    const line: ListedLine = { ...read, bank, statementDate: date, at: timeOfListed(date, this.now) };
    if (isSumLine(line)) return this.judgeSum(line);
    if (isRefundLine(line) && kind === 'statement') return this.judgeRefund(line);
    const isCredit = kind === 'treasury-credits';
    const known = await this.payment(line.reference);
    const targetOf = known.reversal?.reverses ?? line.reverses;
    const isTold = known.reversal !== null && line.reverses !== undefined && known.reversal.reverses !== line.reverses;
    const target = line.fen < 0 && targetOf !== undefined && !isTold ? await this.payment(targetOf) : undefined;
    const decision = isCredit ? listCredit(known, line) : listPayment(known, line, target);
    const payment = folded(payments, known, 'events' in decision ? decision.events : [], this.now);
    this.payments.set(line.reference, payment);
    if (isCredit) return judgeCredit(line, payment);
    if (isUnnamedRefund(line, payment)) return judgeUnnamedRefund(line, payment);
    if (line.fen < 0) {
      const taken = this.takenBack(line, payment, target);
      return judgeReversal(line, payment, taken, await this.wasPaidBack(taken));
    }
    const { place, fine } = await this.place(line, payment);
    return judgePayment(line, payment, place, fine ? overpaidShareOf(fine, line, rulesOf(this.deps)) : null);
  }

  /** The payment that a reversal takes back, as it leaves it: no second line takes it back again. */
  private takenBack(
    { reference }: ListedLine,
    { reversal }: PaymentState,
    target: PaymentState | undefined,
  ): PaymentState | undefined {
    if (!reversal || !target || isInTestMode(this.file.bank)) return target;
    const decision = takeBack(target, { by: reference, fen: reversal.fen, reversedAt: reversal.reversedAt });
    const after = folded(payments, target, 'events' in decision ? decision.events : [], this.now);
    this.payments.set(reversal.reverses, after);
    return after;
  }

  private async wasPaidBack(taken: PaymentState | undefined): Promise<boolean> {
    if (!taken?.suspended) return false;
    const { suspenseId } = taken.suspended;
    const held = this.held.get(suspenseId) ?? (await this.deps.handler.load(suspense, suspenseId)).state;
    return held.paidBack !== null;
  }

  private async judgeRefund(line: RefundLine): Promise<Judged> {
    const own = await this.payment(line.reference);
    const decision = listPayment(own, line, undefined);
    const payment = folded(payments, own, 'events' in decision ? decision.events : [], this.now);
    this.payments.set(line.reference, payment);
    const fineId = await this.carrier.fineOf(line.code ?? null);
    const paidBack = await new RefundLines(this.deps).tryOut(line, own, fineId, {
      ofFine: (id, decide) => this.decided(fines, this.fines, id, decide),
      ofHeld: (id, decide) => this.decided(suspense, this.held, id, decide),
    });
    return judgeRefund(line, payment, paidBack);
  }

  private async decided<State, E extends DomainEvent, D extends Decision<E>>(
    aggregate: Aggregate<State, E>,
    thought: Map<string, State>,
    id: string,
    decide: (state: State) => D,
  ): Promise<D> {
    const before = thought.get(id) ?? (await this.deps.handler.load(aggregate, id)).state;
    const decision = decide(before);
    if ('events' in decision) thought.set(id, folded(aggregate, before, decision.events, this.now));
    return decision;
  }

  private async judgeSum(line: SumLine): Promise<Judged> {
    const { kind } = this.file;
    const known = new Map<string, PaymentState>();
    for (const reference of line.covers) known.set(reference, await this.payment(reference));
    const own = await this.payment(line.reference);
    const decision = listSum(own, line, kind, known);
    const payment = folded(payments, own, 'events' in decision ? decision.events : [], this.now);
    this.payments.set(line.reference, payment);
    const judged = judgeSum(line, payment, kind);
    if (judged.bucket === 'matched-as-sum')
      for (const { reference, fen: amount } of linesOfSum(line.bank, payment.sums[kind]))
        await this.judge({ line: line.line, reference, fen: amount });
    return judged;
  }

  private async place(
    line: ListedLine,
    payment: PaymentState,
  ): Promise<{ readonly place: Place | undefined; readonly fine?: FineState }> {
    if (payment.reversal || !payment.report || isInTestMode(line.bank)) return { place: undefined };
    const suspenseId = suspenseIdOf(line);
    const appliedTo = payment.suspended && (await this.deps.handler.load(suspense, suspenseId)).state.appliedTo;
    if (payment.suspended && appliedTo === null) return { place: { suspenseId, reason: payment.suspended.reason } };
    const fineId = appliedTo ?? (await this.carrier.fineOf(payment.report.code));
    if (fineId === undefined) return { place: { suspenseId, reason: 'unknown-code' } };
    const before = this.fines.get(fineId) ?? (await this.deps.handler.load(fines, fineId)).state;
    const decision = takeMoney(before, evidenceOf(line, payment, appliedTo !== null), rulesOf(this.deps));
    if ('refused' in decision) return { place: { suspenseId, reason: 'fine-cancelled' } };
    const fine = folded(fines, before, decision.events, this.now);
    if (payment.report.via === 'statement') this.fines.set(fineId, fine);
    return { place: { fineId }, fine };
  }

  private async payment(reference: string): Promise<PaymentState> {
    const thought = this.payments.get(reference);
    if (thought) return thought;
    return (await this.deps.handler.load(payments, paymentId({ bank: this.file.bank, reference }))).state;
  }
}

/** The state after events that are no facts. */
function folded<State, E extends DomainEvent>(
  aggregate: Aggregate<State, E>,
  state: State,
  events: readonly E[],
  now: Instant,
): State {
  const meta: Fact['meta'] = {
    ...{ context: 'collection', actor: { id: 'dry-run', roles: [] }, occurredAt: now, recordedAt: now },
    ...{ commandId: '', commandHash: '', correlationId: '', causationId: '' },
    rulebook: { profile: '', version: '' },
  };
  return events.reduce((after, event) => aggregate.evolve(after, { ...event, revision: 0, meta }), state);
}
