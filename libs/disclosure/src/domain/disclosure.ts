import type { DecisionForPublic } from '@fajiao/contracts';
import type { Aggregate } from '@fajiao/event-store';
import type { CivilDate, Decision, DomainEvent, Fact } from '@fajiao/kernel';
import type { DisclosureRule } from '@fajiao/rulebook';
import { type PublicEntry, publicEntryOf } from './public-entry';

// 公示: one decision's life in public, stream `disclosure-<caseId>`.

// Events. Their shapes are a storage contract.

/** The decision is on the public site (公开). */
export type Published = DomainEvent<'Published', { readonly entry: PublicEntry; readonly publishedOn: CivilDate }>;

/** The decision is kept from the public, and why. */
export type DisclosureWithheld = DomainEvent<
  'DisclosureWithheld',
  {
    readonly caseId: string;
    readonly documentNumber: string;
    readonly reason: 'outside-scope';
    readonly source: string;
  }
>;

export type DisclosureEvent = Published | DisclosureWithheld;

// Fold

export type Disclosure =
  | { readonly status: 'none' }
  | { readonly status: 'published'; readonly entry: PublicEntry; readonly publishedOn: CivilDate }
  | { readonly status: 'withheld'; readonly documentNumber: string; readonly source: string };

export const disclosures: Aggregate<Disclosure, DisclosureEvent> = {
  category: 'disclosure',
  schemas: { Published: { version: 1 }, DisclosureWithheld: { version: 1 } },
  initial: { status: 'none' },
  evolve,
};

function evolve(_state: Disclosure, fact: Fact<DisclosureEvent>): Disclosure {
  switch (fact.type) {
    case 'Published':
      return { status: 'published', entry: fact.data.entry, publishedOn: fact.data.publishedOn };
    case 'DisclosureWithheld':
      return { status: 'withheld', documentNumber: fact.data.documentNumber, source: fact.data.source };
  }
}

// Decisions

export type DisclosureCode = 'disclosure.already-decided';

/**
 * A served decision is published as soon as nothing blocks it, so that both clocks are met.
 * @param scope which decisions have the social effect that APL-48 asks for
 */
export function disclose(
  decision: DecisionForPublic['data'],
  state: Disclosure,
  scope: Pick<DisclosureRule, 'procedures' | 'source'>,
  today: CivilDate,
): Decision<DisclosureEvent, DisclosureCode> {
  if (state.status !== 'none') return { refused: [{ code: 'disclosure.already-decided', source: 'APL-48' }] };
  if (!scope.procedures.includes(decision.procedure)) {
    const { caseId, documentNumber } = decision;
    return {
      events: [
        { type: 'DisclosureWithheld', data: { caseId, documentNumber, reason: 'outside-scope', source: scope.source } },
      ],
    };
  }
  return { events: [{ type: 'Published', data: { entry: publicEntryOf(decision), publishedOn: today } }] };
}
