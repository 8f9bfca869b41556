import type { Ground } from '@fajiao/kernel';
import type { FieldFault } from './field-fault';
import { type PlatformCode, platformCodes } from './platform-codes';
import type { CodeTable, Detail } from './sentence';

export interface ProblemContent {
  /** Values for the placeholders of the code's sentence. */
  readonly detail?: Detail;
  /** What is wrong where, for content that was not understood. */
  readonly errors?: readonly FieldFault[];
  /** Every ground on which the law refuses the act. */
  readonly grounds?: readonly [Ground, ...Ground[]];
  /** Revision that the answer's ETag names. */
  readonly etag?: number;
  readonly retryAfterSeconds?: number;
}

/** An answer that is no success: a code of a closed table, sent as RFC 9457 problem+json. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: string,
    readonly content: ProblemContent = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** A maker of problems that knows the codes of one table only. */
export function problemsOf<Code extends string>(
  // The table is what closes the set of codes; its sentences are looked up when the problem is sent.
  _table: CodeTable<Code>,
): (code: Code, content?: ProblemContent, options?: ErrorOptions) => Problem {
  return (code, content, options) => new Problem(code, content, options);
}

/** Problems of the platform's own codes. */
export const platformProblem: (code: PlatformCode, content?: ProblemContent, options?: ErrorOptions) => Problem =
  problemsOf(platformCodes);

/** 409: the law (or the profile) refuses the act, on these grounds. Record the refusal before throwing it. */
export function refused(grounds: readonly [Ground, ...Ground[]]): Problem {
  return new Problem(grounds[0].code, { grounds });
}
