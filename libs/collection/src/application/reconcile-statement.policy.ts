import type { Policy, StreamFact } from '@fajiao/projections';
import { paymentId } from '../domain/bank-reference';
import { type ListedLine, listPayment } from '../domain/payment/payment.decider';
import { payments, type PaymentState } from '../domain/payment/payment.state';
import { type Bucket, bucketOfPayment, bucketOfReversal } from '../domain/statement/bucket';
import {
  type Outcome,
  OUTCOMES_AN_APPEND,
  sortLines,
  statementIdOf,
  type StatementLinesReceived,
  statements,
  statementSchemas,
  type StatementState,
} from '../domain/statement/statement';
import { isMalformed, type StatementLine } from '../domain/statement/statement-line';
import type { CollectionDeps } from './collection-deps';
import { type CommandFor, commandsOfPolicy } from './commands';
import { MoneyCarrier } from './money-carrier';

/**
 * Puts each line of a bank's statement into its bucket, and its money where it belongs. Lines that have their bucket are
 * passed over, so that it goes on after a crash where it was, and a statement that is read again changes nothing.
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
    const { bank, date, lines } = fact.data;
    const id = statementIdOf(bank, date);
    const commandFor = commandsOfPolicy(this.deps, this.name, fact);
    const { sorted } = (await this.deps.handler.load(statements, id)).state;
    const open = lines.filter(({ line }) => line > sorted);
    for (let from = 0; from < open.length; from += OUTCOMES_AN_APPEND) {
      const outcomes: Outcome[] = [];
      for (const line of open.slice(from, from + OUTCOMES_AN_APPEND))
        outcomes.push(await this.outcomeOf(line, bank, date, commandFor));
      const command = commandFor(fact.stream, `lines from ${outcomes[0]?.line}`);
      const decide = (state: StatementState) => sortLines(state, outcomes);
      await this.deps.handler.execute(statements, id, command, decide);
    }
  }

  private async outcomeOf(
    read: StatementLine,
    bank: string,
    statementDate: ListedLine['statementDate'],
    commandFor: CommandFor,
  ): Promise<Outcome> {
    const { line, fen } = read;
    if (isMalformed(read)) return { line, reference: null, fen, bucket: 'malformed', fineId: null };
    const listed = { ...read, bank, statementDate };
    // Two lines may lead to one fine: each is a step of its own.
    const ofLine: CommandFor = (stream, step = '') => commandFor(stream, `line ${line} ${step}`);
    const found = fen > 0 ? await this.takeIn(listed, ofLine) : await this.takeBack(listed, ofLine);
    return { line, reference: read.reference, fen, ...found };
  }

  private async takeIn(line: ListedLine, commandFor: CommandFor): Promise<Pick<Outcome, 'bucket' | 'fineId' | 'codeDiffers'>> {
    const payment = await this.list(line, undefined, commandFor);
    const place = await this.carrier.carry(line, commandFor);
    const fineId = place && 'fineId' in place ? place.fineId : null;
    const codeDiffers = line.code !== undefined && payment.report !== null && payment.report.code !== line.code;
    return { bucket: bucketOfPayment(line, payment, place), fineId, ...(codeDiffers && { codeDiffers }) };
  }

  private async takeBack(line: ListedLine, commandFor: CommandFor): Promise<{ bucket: Bucket; fineId: string | null }> {
    const told = (await this.payment(line.bank, line.reference)).reversal?.reverses;
    const contradicts = told !== undefined && line.reverses !== undefined && told !== line.reverses;
    const reverses = contradicts ? undefined : (told ?? line.reverses);
    const target = reverses === undefined ? undefined : await this.payment(line.bank, reverses);
    const own = await this.list(line, target, commandFor);
    const bucket = bucketOfReversal(line, own, target);
    const place = await this.carrier.carry(line, commandFor);
    return { bucket, fineId: place && 'fineId' in place ? place.fineId : null };
  }

  private async list(line: ListedLine, target: PaymentState | undefined, commandFor: CommandFor): Promise<PaymentState> {
    const id = paymentId(line);
    const command = commandFor(`${payments.category}-${id}`, 'listed');
    const decide = (state: PaymentState) => listPayment(state, line, target);
    return (await this.deps.handler.execute(payments, id, command, decide, { opening: true })).state;
  }

  private async payment(bank: string, reference: string): Promise<PaymentState> {
    return (await this.deps.handler.load(payments, paymentId({ bank, reference }))).state;
  }
}
