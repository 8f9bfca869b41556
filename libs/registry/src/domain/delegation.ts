import { delegationSchemas, type DelegatedPower, type DelegationEvent, type ServingUnit } from '@fajiao/contracts';
import type { Aggregate } from '@fajiao/event-store';
import type { CivilDate, Fact } from '@fajiao/kernel';

export interface Delegation extends DelegatedPower {
  readonly ended: { readonly on: CivilDate; readonly reason: string } | null;
}

/** All that one unit was given; several powers may hold at a time. */
export interface DelegationState {
  readonly unit: ServingUnit | null;
  readonly delegations: readonly Delegation[];
}

/** Stream `delegation-<unit id>`. */
export const delegations: Aggregate<DelegationState, DelegationEvent> = {
  category: 'delegation',
  initial: { unit: null, delegations: [] },
  evolve,
  schemas: delegationSchemas,
};

function evolve(state: DelegationState, { data, type }: Fact<DelegationEvent>): DelegationState {
  switch (type) {
    case 'PowerDelegated':
      return { unit: data.unit, delegations: [...state.delegations, { ...data, ended: null }] };
    case 'DelegationEnded': {
      const ended = { on: data.on, reason: data.reason };
      const end = (one: Delegation): Delegation => (one.delegation === data.delegation ? { ...one, ended } : one);
      return { ...state, delegations: state.delegations.map(end) };
    }
  }
}

export function powersOn({ delegations: all }: DelegationState, day: CivilDate): readonly DelegatedPower[] {
  return all.filter((one) => isInForce(one, day)).map(({ ended: _ended, ...power }) => power);
}

/** Within its term, made public, and not ended before. */
export function isInForce({ from, until, publishedOn, ended }: Delegation, day: CivilDate): boolean {
  return from <= day && publishedOn <= day && day <= until && (ended === null || day < ended.on);
}
