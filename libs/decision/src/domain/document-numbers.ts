import type { Aggregate } from '@fajiao/event-store';
import type { Decision, DomainEvent, Fact } from '@fajiao/kernel';
import type { NumberedKind } from './events';

// A series of document numbers, gapless per kind and year: stream `documentNumbers-<kind>-<year>`.

// Events. Their shapes are a storage contract.

/** The next number goes to a case. The number is the event's revision + 1, so that a gap cannot exist. */
export type NumberAssigned = DomainEvent<'NumberAssigned', { readonly caseId: string }>;

// Fold

/** Case n of the list holds number n + 1. */
export interface DocumentNumbers {
  readonly cases: readonly string[];
}

export const documentNumbers: Aggregate<DocumentNumbers, NumberAssigned> = {
  category: 'documentNumbers',
  initial: { cases: [] },
  evolve: ({ cases }: DocumentNumbers, fact: Fact<NumberAssigned>) => ({ cases: [...cases, fact.data.caseId] }),
  schemas: { NumberAssigned: { version: 1 } },
};

export function numberOf(caseId: string, { cases }: DocumentNumbers): number | undefined {
  const index = cases.indexOf(caseId);
  return index < 0 ? undefined : index + 1;
}

export const seriesOf = (kind: NumberedKind, year: number): string => `${kind}-${year}`;

// Decision

/** One number for a case; a case that holds one gets no other. */
export function assignNumber(caseId: string, numbers: DocumentNumbers): Decision<NumberAssigned, never> {
  const known = numberOf(caseId, numbers) !== undefined;
  return { events: known ? [] : [{ type: 'NumberAssigned', data: { caseId } }] };
}
