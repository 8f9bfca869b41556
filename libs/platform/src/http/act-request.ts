import type { Actor, Instant } from '@fajiao/kernel';
import type { Language } from '../problem/sentence';

/** Who asks, when, and in which language: what every operation may know. */
export interface CallerRequest {
  /** Operation id of the policy table. */
  readonly operation: string;
  /** Id `public` where nobody signs in, `bank:<id>` for a signed message. */
  readonly actor: Actor;
  /** The server's clock, or Fajiao-Demo-Time in demonstration mode. */
  readonly now: Instant;
  readonly correlationId: string;
  readonly language: Language;
}

/** What a write knows besides. */
export interface ActRequest extends CallerRequest {
  /** SHA-256 (hex) of the body as canonical JSON (RFC 8785); of `{}` where there is none. */
  readonly bodyHash: string;
  /**
   * The revision that If-Match names; -1, which no resource has, where the header is missing (428) or can match
   * nothing (412). Pass it on as it is: the command handler looks at it in its turn.
   */
  readonly ifMatch: number;
  /**
   * Command id of this act on a resource: the same caller, operation, resource and Idempotency-Key give the same one.
   * A bank's callback has no key: there the resource (such as the payment's reference) has to tell messages apart.
   */
  commandId(resource: string): string;
}
