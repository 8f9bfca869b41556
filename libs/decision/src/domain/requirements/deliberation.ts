import type { Penalty } from '@fajiao/contracts';
import { hasQuorum, isConcluded } from '@fajiao/rulebook';
import { latestHolding, standingProposal, type CaseState, type Deliberation } from '../case-state';
import type { LawContext } from '../context';
import { isOutsideTier, standingWeighed } from '../discretion';
import type { Conclusion } from '../events';
import { isMajorCase } from '../law';
import { onlyLowers, samePenalties } from '../penalties';
import { met, metIf, missing, notRequired, ofAct, ofCase, type Finding } from '../requirement';

/** Collective deliberation of the heads (APL-57): major cases, and fines outside their tier. */

export function deliberationRequired(state: CaseState, law: LawContext): boolean {
  const weighed = standingWeighed(state, law);
  return isMajorCase(state, law) || (weighed !== null && isOutsideTier(weighed));
}

function holdingDeliberation(state: CaseState): Deliberation | null {
  return latestHolding(state.deliberations, state, 'deliberationFrom');
}

export const deliberationConcluded = ofCase('deliberation.missing', 'APL-57', (state, law): Finding => {
  const last = state.deliberations.at(-1);
  if (!last) return deliberationRequired(state, law) ? missing() : notRequired;
  const holding = holdingDeliberation(state);
  if (!holding) {
    const detail = { deliberated: last.proposal, standing: standingProposal(state)?.version ?? null };
    return deliberationRequired(state, law) ? missing(detail, { code: 'deliberation.stale' }) : notRequired;
  }
  return holding.conclusion === 'return'
    ? missing({ on: holding.on }, { code: 'deliberation.returned' })
    : met(holding.revision);
});

/** What is decided is what stands: the proposal, or what a deliberation made of it. */
export const followsWhatStands = ofAct<{ readonly penalties?: readonly Penalty[] }>(
  'decision.differs-from-proposal',
  'APL-44',
  ({ penalties }, state) => {
    const standing = standingProposal(state);
    if (!penalties || !standing || samePenalties(penalties, standing.penalties)) return met(standing?.revision);
    const instead = { code: 'deliberation.departed-from', source: 'APL-57' } as const;
    return missing({ proposal: standing.version }, holdingDeliberation(state) ? instead : {});
  },
);

export interface Deliberate {
  readonly present: readonly string[];
  /** Who presided; the principal unless told. */
  readonly chair?: string;
  /** Who attended without a vote (列席). */
  readonly attending?: readonly string[];
  /** By person. */
  readonly opinions: Readonly<Record<string, string>>;
  /** By person; where votes are recorded, everybody's are. */
  readonly votes?: Readonly<Record<string, Conclusion>>;
  readonly conclusion: Conclusion;
  /** With `reduce`. */
  readonly penalties?: readonly Penalty[];
}

export const quorate = ofAct<Deliberate>('deliberation.no-quorum', 'profile', ({ present }, _state, law) => {
  const heads = law.staff.panel();
  const there = [...new Set(present)].filter((person) => heads.includes(person)).length;
  return metIf(hasQuorum(law.rulebook.profile, heads.length, there, law.today), {
    present: there,
    heads: heads.length,
  });
});

export const onlyMembersPresent = ofAct<Deliberate>(
  'deliberation.not-a-member',
  'APL-57',
  ({ present }, _state, law) => {
    const strangers = present.filter((person) => !law.staff.panel().includes(person));
    return metIf(strangers.length === 0, { people: strangers.join(', ') });
  },
);

/** The opinion of everybody present is recorded, and of nobody else. */
export const opinionsRecorded = ofAct<Deliberate>('deliberation.opinion-missing', 'APL-57', ({ present, opinions }) => {
  const silent = present.filter((person) => !Object.hasOwn(opinions, person));
  const absent = Object.keys(opinions).filter((person) => !present.includes(person));
  return metIf(silent.length + absent.length === 0, { people: [...silent, ...absent].join(', ') });
});

/** Nobody deliberates who investigated the case or is recused from it, nor attends who is recused (APL-43, 57). */
export const noneExcluded = ofAct<Deliberate>(
  'deliberation.member-excluded',
  'APL-43',
  ({ present, attending = [] }, { investigators, recused }) => {
    const investigated = present.filter((person) => investigators.includes(person));
    const excluded = [...investigated, ...[...present, ...attending].filter((person) => recused.includes(person))];
    return metIf(excluded.length === 0, { people: [...new Set(excluded)].join(', ') });
  },
);

/** Where votes are recorded, those of everybody present and of nobody else are. */
export const votesRecorded = ofAct<Deliberate>('deliberation.vote-missing', 'APL-57', ({ present, votes }) => {
  if (votes === undefined) return notRequired;
  const voters = Object.keys(votes);
  const wrong = [
    ...present.filter((person) => !voters.includes(person)),
    ...voters.filter((person) => !present.includes(person)),
  ];
  return metIf(wrong.length === 0, { people: wrong.join(', ') });
});

/** The conclusion is that of more than half of those present (readings: quorum). */
export const reachedByMajority = ofAct<Deliberate>(
  'deliberation.no-majority',
  'profile',
  ({ present, votes, conclusion }) => {
    if (votes === undefined) return notRequired;
    const inFavour = Object.values(votes).filter((vote) => vote === conclusion).length;
    return metIf(isConcluded(new Set(present).size, inFavour), { inFavour, present: new Set(present).size });
  },
);

/** `reduce` says to what, and it is less than what stood. */
export const reductionLowers = ofAct<Deliberate>(
  'deliberation.not-lower',
  'APL-57',
  ({ conclusion, penalties }, state) => {
    if (conclusion !== 'reduce') return metIf(penalties === undefined);
    const standing = standingProposal(state);
    if (!standing) return notRequired;
    const lower =
      penalties !== undefined &&
      onlyLowers(standing.penalties, penalties) &&
      !samePenalties(standing.penalties, penalties);
    return metIf(lower, { proposal: standing.version });
  },
);
