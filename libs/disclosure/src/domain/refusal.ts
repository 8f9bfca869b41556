import type { Aggregate } from '@fajiao/event-store';
import { type Decision, type DomainEvent, type Fact, type Ground, uuid5 } from '@fajiao/kernel';

// A refused act of an editor is a fact of its own: stream `disclosureRefusal-<uuid5>`; the same refusal again is the same fact.

/** What was refused, and why; to whom and when stands beside it. Its shape is a storage contract. */
export type ActRefused = DomainEvent<
  'ActRefused',
  {
    /** Operation id of the policy table. */
    readonly operation: string;
    /** Stream, or where the law was not asked the path, that the act was meant for. */
    readonly target: string;
    /** Revision at which the target stood; -1: it was not looked at. */
    readonly revision: number;
    readonly grounds: readonly Ground[];
  }
>;

export interface Refusal {
  readonly refused: ActRefused['data'] | null;
}

export const refusals: Aggregate<Refusal, ActRefused> = {
  category: 'disclosureRefusal',
  initial: { refused: null },
  evolve: (_state: Refusal, { data }: Fact<ActRefused>) => ({ refused: data }),
  schemas: { ActRefused: { version: 1 } },
};

export function refusalId(actor: string, bodyHash: string, refused: ActRefused['data']): string {
  const { operation, target, revision, grounds } = refused;
  const codes = grounds.map(({ code }) => code);
  return uuid5('disclosureRefusal', JSON.stringify([target, actor, operation, bodyHash, revision, codes]));
}

export function recordRefusal(refused: ActRefused['data'], state: Refusal): Decision<ActRefused, never> {
  return { events: state.refused ? [] : [{ type: 'ActRefused', data: refused }] };
}
