import type { Instant } from '@fajiao/kernel';

/** How a form is rendered. */
export interface Rendering {
  /** When the document is made: the time of the act that issues it. It stands in the file's own dates. */
  readonly at: Instant;
  /** Marked 草稿 on every page: not issued. */
  readonly draft?: boolean;
}
