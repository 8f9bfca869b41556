import type { CivilDate, Decision, Ground, Instant } from '@fajiao/kernel';
import { withConsequences } from '../fine-consequences';
import type { FineRules } from '../fine-terms';
import type { FineEvent } from '../fine.events';
import type { FineState } from '../fine.state';
import type { ActCode } from './codes';

/** Who acts on a fine, when, and under which law. */
export interface ActContext {
  readonly actor: string;
  readonly at: Instant;
  readonly on: CivilDate;
  readonly rules: FineRules;
  /** Whoever acted on the deciding side of this case, as far as it told of it. */
  readonly decidingPersons: ReadonlySet<string>;
}

export type ActDecision = Decision<FineEvent, ActCode>;
export type ActGround = Ground<ActCode>;

/** The events with what follows from them, or every ground that stands against the act. */
export function decided(
  grounds: readonly (ActGround | false)[],
  state: FineState,
  events: () => readonly FineEvent[],
  { rules }: ActContext,
): ActDecision {
  const [first, ...others] = grounds.filter((ground) => ground !== false);
  if (first) return { refused: [first, ...others] };
  return { events: withConsequences(state, events(), rules) };
}

/** Nobody of the deciding side moves money (APL-67), whatever role they hold now. */
export function notOfDecidingSide({ actor, decidingPersons }: ActContext): ActGround | false {
  return decidingPersons.has(actor) && { code: 'duties.deciding-side', source: 'APL-67' };
}

/**
 * Two persons: whoever asked for any refund or relief of this fine, this one or an earlier one, authorises none of them.
 */
export function notARequester({ duties }: FineState, { actor }: ActContext): ActGround | false {
  const asked = duties.some(({ act, by }) => by === actor && (act === 'RefundRequested' || act === 'ReliefRequested'));
  return asked && { code: 'duties.same-person', source: 'internal control' };
}
