import { fen, type Fen } from '@fajiao/kernel';
import type { FineRange, OffenceItem, PenaltyKind, Tier } from './offence';
import type { PartyKind } from './party-kind';
import type { Profile } from './profile';
import { thresholdKindOf } from './rules';

/** What the range and the kinds of penalties of an item depend on. */
export interface Circumstances {
  readonly party: PartyKind;
  /** The tier found is one of serious circumstances (情节严重). */
  readonly serious: boolean;
  readonly gainsFen?: Fen;
  readonly turnoverFen?: Fen;
  /** Unlawful goods, or tools and equipment of the offence, exist. */
  readonly goods?: boolean;
  /** The party is punished as one of the item's `responsiblePersons`, not for the act itself. */
  readonly responsiblePerson?: boolean;
  /** The responsible person holds a guide's card (导游证). */
  readonly guide?: boolean;
}

/** Whether the item names such a party, or such a person beside it. */
export function canCommit(item: OffenceItem, party: PartyKind, responsiblePerson = false): boolean {
  if (responsiblePerson) return party === 'citizen' && item.responsiblePersons !== undefined;
  return item.subjects.includes(party);
}

/** The range of the fine, both ends inside; null: the item knows no fine here. */
export function fineRange(profile: Profile, item: OffenceItem, circumstances: Circumstances): FineRange | null {
  if (circumstances.responsiblePerson) return item.responsiblePersons?.fineFen ?? null;
  if (circumstances.serious && item.seriousFineFen) return item.seriousFineFen;
  const bySubject = item.fineFenBySubject?.[thresholdKindOf(profile, circumstances.party)];
  return multipleOfBase(item, circumstances) ?? bySubject ?? item.fineFen;
}

/** The range where the fine is a multiple of gains or turnover; null: it is not, or not from this amount. */
export function multipleOfBase(item: OffenceItem, circumstances: Circumstances): FineRange | null {
  if (!item.gainsMultiple || circumstances.responsiblePerson) return null;
  const { base, min, max, fromFen } = item.gainsMultiple;
  const amount = base === 'gains' ? circumstances.gainsFen : circumstances.turnoverFen;
  if (amount === undefined || amount < fromFen) return null;
  return { min: times(amount, min), max: times(amount, max) };
}

/** Beyond every amount that can be written there is nothing to compare with, so the product ends there. */
function times(amount: Fen, factor: number): Fen {
  return fen(Math.min(amount * factor, Number.MAX_SAFE_INTEGER));
}

/** The tiers that hold for such a party. */
export function tiersOf(item: OffenceItem, party: PartyKind): Tier[] {
  return item.benchmark.filter(({ subjects }) => !subjects || subjects.includes(party));
}

export function tierOf(item: OffenceItem, party: PartyKind, name: string): Tier | undefined {
  return tiersOf(item, party).find(({ tier }) => tier === name);
}

/**
 * The range that the tier leaves for a fine; null: the benchmark has none, because the item knows no fine in it, or
 * because the fine is a multiple of the base or a responsible person's.
 */
export function tierRange(item: OffenceItem, tier: Tier, circumstances: Circumstances): FineRange | null {
  if (circumstances.responsiblePerson || multipleOfBase(item, circumstances)) return null;
  return tier.fineFen;
}

/** Both bounds are inside (readings: tier-bounds). */
export function isWithin(range: FineRange, amount: Fen): boolean {
  return range.min <= amount && amount <= range.max;
}

/** Groups of penalties that must stand in the decision: at least one of each group. */
export function mandatoryPenalties(
  item: OffenceItem,
  circumstances: Circumstances,
  withFine: boolean,
): PenaltyKind[][] {
  const { serious, goods, responsiblePerson, guide } = circumstances;
  const gains = (circumstances.gainsFen ?? 0) > 0;
  const each = (kinds: readonly PenaltyKind[] | undefined) => (kinds ?? []).map((kind) => [kind]);
  const oneOf = (kinds: readonly PenaltyKind[] | undefined) => (kinds ? [[...kinds]] : []);
  if (responsiblePerson)
    return [
      ...(gains ? each(item.responsiblePersons?.mustIfGains) : []),
      ...(guide ? oneOf(item.responsiblePersons?.mustIfGuide) : []),
    ];
  return [
    ...each(item.must),
    ...(gains ? each(item.mustIfGains) : []),
    ...(goods ? each(item.mustIfGoods) : []),
    ...(serious && withFine && item.seriousFineFen ? oneOf(item.seriousMust) : []),
  ];
}

/** The groups of which nothing is there. */
export function missingPenalties(
  item: OffenceItem,
  circumstances: Circumstances,
  kinds: readonly PenaltyKind[],
): PenaltyKind[][] {
  return mandatoryPenalties(item, circumstances, kinds.includes('fine')).filter(
    (group) => !group.some((kind) => kinds.includes(kind)),
  );
}

/** Every kind that the item allows; unlawful gains are confiscated even where it is silent (APL-28). */
export function allowedPenalties(profile: Profile, item: OffenceItem, circumstances: Circumstances): PenaltyKind[] {
  const { serious, responsiblePerson } = circumstances;
  const persons = item.responsiblePersons;
  const kinds: readonly PenaltyKind[] = responsiblePerson
    ? [...(persons?.mustIfGains ?? []), ...(persons?.mustIfGuide ?? [])]
    : [
        ...item.must,
        ...(item.mustIfGains ?? []),
        ...(item.mustIfGoods ?? []),
        ...(serious ? [...item.serious, ...(item.seriousMust ?? [])] : []),
      ];
  const fine: readonly PenaltyKind[] = fineRange(profile, item, circumstances) ? ['fine'] : [];
  return [...new Set<PenaltyKind>(['confiscation-of-gains', ...kinds, ...fine])];
}
