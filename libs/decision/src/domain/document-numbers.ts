import type { Aggregate } from '@fajiao/event-store';
import type { Decision, DomainEvent, Fact } from '@fajiao/kernel';
import type { NumberedKind } from './events';

// A series of document numbers, gapless per kind and year: stream `documentNumbers-<kind>-<year>`.

// Events. Their shapes are a storage contract.

/**
 * The next number goes to a decision of a case: `decision` is the revision of its event, for a case that is decided anew
 * gets another number. The number is this event's revision + 1, so that a gap cannot exist.
 */
export type NumberAssigned = DomainEvent<'NumberAssigned', { readonly caseId: string; readonly decision?: number }>;

// Fold

/** Decision n of the list holds number n + 1. */
export interface DocumentNumbers {
  readonly decisions: readonly string[];
}

export const documentNumbers: Aggregate<DocumentNumbers, NumberAssigned> = {
  category: 'documentNumbers',
  initial: { decisions: [] },
  evolve: ({ decisions }: DocumentNumbers, { data }: Fact<NumberAssigned>) => ({
    decisions: [...decisions, keyOf(data.caseId, data.decision)],
  }),
  schemas: { NumberAssigned: { version: 1 } },
};

export function numberOf(caseId: string, decision: number, { decisions }: DocumentNumbers): number | undefined {
  const index = decisions.findIndex((key) => key === keyOf(caseId, decision) || key === keyOf(caseId));
  return index < 0 ? undefined : index + 1;
}

const keyOf = (caseId: string, decision?: number): string =>
  decision === undefined ? caseId : `${caseId}/${decision}`;

export const seriesOf = (kind: NumberedKind, year: number): string => `${kind}-${year}`;

// Decision

/** One number for a decision; one that holds a number gets no other. */
export function assignNumber(
  caseId: string,
  decision: number,
  numbers: DocumentNumbers,
): Decision<NumberAssigned, never> {
  const known = numberOf(caseId, decision, numbers) !== undefined;
  return { events: known ? [] : [{ type: 'NumberAssigned', data: { caseId, decision } }] };
}
