import type { Policy, StreamFact } from '@fajiao/projections';
import { bankReferenceOf } from '../domain/bank-reference';
import { paymentSchemas } from '../domain/payment/payment.events';
import type { PaymentEvent } from '../domain/payment/payment.events';
import { type MoneyApplied, suspense } from '../domain/suspense/suspense';
import type { CollectionDeps } from './collection-deps';
import { commandsOfPolicy } from './commands';
import { MoneyCarrier } from './money-carrier';

/** Whatever becomes known of a payment goes on to its fine, or to suspense. */
export class CarryMoneyPolicy implements Policy<PaymentEvent | MoneyApplied> {
  readonly name = 'carry-money';
  readonly schemas = { ...paymentSchemas, MoneyApplied: suspense.schemas.MoneyApplied };
  readonly startsAt = 'beginning';
  private readonly carrier: MoneyCarrier;

  constructor(private readonly deps: CollectionDeps) {
    this.carrier = new MoneyCarrier(deps);
  }

  async react(fact: StreamFact<PaymentEvent | MoneyApplied>): Promise<void> {
    const { bank, reference } = fact.type === 'MoneyApplied' ? fact.data : bankReferenceOf(fact.stream);
    await this.carrier.carry({ bank, reference }, commandsOfPolicy(this.deps, this.name, fact));
  }
}
