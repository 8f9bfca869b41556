import { quorumRule } from '@fajiao/rulebook';
import type { CaseState } from '../case-state';
import type { LawContext } from '../context';
import { met, metIf, missing, notRequired, ofAct, type Finding } from '../requirement';
import type { Deliberate } from './deliberation';

/** Who presides over a deliberation and who attends it without a vote: the authority's own rule (profile). */

/** The principal where they are present, else whom the record names. undefined: nobody. */
export function presiding({ chair, present }: Deliberate, law: LawContext): string | undefined {
  const { presides } = quorumRule(law.rulebook.profile, law.today);
  return chair ?? (presides === 'any-head' ? present[0] : principalAmong(present, law));
}

/** The principal, if they are there at all, presides; a deputy does only in their absence. */
export const presidedOver = ofAct<Deliberate>('deliberation.chair', 'profile', (told, _state, law): Finding => {
  const { presides, source } = quorumRule(law.rulebook.profile, law.today);
  const principal = principalAmong(told.present, law);
  const chair = presiding(told, law);
  const there = told.present.includes(chair ?? '');
  const lawful =
    presides === 'any-head' || chair === principal || (presides !== 'principal' && principal === undefined);
  return metIf(there && lawful, { chair: chair ?? null, principal: principal ?? null }, { source });
});

function principalAmong(present: readonly string[], { staff }: LawContext): string | undefined {
  return present.find((person) => staff.find(person)?.roles.includes('principal'));
}

/** Who investigated presents the case, who reviewed it answers, where a review took place; neither deliberates. */
export const attended = ofAct<Deliberate>('deliberation.attendance', 'profile', ({ attending }, state, law) => {
  const rule = quorumRule(law.rulebook.profile, law.today);
  if (attending === undefined && rule.attendance === 'where-told') return notRequired;
  const absent = rule.attending.filter((duty) => {
    const people = OF_DUTY[duty](state);
    return people.length > 0 && !people.some((person) => attending?.includes(person));
  });
  return absent.length > 0 ? missing({ duties: absent.join(', ') }, { source: rule.source }) : met();
});

const OF_DUTY = {
  investigated: ({ officers }: CaseState) => officers,
  reviewed: ({ reviews }: CaseState) => reviews.map(({ by }) => by),
} as const;
