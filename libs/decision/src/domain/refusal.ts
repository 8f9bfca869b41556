import type { EventSchemas } from '@fajiao/event-store';
import type { DomainEvent, Fact, Ground } from '@fajiao/kernel';

/** A refused act is a fact of its own: stream `decisionRefusal-<uuid5>`, one event. */
export const refusalCategory = 'decisionRefusal';

/** What was refused to whom, and why. The body of the request is not kept, only its hash beside the event. */
export type ActRefused = DomainEvent<
  'ActRefused',
  {
    /** Operation of the policy table. */
    readonly operation: string;
    /** Stream or path that the act was meant for. */
    readonly target: string;
    /** Revision of the target when it was refused; -1: it does not exist. */
    readonly revision: number;
    readonly grounds: readonly Ground[];
  }
>;

export const refusalSchemas: EventSchemas<ActRefused> = { ActRefused: { version: 1 } };

export interface Refusal {
  readonly refused: ActRefused['data'] | null;
}

export const noRefusal: Refusal = { refused: null };

export function evolveRefusal(_state: Refusal, fact: Fact<ActRefused>): Refusal {
  return { refused: fact.data };
}
