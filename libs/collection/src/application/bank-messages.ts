import { canonicalJson, type JsonObject } from '@fajiao/event-store';
import {
  type CivilDate,
  civilDateOf,
  type Decision,
  fen,
  type Fen,
  type Instant,
  sha256Hex,
  sumFen,
} from '@fajiao/kernel';
import { type BankReference, paymentId } from '../domain/bank-reference';
import { isInFuture, reportPayment, reportReversal, reportTreasuryCredit } from '../domain/payment/payment.decider';
import type { PaymentEvent } from '../domain/payment/payment.events';
import { payments, type PaymentState } from '../domain/payment/payment.state';
import type { StatementState } from '../domain/statement/statement';
import { readLine } from '../domain/statement/statement-line';
import type { CollectionDeps } from './collection-deps';
import { commandOfMessage, type Sender } from './commands';
import { doneOf, type Receipt } from './receipt';
import { StatementIntake } from './statement-intake';

export interface PaymentMessage extends BankReference {
  readonly code: string;
  readonly fen: Fen;
  readonly paidAt: Instant;
}

export interface ReversalMessage extends BankReference {
  readonly reverses: string;
  readonly fen: Fen;
  readonly reversedAt: Instant | undefined;
}

export interface TreasuryCreditMessage extends BankReference {
  readonly fen: Fen;
  readonly creditedAt: Instant | undefined;
}

export interface StatementMessage {
  readonly bank: string;
  readonly date: CivilDate;
  /** Whatever stands in the file; each line is read on its own. */
  readonly lines: readonly unknown[];
}

/** Takes down what banks say. The receipt is the event: nothing else has to happen before a bank is answered. */
export class BankMessages {
  constructor(private readonly deps: CollectionDeps) {}

  /** A payment was made (缴款). Whatever its code leads to, it is money. */
  async payment(message: PaymentMessage, sender: Sender): Promise<Receipt<PaymentState>> {
    if (isInFuture(message.paidAt, sender.now)) return { outcome: 'in-future' };
    const occurredAt = earlier(message.paidAt, sender.now);
    return this.receive('payment', message, occurredAt, sender, (state) => reportPayment(state, message));
  }

  /** A payment was taken back (冲正). */
  async reversal(message: ReversalMessage, sender: Sender): Promise<Receipt<PaymentState>> {
    const { bank, reverses, reversedAt = sender.now } = message;
    if (isInFuture(reversedAt, sender.now)) return { outcome: 'in-future' };
    const target = await this.read({ bank, reference: reverses });
    const occurredAt = earlier(reversedAt, sender.now);
    return this.receive('reversal', message, occurredAt, sender, (state) =>
      reportReversal(state, { ...message, receivedAt: sender.now }, target),
    );
  }

  /** The money of a payment has reached the treasury (国库入账). */
  async treasuryCredit(message: TreasuryCreditMessage, sender: Sender): Promise<Receipt<PaymentState>> {
    const { creditedAt = sender.now } = message;
    if (isInFuture(creditedAt, sender.now)) return { outcome: 'in-future' };
    const occurredAt = earlier(creditedAt, sender.now);
    return this.receive('treasury-credit', message, occurredAt, sender, (state) =>
      reportTreasuryCredit(state, { ...message, receivedAt: sender.now }),
    );
  }

  /** The statement of a day (对账单); it is kept whole before the bank is answered, and reconciled afterwards. */
  async statement(message: StatementMessage, sender: Sender): Promise<Receipt<StatementState>> {
    const { bank, date } = message;
    if (date > civilDateOf(sender.now)) return { outcome: 'in-future' };
    const contentHash = sha256Hex(canonicalJson({ lines: message.lines }));
    const lines = message.lines.map((line, index) => readLine(line, index + 1));
    const linesFen = lines.reduce((sum, line) => sumFen(sum, line.fen), fen(0));
    const intake = new StatementIntake(this.deps, { bank, date, lines: lines.length, linesFen, contentHash }, sender);
    return intake.takeIn(lines);
  }

  /** All that is known of a reference; nothing has been said of it when everything is null. */
  async read(of: BankReference): Promise<PaymentState> {
    return (await this.deps.handler.load(payments, paymentId(of))).state;
  }

  private async receive(
    kind: string,
    message: BankReference,
    occurredAt: Instant,
    sender: Sender,
    decide: (state: PaymentState) => Decision<PaymentEvent>,
  ): Promise<Receipt<PaymentState>> {
    const command = commandOfMessage(this.deps, sender, { kind, content: contentOf(message), occurredAt });
    const id = paymentId(message);
    // A payment or a reversal brings a reference of its own; a credit speaks of one that is known.
    const guard = { opening: true, likelyNew: kind !== 'treasury-credit' };
    const done = doneOf(await this.deps.handler.execute(payments, id, command, decide, guard));
    const { position } = done;
    const conflict = done.facts.some(({ type }) => type === 'PaymentConflictRecorded');
    return conflict ? { outcome: 'conflict', position } : { outcome: 'accepted', state: done.state, position };
  }
}

/** Only what the message says: a time that it leaves out is no part of it. */
function contentOf(message: object): JsonObject {
  return Object.fromEntries(Object.entries(message).filter(([, value]) => value !== undefined));
}

function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
