import { publishedByCollection, type PublishedByCollection } from '@fajiao/contracts';
import { PolicyRefused, type Policy, type StreamFact } from '@fajiao/projections';
import type { Decision } from '@fajiao/kernel';
import type { CaseState } from '../domain/case-state';
import { completePayment, reopenPayment, writeOffPayment } from '../domain/effects';
import type { CaseEvent } from '../domain/events';
import { cases } from '../domain/evolve';
import { commandOfPolicy } from './commands';
import type { DecisionDeps } from './decision-deps';

/** Brings into the case what the collecting side says of its fine: paid and proved, taken back by a bank, or written off. */
export class CompletePayment implements Policy<PublishedByCollection> {
  readonly name = 'complete-payment';
  readonly schemas = publishedByCollection;
  readonly startsAt = 'beginning';

  constructor(private readonly deps: DecisionDeps) {}

  async react(fact: StreamFact<PublishedByCollection>): Promise<void> {
    const command = commandOfPolicy(this.deps, this.name, fact);
    const outcome = await this.deps.handler.execute(cases, fact.data.caseId, command, (state) => said(fact, state));
    if (!outcome.done) throw new PolicyRefused(outcome.grounds);
  }
}

function said(fact: PublishedByCollection, state: CaseState): Decision<CaseEvent> {
  switch (fact.type) {
    case 'FineClosable':
      return completePayment(state, fact.data);
    case 'FineReopened':
      return reopenPayment(state, fact.data);
    case 'FineWrittenOff':
      return writeOffPayment(state, fact.data);
  }
}
