import { addDays, fullYearsBetween, type CivilDate, type Fen } from '@fajiao/kernel';
import type { PenaltyKind } from './offence';
import type { PartyKind } from './party-kind';
import type { CollectionGround, Profile, ThresholdId } from './profile';
import { ageRule, hearingRule, quorumRule, simpleProcedureRule, thresholdFen } from './rules';

/** What the rules on procedure ask of a penalty. */
export interface PenaltyFacts {
  readonly kind: PenaltyKind;
  /** Of a fine or of confiscated gains. */
  readonly fen?: Fen;
}

export interface HearingGround {
  readonly kind: PenaltyKind;
  readonly source: string;
  /** The threshold that the amount reaches. */
  readonly thresholdFen?: Fen;
}

const HEARING_THRESHOLDS: Readonly<Partial<Record<PenaltyKind, ThresholdId>>> = {
  fine: 'hearing.fine',
  'confiscation-of-gains': 'hearing.gains',
};

/**
 * Why the party has a right to a hearing (APL-63); empty: it has none. Goods have no value in a proposal, so larger
 * goods (`hearing.goods`) are for the unit lead to mark.
 */
export function hearingGrounds(
  profile: Profile,
  party: PartyKind,
  penalties: readonly PenaltyFacts[],
  on: CivilDate,
): HearingGround[] {
  const { kinds, source } = hearingRule(profile, on);
  return penalties.flatMap(({ kind, fen }): HearingGround[] => {
    const id = HEARING_THRESHOLDS[kind];
    const least = id && thresholdFen(profile, id, party, on);
    if (least !== undefined && fen !== undefined && fen >= least) return [{ kind, source, thresholdFen: least }];
    return kinds.includes(kind) ? [{ kind, source }] : [];
  });
}

/** Major (重大, APL-57, 58; readings: major): a right to a hearing exists, or the unit lead marked it. */
export function isMajor(grounds: readonly HearingGround[], markedByUnitLead: boolean): boolean {
  return grounds.length > 0 || markedByUnitLead;
}

/** Whether the penalties may be decided on the spot (APL-51): kinds and amount. */
export function fitsSimpleProcedure(
  profile: Profile,
  party: PartyKind,
  penalties: readonly PenaltyFacts[],
  on: CivilDate,
): boolean {
  const { kinds } = simpleProcedureRule(profile, on);
  const most = thresholdFen(profile, 'simple-procedure.fine', party, on);
  return penalties.every(({ kind, fen }) => kinds.includes(kind) && (fen === undefined || fen <= most));
}

/** A fine that somebody wants to take on the spot. */
export interface FineToCollect {
  readonly procedure: 'ordinary' | 'simple';
  readonly party: PartyKind;
  readonly fineFen: Fen;
}

/** The ground of the closed list on which such a fine may be taken on the spot (APL-68, 69); undefined: it may not. */
export function collectionGround(
  profile: Profile,
  id: string,
  { procedure, party, fineFen }: FineToCollect,
  on: CivilDate,
): CollectionGround | undefined {
  const ground = simpleProcedureRule(profile, on).collectionGrounds.find((one) => one.id === id);
  const most = ground?.upTo && thresholdFen(profile, ground.upTo, party, on);
  const holds = ground?.procedures.includes(procedure) && (most === undefined || fineFen <= most);
  return holds ? ground : undefined;
}

/** More than half of the heads, and at least as many as the rule says (readings: quorum). */
export function hasQuorum(profile: Profile, heads: number, present: number, on: CivilDate): boolean {
  return 2 * present > heads && present >= quorumRule(profile, on).presentAtLeast;
}

/** Concluded by more than half of those present (readings: quorum). */
export function isConcluded(present: number, inFavour: number): boolean {
  return 2 * inFavour > present;
}

/** Age in full years; on the birthday itself the younger age still counts (readings: age). */
export function ageOn(birth: CivilDate, on: CivilDate): number {
  return fullYearsBetween(birth, addDays(on, -1));
}

/** What the age at the act means for the penalty (APL-30). */
export function ageGroup(profile: Profile, birth: CivilDate, actDate: CivilDate): 'no-penalty' | 'mitigated' | 'full' {
  const { noPenaltyUnder, mitigatedUnder } = ageRule(profile, actDate);
  const age = ageOn(birth, actDate);
  if (age < noPenaltyUnder) return 'no-penalty';
  return age < mitigatedUnder ? 'mitigated' : 'full';
}
