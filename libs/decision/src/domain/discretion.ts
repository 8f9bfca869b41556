import type { Penalty } from '@fajiao/contracts';
import { fen, type Fen } from '@fajiao/kernel';
import { isWithin, tierOf, tierRange, type Circumstances, type OffenceItem, type PartyKind } from '@fajiao/rulebook';
import { standingProposal, type CaseState } from './case-state';
import type { LawContext } from './context';
import type { Mitigation } from './events';
import { governingItem } from './governing-law';
import { ifAny } from './if-any';

/** Penalties as they are weighed against the offence's article and its benchmark (APL-28, 32, 34). */
export interface Weighed {
  readonly item: OffenceItem;
  readonly party: PartyKind;
  readonly penalties: readonly Penalty[];
  readonly tier: string;
  readonly reasons?: string | undefined;
  readonly mitigation?: Mitigation | undefined;
  /** Punished as a person responsible beside an organisation. */
  readonly responsiblePerson?: boolean;
  readonly conditions: readonly string[];
  readonly gainsFen: Fen;
  readonly repaidFen?: Fen | undefined;
  readonly turnoverFen?: Fen | undefined;
  readonly goods: readonly string[];
}

/** Found where the person responsible holds a guide's card (导游证). */
export const GUIDE = 'guide';

export function circumstancesOf(weighed: Weighed): Circumstances {
  const { item, party, tier, gainsFen, turnoverFen, goods, conditions, responsiblePerson = false } = weighed;
  const serious = tierOf(item, party, tier)?.serious === true;
  const guide = conditions.includes(GUIDE);
  return {
    ...{ party, serious, gainsFen, goods: goods.length > 0, responsiblePerson, guide },
    ...ifAny({ turnoverFen }),
  };
}

/** Unlawful gains, less what is given back: what is confiscated (APL-28). */
export function gainsDue({ gainsFen, repaidFen = fen(0) }: Weighed): Fen {
  return fen(Math.max(gainsFen - repaidFen, 0));
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

/** The version that stands, weighed; null: there is none. Whoever departs from it gives reasons of their own. */
export function standingWeighed(state: CaseState, law: LawContext): Weighed | null {
  const standing = standingProposal(state);
  const { filing, conclusions } = state;
  const item = filing && governingItem(filing, standing?.governing, law);
  if (!standing || standing.noPenalty || !conclusions || !item) return null;
  const { penalties, tier, mitigation } = standing;
  const { conditions, gainsFen, repaidFen, turnoverFen, goods } = conclusions;
  const party = filing.party.kind;
  return {
    item,
    party,
    penalties,
    tier,
    mitigation: mitigation ?? undefined,
    responsiblePerson: filing.beside !== null,
    conditions,
    gainsFen,
    repaidFen,
    turnoverFen: turnoverFen ?? undefined,
    goods,
  };
}
