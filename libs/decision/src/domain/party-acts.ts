import type { Aggregate } from '@fajiao/event-store';
import type { CivilDate, Decision, DomainEvent, Fact } from '@fajiao/kernel';
import type { Code } from './codes';
import type { CompetingFine, EarlierFine } from './context';

// One fine for one act of a party (APL-29): stream `partyActs-<HMAC of the party's id>`. Before a penalty with a fine the
// act is reserved here, so that two cases cannot both fine it, whichever store keeps them.

// Events. Their shapes are a storage contract.

/** An act that a case is about to fine. One day: `from` and `to` are the same. */
export interface ReservedAct {
  readonly caseId: string;
  /** Code of the catalogue. */
  readonly offence: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly place?: string;
}

export type ActReserved = DomainEvent<'ActReserved', ReservedAct>;

/** The case ended without a fine, or its decision fell. */
export type ActReleased = DomainEvent<'ActReleased', { readonly caseId: string }>;

export type PartyActsEvent = ActReserved | ActReleased;

// Fold

export interface PartyActs {
  /** Unreleased. */
  readonly reserved: readonly ReservedAct[];
}

export const partyActs: Aggregate<PartyActs, PartyActsEvent> = {
  category: 'partyActs',
  initial: { reserved: [] },
  evolve({ reserved }: PartyActs, fact: Fact<PartyActsEvent>): PartyActs {
    switch (fact.type) {
      case 'ActReserved':
        return { reserved: [...reserved, fact.data] };
      case 'ActReleased':
        return { reserved: reserved.filter(({ caseId }) => caseId !== fact.data.caseId) };
    }
  },
  schemas: { ActReserved: { version: 1, personal: ['place'] }, ActReleased: { version: 1 } },
};

// Decisions

/** Whether two offences are the same or compete for the same act. */
export type Compete = (one: ReservedAct, other: ReservedAct) => boolean;

/** Fines of other cases for the same act: overlapping days, the same or a competing offence. */
export function competingFines(act: ReservedAct, { reserved }: PartyActs, compete: Compete): readonly CompetingFine[] {
  return reserved
    .filter((other) => other.caseId !== act.caseId && other.from <= act.to && act.from <= other.to)
    .filter((other) => compete(act, other))
    .map(({ caseId, offence }) => ({ caseId, offence }));
}

/** Fines of other cases for earlier acts against the same provision: the party does not break it for the first time. */
export function earlierFines(act: ReservedAct, { reserved }: PartyActs): readonly EarlierFine[] {
  return reserved
    .filter((other) => other.caseId !== act.caseId && other.offence === act.offence && other.to < act.from)
    .map(({ caseId, offence, to }) => ({ caseId, offence, until: to }));
}

export function reserveAct(act: ReservedAct, state: PartyActs, compete: Compete): Decision<PartyActsEvent, Code> {
  if (isReserved(act.caseId, state)) return { events: [] };
  const others = competingFines(act, state, compete);
  if (others.length === 0) return { events: [{ type: 'ActReserved', data: act }] };
  const cases = others.map(({ caseId }) => caseId).join(', ');
  return { refused: [{ code: 'fine.twice-for-one-act', source: 'APL-29', detail: { cases } }] };
}

export function isReserved(caseId: string, { reserved }: PartyActs): boolean {
  return reserved.some((act) => act.caseId === caseId);
}

export function releaseAct(caseId: string, state: PartyActs): Decision<PartyActsEvent, Code> {
  return { events: isReserved(caseId, state) ? [{ type: 'ActReleased', data: { caseId } }] : [] };
}
