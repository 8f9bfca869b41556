export { Catalogue } from './catalogue';
export {
  clockState,
  deadline,
  deadlineAt,
  leftOutOfTerm,
  movedTo,
  passed,
  passedAt,
  pausedForRemedy,
  reached,
  type Clock,
  type ClockState,
  type Ending,
  type Pause,
} from './deadline';
export { NotInForce } from './dated';
export { documentNumber } from './document-number';
export { loadCalendar } from './load-calendar';
export { loadRulebook, type Rulebook } from './load-rulebook';
export {
  citationOf,
  type CatalogueVersion,
  type FineRange,
  type OffenceItem,
  type PenaltyKind,
  type ResponsiblePersons,
  type Tier,
} from './offence';
export { isPaymentCode, paymentCode, paymentCodeDraws, paymentCodeLength } from './payment-code';
export {
  allowedPenalties,
  canCommit,
  fineRange,
  isWithin,
  missingPenalties,
  tierOf,
  tierRange,
  tiersOf,
  type Circumstances,
} from './penalties';
export {
  ageGroup,
  ageOn,
  fitsSimpleProcedure,
  hasQuorum,
  hearingGrounds,
  isConcluded,
  isMajor,
  type HearingGround,
  type PenaltyFacts,
} from './procedure';
export type { PartyKind, ThresholdKind } from './party-kind';
export type {
  AgeRule,
  Authority,
  Bilingual,
  ClockId,
  ClockRule,
  ClockUnit,
  DisclosureRule,
  DocumentKind,
  PaymentCodeFormat,
  Profile,
  Reading,
  ReadingId,
  RemedyRule,
  SimpleProcedureRule,
  Standing,
  SurchargeRule,
  Threshold,
  ThresholdId,
} from './profile';
export {
  ageRule,
  clockRule,
  disclosureRule,
  readingOf,
  remedyRule,
  simpleProcedureRule,
  surchargeRule,
  threshold,
  thresholdFen,
  thresholdKindOf,
} from './rules';
export { RulebookFaults } from './shape';
export {
  accountAtEndOf,
  amountDueOn,
  surchargeOn,
  surchargeTable,
  type Account,
  type Debt,
  type Paid,
  type SurchargeDay,
  type Term,
} from './surcharge';
