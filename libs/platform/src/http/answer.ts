import type { Position } from '@fajiao/event-store';

/** What an answer says in its headers. */
export interface AnswerHeaders {
  /** Revision of the last event by a person: becomes the ETag. */
  readonly etag?: number;
  /** Becomes Fajiao-Position: where a write was written, or up to where a list has read. */
  readonly position?: Position;
  readonly location?: string;
}

const headersOf = new WeakMap<object, AnswerHeaders>();

/** The same body, with headers beside it. */
export function answered<Body extends object>(body: Body, headers: AnswerHeaders): Body {
  headersOf.set(body, headers);
  return body;
}

export function answerHeaders(body: unknown): AnswerHeaders {
  return (typeof body === 'object' && body !== null && headersOf.get(body)) || {};
}
