import type { Fact, Fen } from '@fajiao/kernel';
import type { Policy, StreamFact } from '@fajiao/projections';
import { type BankReference, paymentId } from '../domain/bank-reference';
import { overpaidShareOf } from '../domain/fine/fine-account';
import { fines } from '../domain/fine/fine.state';
import { type ListedLine, listPayment, timeOfListed } from '../domain/payment/payment.decider';
import { payments, type PaymentState } from '../domain/payment/payment.state';
import { bucketOfPayment, bucketOfReversal, type Place } from '../domain/statement/bucket';
import {
  type Outcome,
  OUTCOMES_AN_APPEND,
  sortLines,
  statementIdOf,
  type StatementLinesReceived,
  statements,
  statementSchemas,
} from '../domain/statement/statement';
import { isMalformed, type StatementLine } from '../domain/statement/statement-line';
import { type CollectionDeps, rulesOf } from './collection-deps';
import { type CommandFor, commandsOfPolicy } from './commands';
import { MoneyCarrier } from './money-carrier';

/** A line that has been taken down: its money is where it belongs, its bucket is still to be told. */
interface Taken {
  readonly read: StatementLine;
  /** Missing: it cannot be read. */
  readonly line?: ListedLine;
  readonly place?: Place | undefined;
  /** The payment that a reversal takes back. */
  readonly target?: string | undefined;
}

/**
 * Takes down the lines of a bank's statement, and then tells the bucket of each. Told after everything is taken down, a
 * bucket is the same when a crash comes in between. Lines that have their bucket are passed over: a statement that is
 * read again changes nothing.
 */
export class ReconcileStatementPolicy implements Policy<StatementLinesReceived> {
  readonly name = 'reconcile-statement';
  readonly schemas = { StatementLinesReceived: statementSchemas.StatementLinesReceived };
  readonly startsAt = 'beginning';
  private readonly carrier: MoneyCarrier;

  constructor(private readonly deps: CollectionDeps) {
    this.carrier = new MoneyCarrier(deps);
  }

  async react(fact: StreamFact<StatementLinesReceived>): Promise<void> {
    const { bank, date } = fact.data;
    const id = statementIdOf(bank, date);
    const commandFor = commandsOfPolicy(this.deps, this.name, fact);
    const { sorted } = (await this.deps.handler.load(statements, id)).state;
    const open = fact.data.lines.filter(({ line }) => line > sorted);
    const taken: Taken[] = [];
    for (const line of open) taken.push(await this.take(line, fact, commandFor));
    for (let from = 0; from < taken.length; from += OUTCOMES_AN_APPEND) {
      const outcomes: Outcome[] = [];
      for (const one of taken.slice(from, from + OUTCOMES_AN_APPEND)) outcomes.push(await this.outcomeOf(one));
      const command = commandFor(fact.stream, `lines from ${outcomes[0]?.line}`);
      await this.deps.handler.execute(statements, id, command, (state) => sortLines(state, outcomes));
    }
  }

  private async take(
    read: StatementLine,
    { data: { bank, date }, meta }: StatementLinesReceived & Pick<Fact, 'meta'>,
    commandFor: CommandFor,
  ): Promise<Taken> {
    if (isMalformed(read)) return { read };
    const line = { ...read, bank, statementDate: date, at: timeOfListed(date, meta.recordedAt) };
    // Two lines may lead to one fine: each is a step of its own.
    const ofLine: CommandFor = (stream, step = '') => commandFor(stream, `line ${read.line} ${step}`);
    const target = line.fen < 0 ? await this.targetOf(line) : undefined;
    await this.list(line, target, ofLine);
    return { read, line, target, place: await this.carrier.carry(line, ofLine) };
  }

  /** What the callback of the reversal said, else what the line says; neither where they contradict each other. */
  private async targetOf({ bank, reference, reverses }: ListedLine): Promise<string | undefined> {
    const told = (await this.payment({ bank, reference })).reversal?.reverses;
    return told !== undefined && reverses !== undefined && told !== reverses ? undefined : (told ?? reverses);
  }

  private async list(line: ListedLine, target: string | undefined, commandFor: CommandFor): Promise<void> {
    const id = paymentId(line);
    const taken = target === undefined ? undefined : await this.payment({ bank: line.bank, reference: target });
    const command = commandFor(`${payments.category}-${id}`, 'listed');
    await this.deps.handler.execute(payments, id, command, (state) => listPayment(state, line, taken), {
      opening: true,
    });
  }

  private async outcomeOf({ read, line, place, target }: Taken): Promise<Outcome> {
    const { line: number, fen } = read;
    if (!line) return { line: number, reference: null, fen, bucket: 'malformed', fineId: null };
    const { bank, reference, code } = line;
    const payment = await this.payment(line);
    const fineId = place && 'fineId' in place ? place.fineId : null;
    const outcome = { line: number, reference, fen, fineId };
    if (fen < 0) {
      const taken = target === undefined ? undefined : await this.payment({ bank, reference: target });
      return { ...outcome, bucket: bucketOfReversal(line, payment, taken) };
    }
    const bucket = bucketOfPayment(line, payment, place, await this.overpaidFen(fineId, line));
    const codeDiffers = code !== undefined && payment.report !== null && payment.report.code !== code;
    return { ...outcome, bucket, ...(codeDiffers && { codeDiffers }) };
  }

  private async overpaidFen(fineId: string | null, of: BankReference): Promise<Fen | null> {
    if (fineId === null) return null;
    const { state } = await this.deps.handler.load(fines, fineId);
    return overpaidShareOf(state, of, rulesOf(this.deps));
  }

  private async payment(of: BankReference): Promise<PaymentState> {
    return (await this.deps.handler.load(payments, paymentId(of))).state;
  }
}
