import type { Fen } from '@fajiao/kernel';

/** Kinds of penalty (处罚种类, APL-9) whose content is no amount, list or period. */
export type PlainPenaltyKind =
  | 'warning'
  | 'public-criticism'
  | 'licence-suspension'
  | 'downgrade'
  | 'licence-revocation'
  | 'business-restriction'
  | 'closure'
  | 'practice-ban'
  | 'publication';

/** One penalty of a proposal or a decision. Amounts in fen. */
export type Penalty =
  | { readonly kind: PlainPenaltyKind }
  | { readonly kind: 'fine'; readonly fen: Fen }
  | { readonly kind: 'confiscation-of-gains'; readonly fen: Fen }
  | { readonly kind: 'confiscation-of-goods'; readonly items: readonly string[] }
  | { readonly kind: 'suspension'; readonly days?: number; readonly months?: number };
