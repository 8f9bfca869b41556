import type { Aggregate } from '@fajiao/event-store';
import { type Decision, type DomainEvent, type Fact, type Ground, uuid5 } from '@fajiao/kernel';

// collectionRefusal-<uuid5>: a refused act is a fact of its own; the same refusal again is the same fact.

export type ActRefused = DomainEvent<
  'ActRefused',
  {
    /** Operation id of the policy table. */
    readonly act: string;
    /** What was asked for: the path of the request. */
    readonly target: string;
    readonly bodyHash: string;
    readonly grounds: readonly [Ground, ...Ground[]];
  }
>;

export interface RefusalState {
  readonly recorded: boolean;
}

export const refusals: Aggregate<RefusalState, ActRefused> = {
  category: 'collectionRefusal',
  initial: { recorded: false },
  evolve: (_state: RefusalState, _fact: Fact<ActRefused>): RefusalState => ({ recorded: true }),
  schemas: { ActRefused: { version: 1 } },
};

export const refusalIdOf = (actor: string, refused: ActRefused['data']): string =>
  uuid5('collectionRefusal', JSON.stringify([refused.target, actor, refused.act, refused.bodyHash]));

export function recordRefusal(state: RefusalState, refused: ActRefused['data']): Decision<ActRefused> {
  return { events: state.recorded ? [] : [{ type: 'ActRefused', data: refused }] };
}
