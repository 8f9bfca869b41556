import type { Aggregate } from '@fajiao/event-store';
import { type Decision, type DomainEvent, type Fact, type Ground, uuid5 } from '@fajiao/kernel';

// registryRefusal-<uuid5>: a refused act is a fact of its own, and the same refusal again is the same fact. The body of the
// request is not kept, only its hash beside the event.

/** What was refused, and why; to whom and when stands beside it. Its shape is a storage contract. */
export type ActRefused = DomainEvent<
  'ActRefused',
  {
    /** Operation id of the policy table. */
    readonly operation: string;
    /** Stream, or where nothing but the role was looked at the path, that the act was meant for. */
    readonly target: string;
    /** Revision at which the target stood; -1: it does not exist, or was not looked at. */
    readonly revision: number;
    readonly grounds: readonly Ground[];
  }
>;

export interface RefusalState {
  readonly refused: ActRefused['data'] | null;
}

export const refusals: Aggregate<RefusalState, ActRefused> = {
  category: 'registryRefusal',
  initial: { refused: null },
  evolve: (_state: RefusalState, { data }: Fact<ActRefused>): RefusalState => ({ refused: data }),
  schemas: { ActRefused: { version: 1 } },
};

/** Who was refused what at which revision on which grounds: the same again has the same id. */
export function refusalIdOf(actor: string, bodyHash: string, refused: ActRefused['data']): string {
  const { operation, target, revision, grounds } = refused;
  const codes = grounds.map(({ code }) => code);
  return uuid5('registryRefusal', JSON.stringify([target, actor, operation, bodyHash, revision, codes]));
}

export function recordRefusal(state: RefusalState, refused: ActRefused['data']): Decision<ActRefused, never> {
  return { events: state.refused ? [] : [{ type: 'ActRefused', data: refused }] };
}
