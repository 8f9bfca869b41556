/** Grounds of a decision not to punish, with their source. `other` is told in its reasons. */
export const NO_PENALTY_GROUNDS = {
  'not-proven': 'APL-57',
  'slight-corrected-no-harm': 'APL-33',
  'first-time-slight-corrected': 'APL-33',
  'no-fault': 'APL-33',
  'under-fourteen': 'APL-30',
  'mentally-incapable': 'APL-31',
  'limitation-expired': 'APL-36',
  other: 'APL-57',
} as const;
export type NoPenaltyGround = keyof typeof NO_PENALTY_GROUNDS;
