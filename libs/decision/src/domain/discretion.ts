import type { Penalty } from '@fajiao/contracts';
import type { Fen } from '@fajiao/kernel';
import { isWithin, tierOf, tierRange, type Circumstances, type OffenceItem, type PartyKind } from '@fajiao/rulebook';
import { standingProposal, type CaseState } from './case-state';
import type { LawContext } from './context';
import type { Mitigation } from './events';
import { offenceOf } from './law';

/** Penalties as they are weighed against the offence's article and its benchmark (APL-28, 32, 34). */
export interface Weighed {
  readonly item: OffenceItem;
  readonly party: PartyKind;
  readonly penalties: readonly Penalty[];
  readonly tier: string;
  readonly reasons?: string | undefined;
  readonly mitigation?: Mitigation | undefined;
  readonly conditions: readonly string[];
  readonly gainsFen: Fen;
  readonly goods: readonly string[];
}

export function circumstancesOf({ item, party, tier, gainsFen, goods }: Weighed): Circumstances {
  const serious = tierOf(item, party, tier)?.serious === true;
  return { party, serious, gainsFen, goods: goods.length > 0 };
}

/** The fine among the penalties. */
export function fineOf({ penalties }: Pick<Weighed, 'penalties'>): Fen | undefined {
  return penalties.find((penalty) => penalty.kind === 'fine')?.fen;
}

/** A fine below or above what its tier leaves; never where the benchmark has no range for it. */
export function isOutsideTier(weighed: Weighed): boolean {
  const { item, party } = weighed;
  const tier = tierOf(item, party, weighed.tier);
  const fine = fineOf(weighed);
  if (!tier || fine === undefined) return false;
  const range = tierRange(item, tier, circumstancesOf(weighed));
  return range !== null && !isWithin(range, fine);
}

/** The version that stands, weighed; null: there is none. */
export function standingWeighed(state: CaseState, law: LawContext): Weighed | null {
  const standing = standingProposal(state);
  const { filing, conclusions } = state;
  const item = filing && offenceOf(filing, law);
  if (!standing || !conclusions || !item) return null;
  const { penalties, tier, reasons, mitigation } = standing;
  const { conditions, gainsFen, goods } = conclusions;
  const party = filing.party.kind;
  return {
    item,
    party,
    penalties,
    tier,
    reasons: reasons ?? undefined,
    mitigation: mitigation ?? undefined,
    conditions,
    gainsFen,
    goods,
  };
}
