import type { DecisionFell, DecisionForPublic } from '@fajiao/contracts';
import type { Aggregate } from '@fajiao/event-store';
import type { CivilDate, Decision, DomainEvent, Fact } from '@fajiao/kernel';
import type { DisclosureRule } from '@fajiao/rulebook';
import { type PublicEntry, publicEntryOf, type PublicPenalties } from './public-entry';

// 公示: the life of a case's decisions in public, stream `disclosure-<caseId>`.

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

/** A published decision was changed, revoked, held unlawful or void: it is to come down, with its reason (APL-48). */
export type WithdrawalDue = DomainEvent<
  'WithdrawalDue',
  {
    readonly caseId: string;
    readonly documentNumber: string;
    readonly how: DecisionFell['data']['how'];
    readonly by: DecisionFell['data']['by'];
    readonly fellOn: CivilDate;
    /** Of a changed decision: what holds instead, as the public may read it. */
    readonly penalties: PublicPenalties | null;
  }
>;

/** The decision is off the public site; the reason stands there instead (撤回). */
export type Withdrawn = DomainEvent<
  'Withdrawn',
  {
    readonly caseId: string;
    readonly documentNumber: string;
    readonly reason: string;
    readonly withdrawnOn: CivilDate;
  }
>;

/** What holds instead of a changed decision is on the public site. */
export type Amended = DomainEvent<
  'Amended',
  { readonly entry: PublicEntry; readonly amendedOn: CivilDate; readonly reason: string }
>;

export type DisclosureEvent = Published | DisclosureWithheld | WithdrawalDue | Withdrawn | Amended;

// Fold

/** What the fall of a decision says. */
export type Fallen = WithdrawalDue['data'];

export type Disclosure =
  | { readonly status: 'none' }
  | {
      readonly status: 'published';
      readonly entry: PublicEntry;
      readonly publishedOn: CivilDate;
      readonly amendedOn: CivilDate | null;
      /** null: nothing is to come down. */
      readonly due: Fallen | null;
    }
  | { readonly status: 'withheld'; readonly documentNumber: string; readonly source: string }
  | {
      readonly status: 'withdrawn';
      /** As it was in public; it is not any more. */
      readonly entry: PublicEntry;
      readonly publishedOn: CivilDate;
      readonly fallen: Fallen;
      readonly withdrawnOn: CivilDate;
      readonly reason: string;
    };

export const disclosures: Aggregate<Disclosure, DisclosureEvent> = {
  category: 'disclosure',
  schemas: {
    Published: { version: 1 },
    DisclosureWithheld: { version: 1 },
    WithdrawalDue: { version: 1 },
    Withdrawn: { version: 1 },
    Amended: { version: 1 },
  },
  initial: { status: 'none' },
  evolve,
};

function evolve(state: Disclosure, fact: Fact<DisclosureEvent>): Disclosure {
  switch (fact.type) {
    case 'Published':
      return { status: 'published', ...fact.data, amendedOn: null, due: null };
    case 'DisclosureWithheld':
      return { status: 'withheld', documentNumber: fact.data.documentNumber, source: fact.data.source };
    case 'WithdrawalDue':
      if (state.status === 'published') return { ...state, due: fact.data };
      return state.status === 'withdrawn' ? { ...state, fallen: fact.data } : state;
    case 'Withdrawn': {
      if (state.status !== 'published' || !state.due) return state;
      const { entry, publishedOn, due } = state;
      const { withdrawnOn, reason } = fact.data;
      return { status: 'withdrawn', entry, publishedOn, fallen: due, withdrawnOn, reason };
    }
    case 'Amended': {
      if (state.status !== 'withdrawn') return state;
      const { entry, amendedOn } = fact.data;
      return { status: 'published', entry, publishedOn: state.publishedOn, amendedOn, due: null };
    }
  }
}

// Decisions

export type DisclosureCode =
  | 'disclosure.already-decided'
  | 'disclosure.not-public'
  | 'disclosure.not-fallen'
  | 'disclosure.already-withdrawn'
  | 'disclosure.nothing-to-amend';

/**
 * A served decision is published as soon as nothing blocks it, so that both clocks are met. Where it takes the place of one
 * that fell, that one comes down with it, if nobody took it down before.
 * @param scope which decisions have the social effect that APL-48 asks for
 */
export function disclose(
  decision: DecisionForPublic['data'],
  state: Disclosure,
  scope: Pick<DisclosureRule, 'procedures' | 'source'>,
  today: CivilDate,
): Decision<DisclosureEvent, DisclosureCode> {
  const replaces = state.status === 'published' && state.due !== null;
  if (state.status !== 'none' && state.status !== 'withdrawn' && !replaces)
    return { refused: [{ code: 'disclosure.already-decided', source: 'APL-48' }] };
  const before = state.status === 'published' && state.due ? [withdrawn(state.due, reasonOf(state.due), today)] : [];
  if (!scope.procedures.includes(decision.procedure)) {
    const { caseId, documentNumber } = decision;
    const withheld = { caseId, documentNumber, reason: 'outside-scope' as const, source: scope.source };
    return { events: [...before, { type: 'DisclosureWithheld', data: withheld }] };
  }
  return { events: [...before, { type: 'Published', data: { entry: publicEntryOf(decision), publishedOn: today } }] };
}

/** The event by which a fallen decision comes down. */
export function withdrawn({ caseId, documentNumber }: Fallen, reason: string, today: CivilDate): Withdrawn {
  return { type: 'Withdrawn', data: { caseId, documentNumber, reason, withdrawnOn: today } };
}

const BY: Readonly<Record<Fallen['by'], string>> = {
  reconsideration: '经行政复议',
  litigation: '经行政诉讼',
  'own-authority': '由本机关',
};

const HOW: Readonly<Record<Fallen['how'], string>> = {
  changed: '变更',
  revoked: '撤销',
  redo: '撤销，重新作出决定',
  unlawful: '确认违法',
  void: '确认无效',
};

/** The reason in the words that the public reads, where the editor gives no others. */
export function reasonOf({ by, how, fellOn }: Fallen): string {
  return `原行政处罚决定于${fellOn}${BY[by]}${HOW[how]}`;
}
