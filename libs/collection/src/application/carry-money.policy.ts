import type { Policy, StreamFact } from '@fajiao/projections';
import { bankReferenceOf } from '../domain/bank-reference';
import {
  type CreditListed,
  type PaymentConflictRecorded,
  type PaymentEvent,
  type PaymentListed,
  paymentSchemas,
  type PaymentSuspended,
} from '../domain/payment/payment.events';
import { type MoneyApplied, suspenseSchemas } from '../domain/suspense/suspense.events';
import type { CollectionDeps } from './collection-deps';
import { commandsOfPolicy } from './commands';
import { MoneyCarrier } from './money-carrier';

/** Everything from which something new may follow for a fine. */
type News = Exclude<PaymentEvent, PaymentSuspended | PaymentConflictRecorded | Listed> | MoneyApplied;

/** Whoever takes down a line of a file carries what it proves. */
type Listed = PaymentListed | CreditListed;

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

  constructor(private readonly deps: CollectionDeps) {
    this.carrier = new MoneyCarrier(deps);
  }

  async react(fact: StreamFact<News>): Promise<void> {
    const of = fact.type === 'MoneyApplied' ? fact.data : bankReferenceOf(fact.stream);
    await this.carrier.carry(of, commandsOfPolicy(this.deps, this.name, fact));
  }
}
