import { publishedByDecision, type PublishedByDecision } from '@fajiao/contracts';
import type { Aggregate } from '@fajiao/event-store';
import type { Fact } from '@fajiao/kernel';
import type { FineState } from '../domain/fine/fine.state';
import type { CollectionDeps } from './collection-deps';

/** Whoever stands behind what the deciding side published of a fine's case: none of them may authorise here (APL-67). */
export async function decidingPersonsOf(
  { handler }: CollectionDeps,
  { imposed }: FineState,
): Promise<ReadonlySet<string>> {
  if (!imposed) return new Set();
  const facts = await handler.history(decidingSide, imposed.caseId);
  return new Set(facts.map(({ meta }) => meta.actor.id));
}

/** What a case publishes to this side; nothing else of it can be read from here. */
const decidingSide: Aggregate<null, PublishedByDecision> = {
  category: 'case',
  initial: null,
  evolve: (_state: null, _fact: Fact<PublishedByDecision>): null => null,
  schemas: publishedByDecision,
};
