import { publishedByDecision, type PublishedByDecision } from '@fajiao/contracts';
import type { Aggregate } from '@fajiao/event-store';
import type { Fact } from '@fajiao/kernel';
import type { FineState } from '../domain/fine/fine.state';
import type { CollectionDeps } from './collection-deps';

/**
 * Whoever had a part in a fine's case before it was handed over, and whoever stands behind what the deciding side published
 * of it since: none of them may authorise here (APL-67).
 */
export async function decidingPersonsOf(
  { handler }: CollectionDeps,
  { imposed }: FineState,
): Promise<ReadonlySet<string>> {
  if (!imposed) return new Set();
  const facts = await handler.history(decidingSide, imposed.caseId);
  return new Set(facts.flatMap((fact) => [fact.meta.actor.id, ...namedIn(fact)]));
}

const namedIn = (fact: PublishedByDecision): readonly string[] =>
  fact.type === 'FineHandedOver' ? (fact.data.decidingPersons ?? []) : [];

/** What a case publishes to this side; nothing else of it can be read from here. */
const decidingSide: Aggregate<null, PublishedByDecision> = {
  category: 'case',
  initial: null,
  evolve: (_state: null, _fact: Fact<PublishedByDecision>): null => null,
  schemas: publishedByDecision,
};
