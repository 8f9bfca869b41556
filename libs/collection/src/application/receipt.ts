import type { Done, Position, Refused } from '@fajiao/event-store';
import type { DomainEvent } from '@fajiao/kernel';

/**
 * What a message came to. `accepted`: it is kept, durably; a message that was kept before comes to the same. `conflict`:
 * it contradicts what is known under its reference, which is recorded. `in-future`: its time is not yet; nothing is kept.
 */
export type Receipt<State> =
  | { readonly outcome: 'accepted'; readonly state: State; readonly position: Position }
  | { readonly outcome: 'conflict'; readonly position: Position }
  | { readonly outcome: 'in-future' };

/** These deciders refuse nothing: what a bank says is taken down. */
export function doneOf<State, E extends DomainEvent>(outcome: Done<State, E> | Refused<State>): Done<State, E> {
  if (!outcome.done) throw new Error('a bank’s message was refused');
  return outcome;
}
