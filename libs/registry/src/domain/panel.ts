import { panelSchemas, type PanelEvent } from '@fajiao/contracts';
import type { Aggregate } from '@fajiao/event-store';
import type { CivilDate, Fact } from '@fajiao/kernel';
import { asOf, type Dated } from './dated';

/** The heads who deliberate together (APL-57), as one body: stream `panel-heads`. */
export const PANEL = 'heads';

/** From that day on somebody is a member (`value`), or no longer is. */
export interface Membership extends Dated<boolean> {
  readonly person: string;
}

export interface PanelState {
  readonly memberships: readonly Membership[];
  /** Whom the staff file named last; null: it was never read. */
  readonly imported: readonly string[] | null;
}

export const panels: Aggregate<PanelState, PanelEvent> = {
  category: 'panel',
  initial: { memberships: [], imported: null },
  evolve,
  schemas: panelSchemas,
};

function evolve(state: PanelState, { data, type, revision }: Fact<PanelEvent>): PanelState {
  switch (type) {
    case 'PanelMembershipSet': {
      const { person, member: value, from = null } = data;
      return { ...state, memberships: [...state.memberships, { person, value, from, revision }] };
    }
    case 'PanelImported':
      return { ...state, imported: data.members };
  }
}

/** Ids of the members on a day, in the order in which they first came. */
export function panelOn({ memberships }: Pick<PanelState, 'memberships'>, day: CivilDate): readonly string[] {
  const people = [...new Set(memberships.map(({ person }) => person))];
  return people.filter((person) => isMember(person, { memberships }, day));
}

export function isMember(person: string, { memberships }: Pick<PanelState, 'memberships'>, day: CivilDate): boolean {
  const its = memberships.filter((one) => one.person === person);
  return asOf(its, day) === true;
}
