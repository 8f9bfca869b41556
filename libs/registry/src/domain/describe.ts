import type { CivilDate } from '@fajiao/kernel';
import { isInForce, type Delegation, type DelegationState } from './delegation';
import type { OfficerState, Suspension, Withdrawal } from './officer';
import { standingOn, type StandingOnDay } from './officer-on-day';
import { panelOn, type Membership, type PanelState } from './panel';

/** A certificate as its term says, and what became of it. */
export interface DescribedTerm {
  readonly no: string;
  readonly validFrom: CivilDate | null;
  readonly validUntil: CivilDate;
}

/** A person for whoever may read the register. Nothing but JSON. */
export interface OfficerDescription {
  readonly name: string;
  /** The day of which `standing` speaks. */
  readonly day: CivilDate;
  /** As the register has them on that day; null: not on the staff then. */
  readonly standing: StandingOnDay | null;
  readonly services: readonly { readonly from: CivilDate | null; readonly lastDay: CivilDate | null }[];
  readonly certificates: readonly DescribedTerm[];
  readonly suspensions: readonly Suspension[];
  readonly withdrawals: readonly Withdrawal[];
  readonly log: OfficerState['log'];
}

export function describeOfficer(state: OfficerState, day: CivilDate): OfficerDescription {
  return {
    name: state.name,
    day,
    standing: standingOn(state, day) ?? null,
    services: state.services.map(({ from, lastDay }) => ({ from, lastDay })),
    certificates: state.terms.map(({ no, from, until }) => ({ no, validFrom: from, validUntil: until })),
    suspensions: state.suspensions,
    withdrawals: state.withdrawals,
    log: state.log,
  };
}

export interface PanelDescription {
  readonly day: CivilDate;
  readonly members: readonly string[];
  /** From when on who was a member (`value`), or no longer was. */
  readonly memberships: readonly Pick<Membership, 'person' | 'value' | 'from'>[];
}

export function describePanel(state: PanelState, day: CivilDate): PanelDescription {
  const memberships = state.memberships.map(({ person, value, from }) => ({ person, value, from }));
  return { day, members: panelOn(state, day), memberships };
}

/** A unit's powers, with whether each is in force on the day. */
export interface DelegationsDescription {
  readonly day: CivilDate;
  readonly delegations: readonly (Delegation & { readonly inForce: boolean })[];
}

export function describeDelegations({ delegations }: DelegationState, day: CivilDate): DelegationsDescription {
  return { day, delegations: delegations.map((one) => ({ ...one, inForce: isInForce(one, day) })) };
}
