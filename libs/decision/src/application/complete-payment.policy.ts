import { publishedByCollection, type FineClosable, type FineReopened } from '@fajiao/contracts';
import { PolicyRefused, type Policy, type StreamFact } from '@fajiao/projections';
import { completePayment, reopenPayment } from '../domain/effects';
import { cases } from '../domain/evolve';
import { commandOfPolicy } from './commands';
import type { DecisionDeps } from './decision-deps';

type Paid = FineClosable | FineReopened;

/** Brings into the case what the collecting side says of the payment of its fine: proved, or taken back by a bank. */
export class CompletePayment implements Policy<Paid> {
  readonly name = 'complete-payment';
  readonly schemas = {
    FineClosable: publishedByCollection.FineClosable,
    FineReopened: publishedByCollection.FineReopened,
  };
  readonly startsAt = 'beginning';

  constructor(private readonly deps: DecisionDeps) {}

  async react(fact: StreamFact<Paid>): Promise<void> {
    const command = commandOfPolicy(this.deps, this.name, fact);
    const outcome = await this.deps.handler.execute(cases, fact.data.caseId, command, (state) =>
      fact.type === 'FineClosable' ? completePayment(state, fact.data) : reopenPayment(state, fact.data),
    );
    if (!outcome.done) throw new PolicyRefused(outcome.grounds);
  }
}
