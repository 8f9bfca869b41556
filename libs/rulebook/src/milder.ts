import type { FineRange, OffenceItem } from './offence';
import { allowedPenalties, fineRange, mandatoryPenalties, type Circumstances } from './penalties';
import type { Profile } from './profile';

/** How a later version of an item treats a case beside the version of the day of the act (APL-37). */
export type Compared = 'milder' | 'same' | 'heavier' | 'mixed' | 'abolished';

/**
 * Compares range, kinds and mandatory penalties in the circumstances of one case. `mixed`: milder in one thing and heavier in
 * another, so that people have to weigh it. `abolished`: the later version punishes the act no more.
 */
export function compareItems(
  profile: Profile,
  ofTheAct: OffenceItem,
  later: OffenceItem | undefined,
  circumstances: Circumstances,
): Compared {
  if (!later) return 'abolished';
  const sideOf = (item: OffenceItem): Side => ({
    range: fineRange(profile, item, circumstances) ?? noFine,
    kinds: allowedPenalties(profile, item, circumstances),
    must: mandatoryPenalties(item, circumstances, true).map((group) => [...group].sort().join('|')),
  });
  const [before, after] = [sideOf(ofTheAct), sideOf(later)];
  const less = [
    ...differences(before.range, after.range),
    setDifference(before.kinds, after.kinds),
    setDifference(before.must, after.must),
  ];
  if (less.includes('mixed') || (less.includes('milder') && less.includes('heavier'))) return 'mixed';
  if (less.includes('milder')) return 'milder';
  return less.includes('heavier') ? 'heavier' : 'same';
}

interface Side {
  readonly range: { readonly min: number; readonly max: number };
  readonly kinds: readonly string[];
  readonly must: readonly string[];
}

const noFine = { min: 0, max: 0 };

type Difference = 'milder' | 'same' | 'heavier' | 'mixed';

function differences(before: Side['range'], after: Side['range']): Difference[] {
  return (['min', 'max'] as const satisfies readonly (keyof FineRange)[]).map((end) => {
    if (after[end] === before[end]) return 'same';
    return after[end] < before[end] ? 'milder' : 'heavier';
  });
}

/** What may or must be imposed: less of it is milder. */
function setDifference(before: readonly string[], after: readonly string[]): Difference {
  const gone = before.some((kind) => !after.includes(kind));
  const come = after.some((kind) => !before.includes(kind));
  if (gone && come) return 'mixed';
  if (gone) return 'milder';
  return come ? 'heavier' : 'same';
}
