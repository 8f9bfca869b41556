import { closedGround, groundsOf, type ClosedGround } from '@fajiao/rulebook';
import { standingProposal, type CaseState } from '../case-state';
import type { ActContext, LawContext } from '../context';
import type { Mitigation, NoPenaltyGround } from '../events';
import { governingItem } from '../governing-law';
import { met, metIf, missing, notRequired, ofAct, ofCase, type Finding } from '../requirement';

/** Grounds that must not, may not, must mitigate (APL-30 to 33), as the profile lists them. */

export const mitigationKnown = ofAct<{ readonly proposal: { readonly mitigation?: Mitigation } }>(
  'mitigation.ground-unknown',
  'APL-32',
  ({ proposal: { mitigation } }, _state, law) => onTheList(mitigation, law),
);

/** A ground that mitigates is one of the profile's list. */
export function onTheList(mitigation: Mitigation | undefined, { rulebook, today }: LawContext): Finding {
  if (!mitigation) return notRequired;
  const { ground } = mitigation;
  return metIf(closedGround(rulebook.profile, 'mitigation', ground, today) !== undefined, { ground });
}

/** What was found makes a penalty unlawful altogether. */
export const mayBePunished = ofCase('penalty.must-not', 'APL-33', ({ conclusions }, law) =>
  nothingBars(conclusions?.conditions ?? [], law),
);

export function nothingBars(found: readonly string[], { rulebook, today }: LawContext): Finding {
  const bar = groundsOf(rulebook.profile, 'no-penalty', today).find(
    ({ effect, requires = [] }) =>
      effect === 'must-not' && requires.length > 0 && requires.every((fact) => found.includes(fact)),
  );
  return bar ? missing({ ground: bar.id }, { source: bar.source }) : met();
}

/** What was found must mitigate, and the proposal says how. */
export const mitigated = ofCase('mitigation.missing', 'APL-32', (state, law) => {
  const standing = standingProposal(state);
  return mitigatedFor(state.conclusions?.conditions ?? [], standing?.mitigation ?? undefined, law, standing?.revision);
});

export function mitigatedFor(
  found: readonly string[],
  mitigation: Mitigation | undefined,
  { rulebook, today }: LawContext,
  revision?: number,
): Finding {
  const ground = groundsOf(rulebook.profile, 'mitigation', today).find(
    ({ id, effect }) => effect === 'must-mitigate' && found.includes(id),
  );
  if (!ground) return notRequired;
  return mitigation ? met(revision) : missing({ ground: ground.id }, { source: ground.source });
}

/** Found where somebody looked into it and suspects no crime. */
export const NO_CRIME = 'no-crime-suspected';

/** Where the act may be a crime, that is looked into before a penalty is decided, or the justice organ sent the case back (APL-27). */
export const crimeLookedInto = ofCase('offence.crime-not-checked', 'APL-27', (state, law) => {
  const { filing, conclusions, transfers } = state;
  const check = filing && governingItem(filing, standingProposal(state)?.governing, law)?.crimeCheck;
  if (!check) return notRequired;
  const back = transfers.find(({ returned }) => returned !== null);
  if (back) return met(back.returned?.revision);
  const looked = conclusions?.conditions.includes(NO_CRIME) === true;
  return looked ? met(conclusions?.revision) : missing({ crime: check.offence }, { source: check.source });
});

export interface SparesPenalty {
  readonly ground: NoPenaltyGround;
  /** Facts found besides those of the investigation's conclusion, e.g. `corrected`. */
  readonly found?: readonly string[];
  /** The education given to the party (APL-33). */
  readonly education?: string;
}

function groundOf({ ground }: SparesPenalty, { rulebook, today }: LawContext): ClosedGround | undefined {
  return closedGround(rulebook.profile, 'no-penalty', ground, today);
}

/** Every fact that the ground asks for was found. */
export const groundFounded = ofAct<SparesPenalty>('no-penalty.facts-missing', 'APL-33', (told, state, law) => {
  const ground = groundOf(told, law);
  const found = factsFound(told, state);
  const lacking = (ground?.requires ?? []).filter((fact) => !found.includes(fact));
  return metIf(lacking.length === 0, { facts: lacking.join(', ') }, ground && { source: ground.source });
});

export function factsFound({ found = [] }: SparesPenalty, { conclusions }: CaseState): readonly string[] {
  return [...new Set([...(conclusions?.conditions ?? []), ...found])];
}

export const educated = ofAct<SparesPenalty>('no-penalty.education-missing', 'APL-33', (told, _state, law) =>
  groundOf(told, law)?.education === true ? metIf(told.education !== undefined) : notRequired,
);

/** A party that was fined for such an act before does not break the rule for the first time. */
export const firstTime = ofAct<SparesPenalty>(
  'no-penalty.not-first-time',
  'APL-33',
  (told, _state, law: ActContext) => {
    if (!groundOf(told, law)?.requires?.includes('first-time')) return notRequired;
    const { earlierFines = [] } = law;
    return metIf(earlierFines.length === 0, { cases: earlierFines.map(({ caseId }) => caseId).join(', ') });
  },
);
