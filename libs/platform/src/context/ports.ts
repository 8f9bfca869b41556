import type { Position } from '@fajiao/event-store';
import type { Actor, Ground, Instant } from '@fajiao/kernel';

/** A writing operation that was refused to this person before the law was asked: role, or roles of both sides. */
export interface RefusedRequest {
  readonly operation: string;
  /** The path that was asked for, without its query. */
  readonly target: string;
  readonly params: Readonly<Record<string, string>>;
  readonly actor: Actor;
  readonly ground: Ground;
  readonly bodyHash: string;
  readonly at: Instant;
  readonly correlationId: string;
}

/** A context's record of refusals. It is asked before the answer goes out, and its failure becomes the answer. */
export interface RefusalRecorder {
  record(refusal: RefusedRequest): Promise<void>;
}

export interface ProjectionStatus {
  readonly name: string;
  /** Null before the first turn. */
  readonly position: Position | null;
  /** Events of ours that are known to wait; null when that is not known. */
  readonly lag: number | null;
  /** Streams set aside because an event of theirs could not be applied. */
  readonly parked: number;
  /** Why it stands still, where it does. */
  readonly fault?: string | null;
}

/** The projections and policies of a context. */
export interface ProjectionsPort {
  /** Resolves when every projection has reached the position; rejects on abort. */
  waitFor(position: Position, signal: AbortSignal): Promise<void>;
  status(): Promise<readonly ProjectionStatus[]>;
  /** All checkpoints have reached a head that has not moved since. */
  settled(): Promise<boolean>;
}

/** `warn` is served and shown; `fail` answers 503 on /health/ready. */
export interface Readiness {
  readonly status: 'ok' | 'warn' | 'fail';
  /** For whoever operates the server: no personal data, no secrets. */
  readonly note?: string;
}

export interface ReadinessCheck {
  readonly name: string;
  /** A rejection counts as `fail`. */
  check(): Promise<Readiness>;
}

// Injection tokens. Whoever wires a context provides them; the platform finds them wherever they are.

/** Token of a context's {@link RefusalRecorder}; required where an operation writes. */
export const refusalRecorderOf = (context: string): string => `fajiao:refusals:${context}`;
/** Token of the {@link ProjectionsPort} of a context, or of whatever else keeps projections going in this process. */
export const projectionsOf = (owner: string): string => `fajiao:projections:${owner}`;
/** Token of the {@link ReadinessCheck}s of a context, or of the `app` itself. */
export const readinessOf = (owner: string): string => `fajiao:readiness:${owner}`;
