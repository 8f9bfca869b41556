export { Catalogue } from './catalogue';
export {
  clockState,
  clockStateAt,
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
export { closedGround, groundsOf, type ClosedGround, type GroundEffect, type GroundList } from './grounds';
export { loadCalendar } from './load-calendar';
export { loadRulebook, type Rulebook } from './load-rulebook';
export { compareItems, type Compared } from './milder';
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
  collectionGround,
  fitsSimpleProcedure,
  hasQuorum,
  hearingGrounds,
  isConcluded,
  isMajor,
  type FineToCollect,
  type HearingGround,
  type PenaltyFacts,
} from './procedure';
export type { PartyKind, ThresholdKind } from './party-kind';
export type {
  AgeRule,
  ArchiveRule,
  Authority,
  Bilingual,
  ClockId,
  ClockRule,
  ClockUnit,
  CollectionGround,
  DisclosureRule,
  DocumentKind,
  FileClass,
  PaymentCodeFormat,
  Profile,
  Reading,
  ReadingId,
  ReceiptSeries,
  RemedyRule,
  SimpleProcedureRule,
  Standing,
  SurchargeRule,
  Threshold,
  ThresholdId,
} from './profile';
export {
  ageRule,
  archiveRule,
  clockRule,
  disclosureRule,
  readingOf,
  quorumRule,
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
  type FormerSchedule,
  type Paid,
  type Schedule,
  surchargeSpans,
  type SurchargeDay,
  type SurchargeSpan,
  type Term,
} from './surcharge';
