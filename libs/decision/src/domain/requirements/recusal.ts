import { hasQuorum } from '@fajiao/rulebook';
import type { CaseState } from '../case-state';
import type { LawContext } from '../context';
import { met, metIf, missing, notRequired, ofAct, ofCase } from '../requirement';

/** 回避 (APL-43): asked for by the party or by oneself, decided before the case is; the investigation goes on meanwhile. */

export interface RequestRecusal {
  readonly person: string;
  /** The party asks, or the person themselves. */
  readonly by: 'party' | 'self';
  readonly ground: string;
}

export interface DecideRecusal {
  readonly officer: string;
  /** false turns the challenge down. */
  readonly recused: boolean;
  readonly ground: string;
  /** The heads who decided together, where the challenged person is one of them. */
  readonly present?: readonly string[];
}

export const personKnown = ofAct<RequestRecusal>('recusal.unknown-person', 'APL-43', ({ person }, _state, { staff }) =>
  metIf(staff.find(person) !== undefined, { person }),
);

/** Of their own accord (自行回避) asks nobody for another. */
export const ownAccord = ofAct<RequestRecusal>('recusal.not-oneself', 'APL-43', ({ person, by }, _state, { actor }) =>
  by === 'self' ? metIf(person === actor.id, { person }) : notRequired,
);

export const notPending = ofAct<RequestRecusal>('recusal.already-requested', 'APL-43', ({ person }, state) =>
  metIf(!pending(state).includes(person), { person }),
);

export const challengedKnown = ofAct<DecideRecusal>(
  'recusal.unknown-person',
  'APL-43',
  ({ officer }, state, { staff }) =>
    metIf(staff.find(officer) !== undefined || pending(state).includes(officer), { person: officer }),
);

export const notOnesOwn = ofAct<DecideRecusal>('duties.same-person', 'APL-43', ({ officer }, _state, { actor }) =>
  metIf(officer !== actor.id, { person: actor.id, did: 'challenged' }),
);

/** Of a head, the others decide together: more than half of all heads, none of them challenged or recused (APL-43). */
export const decidedTogether = ofAct<DecideRecusal>(
  'recusal.needs-collective',
  'APL-43',
  ({ officer, present = [] }, state, law) => {
    if (!isHead(officer, law)) return notRequired;
    const heads = law.staff.panel();
    const excluded = [officer, ...state.recused, ...pending(state)];
    const able = [...new Set(present)].filter((person) => heads.includes(person) && !excluded.includes(person));
    const allAble = able.length === new Set(present).size;
    const quorate = hasQuorum(law.rulebook.profile, heads.length, able.length, law.today);
    return metIf(allAble && quorate, { present: able.length, heads: heads.length });
  },
);

/** Every request is decided before the case is. */
export const recusalsDecided = ofCase('recusal.undecided', 'APL-43', (state) => {
  const people = pending(state);
  if (people.length > 0) return missing({ people: people.join(', ') });
  return state.recusalRequests.length === 0
    ? notRequired
    : met(...state.recusalRequests.map(({ decided }) => decided?.revision));
});

/** Who is challenged does not preside meanwhile: a hearing is no investigation (APL-43, 64). */
export const chairNotChallenged = ofAct<{ readonly chair: string }>(
  'recusal.undecided',
  'APL-64',
  ({ chair }, state, { actor }) => {
    const people = [...new Set([chair, actor.id])].filter((person) => pending(state).includes(person));
    return metIf(people.length === 0, { people: people.join(', ') });
  },
);

function pending({ recusalRequests }: CaseState): readonly string[] {
  return recusalRequests.filter(({ decided }) => decided === null).map(({ person }) => person);
}

function isHead(person: string, { staff }: LawContext): boolean {
  const roles = staff.find(person)?.roles ?? [];
  return roles.includes('head') || roles.includes('principal') || staff.panel().includes(person);
}
