import type { DelegatedPower, DelegationEvent } from '@fajiao/contracts';
import type { CivilDate, Decision } from '@fajiao/kernel';
import type { Code } from './codes';
import type { DelegationState } from './delegation';
import { decided, unless } from './grounds';

/**
 * 委托书 or 赋权决定: matter, scope and term in writing, made public (APL-20, 24). It goes to one unit, which cannot pass it
 * on: only the authority's own heads record one.
 */
export function delegatePower(
  power: DelegatedPower,
  { unit }: DelegationState,
  today: CivilDate,
): Decision<DelegationEvent, Code> {
  const { basis, code, from, until, publishedOn } = power;
  const kind = unit?.kind ?? power.unit.kind;
  return decided(
    [
      ...unless(kind === power.unit.kind, 'delegation.unit-of-other-kind', 'profile', { unit: power.unit.id, kind }),
      ...unless(from <= until, 'delegation.dates-out-of-order', basis, { from, until }),
      ...unless(publishedOn <= today, 'delegation.not-published', basis, { publishedOn }),
      ...unless(power.offences.length + power.statutes.length > 0, 'delegation.nothing-delegated', basis),
      ...unless(basis === 'APL-20' || power.unit.kind === 'township', 'delegation.basis-unfit', 'APL-24'),
      ...unless(basis === 'APL-20' || code !== undefined, 'delegation.name-needs-code', 'APL-24'),
    ],
    [{ type: 'PowerDelegated', data: power }],
  );
}

export interface EndDelegation {
  readonly delegation: string;
  /** From that day on the power is no longer there. */
  readonly on: CivilDate;
  readonly reason: string;
}

/** 终止委托、收回赋权, before the term ends. */
export function endDelegation(end: EndDelegation, { delegations }: DelegationState): Decision<DelegationEvent, Code> {
  const delegation = delegations.find((one) => one.delegation === end.delegation);
  const ended = delegation?.ended ?? null;
  return decided(
    [
      ...unless(delegation !== undefined, 'delegation.unknown', 'profile'),
      ...unless(ended === null, 'delegation.already-ended', 'profile', { on: ended?.on ?? null }),
    ],
    [{ type: 'DelegationEnded', data: end }],
  );
}
