import type { Instant } from '@fajiao/kernel';
import type { JsonValue } from '../../http/strict-json';

/** Injection token of the {@link ContractEvents} of a demonstration. */
export const CONTRACT_EVENTS = Symbol('ContractEvents');

/** An event that one context publishes to another, told by hand. */
export interface ContractEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, JsonValue>>;
  /** When it happened. */
  readonly at: Instant;
}

/**
 * For demonstrations without the acts that lead to an event: it is written as the deciding side would write it. No process
 * in production has one.
 */
export interface ContractEvents {
  /** @returns the stream; undefined where the event is none that the deciding side publishes about a case */
  append(event: ContractEvent): Promise<string | undefined>;
}
