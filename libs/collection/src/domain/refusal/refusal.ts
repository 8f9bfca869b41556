import type { Aggregate } from '@fajiao/event-store';
import { type Decision, type DomainEvent, type Fact, type Ground, uuid5 } from '@fajiao/kernel';

// collectionRefusal-<uuid5>: a refused act is a fact of its own; the same refusal again is the same fact. The body of the
// request is not kept, only its hash beside the event.

export type ActRefused = DomainEvent<
  'ActRefused',
  {
    /** Operation id of the policy table. */
    readonly operation: string;
    /** The path that was asked for. */
    readonly target: string;
    readonly grounds: readonly Ground[];
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

export const refusalIdOf = (actor: string, bodyHash: string, { target, operation }: ActRefused['data']): string =>
  uuid5('collectionRefusal', JSON.stringify([target, actor, operation, bodyHash]));

export function recordRefusal(state: RefusalState, refused: ActRefused['data']): Decision<ActRefused> {
  return { events: state.recorded ? [] : [{ type: 'ActRefused', data: refused }] };
}
