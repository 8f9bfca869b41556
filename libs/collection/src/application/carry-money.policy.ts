import type { Policy, StreamFact } from '@fajiao/projections';
import { type BankReference, bankReferenceOf, paymentId } from '../domain/bank-reference';
import {
  type CreditListed,
  type NamedInSum,
  type PaymentConflictRecorded,
  type PaymentEvent,
  type PaymentListed,
  paymentSchemas,
  type PaymentSuspended,
  type RefundReported,
  type SumListed,
} from '../domain/payment/payment.events';
import { payments, type PaymentState } from '../domain/payment/payment.state';
import { type MoneyApplied, suspenseSchemas } from '../domain/suspense/suspense.events';
import type { CollectionDeps } from './collection-deps';
import { commandsOfPolicy } from './commands';
import { groupsBySharedKey, inLanes } from './lanes';
import { MoneyCarrier } from './money-carrier';
import { StatementLines } from './statement-lines';

/** Everything from which something new may follow for a fine. */
type News = Exclude<PaymentEvent, PaymentSuspended | PaymentConflictRecorded | RefundReported | Listed> | MoneyApplied;

/** Whoever takes down a line of a file carries what it proves. */
type Listed = PaymentListed | CreditListed | SumListed | NamedInSum;

/** Payments that are carried at the same time. */
const LANES = 10;

/** Whatever becomes known of a payment goes on to its fine, or to suspense. */
export class CarryMoneyPolicy implements Policy<News> {
  readonly name = 'carry-money';
  readonly schemas = {
    PaymentReported: paymentSchemas.PaymentReported,
    CallbackArrived: paymentSchemas.CallbackArrived,
    ReversalReported: paymentSchemas.ReversalReported,
    PaymentTakenBack: paymentSchemas.PaymentTakenBack,
    ListingCorrected: paymentSchemas.ListingCorrected,
    TreasuryCreditReported: paymentSchemas.TreasuryCreditReported,
    MoneyApplied: suspenseSchemas.MoneyApplied,
  };
  readonly startsAt = 'beginning';
  private readonly carrier: MoneyCarrier;
  private readonly lines: StatementLines;

  constructor(private readonly deps: CollectionDeps) {
    this.carrier = new MoneyCarrier(deps);
    this.lines = new StatementLines(deps, this.carrier);
  }

  async react(fact: StreamFact<News>): Promise<void> {
    await this.reactAll([fact]);
  }

  /** Payments side by side; what is told of one, in its order. Sums may share payments: they come out one after another. */
  async reactAll(facts: readonly StreamFact<News>[]): Promise<void> {
    const named = new Map<StreamFact<News>, PaymentState>();
    const groups = groupsBySharedKey(facts, ({ stream }) => [stream]);
    await inLanes(groups, LANES, async (its) => {
      for (const fact of its) {
        const payment = await this.carry(fact);
        if (fact.type === 'PaymentReported' && payment.namedIn.length > 0) named.set(fact, payment);
      }
    });
    for (const fact of facts) {
      const payment = named.get(fact);
      const commandFor = commandsOfPolicy(this.deps, this.name, fact);
      const received = { commandFor, receivedAt: fact.meta.recordedAt };
      if (payment) await this.lines.complete(referenceOf(fact), payment, received);
    }
  }

  private async carry(fact: StreamFact<News>): Promise<PaymentState> {
    const of = referenceOf(fact);
    const { state } = await this.deps.handler.load(payments, paymentId(of));
    await this.carrier.carryKnown(of, state, commandsOfPolicy(this.deps, this.name, fact));
    return state;
  }
}

function referenceOf(fact: StreamFact<News>): BankReference {
  const { bank, reference } = fact.type === 'MoneyApplied' ? fact.data : bankReferenceOf(fact.stream);
  return { bank, reference };
}
