import type { Aggregate } from '@fajiao/event-store';
import { type Decision, type DomainEvent, type Fact, type Ground, uuid5 } from '@fajiao/kernel';

// collectionRefusal-<uuid5>: a refused act is a fact of its own, and the same refusal again is the same fact. The body of
// the request is not kept, only its hash beside the event.

/** What was refused, and why; to whom and when stands beside it. Its shape is a storage contract. */
export type ActRefused = DomainEvent<
  'ActRefused',
  {
    /** Operation id of the policy table. */
    readonly operation: string;
    /** Stream that the act was meant for; the path where its target was not looked at. */
    readonly target: string;
    /** Revision at which the target stood; -1: a role is refused before the target is looked at. */
    readonly revision: number;
    readonly grounds: readonly Ground[];
  }
>;

export interface RefusalState {
  readonly refused: ActRefused['data'] | null;
}

export const refusals: Aggregate<RefusalState, ActRefused> = {
  category: 'collectionRefusal',
  initial: { refused: null },
  evolve: (_state: RefusalState, { data }: Fact<ActRefused>): RefusalState => ({ refused: data }),
  schemas: { ActRefused: { version: 1 } },
};

/** Who was refused what, and of the law at which revision on which grounds: the same again has the same id. */
export function refusalIdOf(actor: string, bodyHash: string, refused: ActRefused['data']): string {
  const { target, operation, revision, grounds } = refused;
  const law = revision < 0 ? [] : [revision, grounds.map(({ code }) => code)];
  return uuid5('collectionRefusal', JSON.stringify([target, actor, operation, bodyHash, ...law]));
}

export function recordRefusal(state: RefusalState, refused: ActRefused['data']): Decision<ActRefused> {
  return { events: state.refused ? [] : [{ type: 'ActRefused', data: refused }] };
}
