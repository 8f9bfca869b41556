/** Whose rule it is. */
export type Standing = 'statute' | 'state-council' | 'ministry' | 'local' | 'bureau';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Where a rule comes from: an id of the law (APL-60), a document, or `internal control`. */
export interface Sourced {
  readonly source: string;
  readonly standing: Standing;
}
