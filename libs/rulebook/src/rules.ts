import type { CivilDate, Fen } from '@fajiao/kernel';
import { inForce } from './dated';
import type { PartyKind, ThresholdKind } from './party-kind';
import type {
  AgeRule,
  ArchiveRule,
  ClockId,
  ClockRule,
  DisclosureRule,
  HearingRule,
  Profile,
  QuorumRule,
  Reading,
  ReadingId,
  RemedyRule,
  SimpleProcedureRule,
  SurchargeRule,
  Threshold,
  ThresholdId,
} from './profile';

// `on` is always the day of the act that the rule is asked for. Every look-up throws NotInForce for a day before the
// profile begins (`profile.effectiveFrom`).

export function clockRule(profile: Profile, id: ClockId, on: CivilDate): ClockRule {
  return inForce(id, withId(profile.clocks, id), on);
}

export function threshold(profile: Profile, id: ThresholdId, on: CivilDate): Threshold {
  return inForce(id, withId(profile.thresholds, id), on);
}

export function surchargeRule(profile: Profile, on: CivilDate): SurchargeRule {
  return inForce('surcharge', profile.surcharge, on);
}

export function ageRule(profile: Profile, on: CivilDate): AgeRule {
  return inForce('ages', profile.ages, on);
}

export function quorumRule(profile: Profile, on: CivilDate): QuorumRule {
  return inForce('quorum', profile.quorum, on);
}

export function hearingRule(profile: Profile, on: CivilDate): HearingRule {
  return inForce('hearing', profile.hearing, on);
}

export function simpleProcedureRule(profile: Profile, on: CivilDate): SimpleProcedureRule {
  return inForce('simple procedure', profile.simpleProcedure, on);
}

export function remedyRule(profile: Profile, on: CivilDate): RemedyRule {
  return inForce('remedies', profile.remedies, on);
}

export function disclosureRule(profile: Profile, on: CivilDate): DisclosureRule {
  return inForce('disclosure', profile.disclosure, on);
}

export function archiveRule(profile: Profile, on: CivilDate): ArchiveRule {
  return inForce('archive', profile.archive, on);
}

/** The choice of this profile; the loader has made sure that each is there. */
export function readingOf(profile: Profile, id: ReadingId): Reading {
  const reading = profile.readings.find((one) => one.id === id);
  if (!reading) throw new Error(`the profile has no reading ${id}`);
  return reading;
}

/** Which thresholds hold for such a party: an individual business follows the profile's reading. */
export function thresholdKindOf(profile: Profile, party: PartyKind): ThresholdKind {
  if (party !== 'individual-business') return party;
  return readingOf(profile, 'individual-business').choice === 'citizen' ? 'citizen' : 'organisation';
}

/** The amount that holds for such a party. */
export function thresholdFen(profile: Profile, id: ThresholdId, party: PartyKind, on: CivilDate): Fen {
  return threshold(profile, id, on).fen[thresholdKindOf(profile, party)];
}

function withId<Id extends string, T extends { readonly id: Id }>(entries: readonly T[], id: Id): T[] {
  return entries.filter((entry) => entry.id === id);
}
