import { publishedByCollection, type FineWrittenOff } from '@fajiao/contracts';
import { PolicyRefused, type Policy, type StreamFact } from '@fajiao/projections';
import { writeOffPayment } from '../domain/effects';
import { cases } from '../domain/evolve';
import { commandOfPolicy } from './commands';
import type { DecisionDeps } from './decision-deps';

/**
 * Brings into the case that the collecting side has written its fine off. A policy of its own: it reads from the beginning what
 * was published before the deciding side listened, which the checkpoint of `complete-payment` has passed.
 */
export class NoteWriteOff implements Policy<FineWrittenOff> {
  readonly name = 'note-write-off';
  readonly schemas = { FineWrittenOff: publishedByCollection.FineWrittenOff };
  readonly startsAt = 'beginning';

  constructor(private readonly deps: DecisionDeps) {}

  async react(fact: StreamFact<FineWrittenOff>): Promise<void> {
    const command = commandOfPolicy(this.deps, this.name, fact);
    const outcome = await this.deps.handler.execute(cases, fact.data.caseId, command, (state) =>
      writeOffPayment(state, fact.data),
    );
    if (!outcome.done) throw new PolicyRefused(outcome.grounds);
  }
}
