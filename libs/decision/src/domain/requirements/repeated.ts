import { addMonths, type CivilDate } from '@fajiao/kernel';
import { tierOf } from '@fajiao/rulebook';
import type { CaseState } from '../case-state';
import type { ActContext, LawContext } from '../context';
import type { Weighed } from '../discretion';
import { met, missing, notRequired, ofAct } from '../requirement';

/**
 * A tier for who breaks the rule for the first time is none for a party that was fined under the item before, ever or within the
 * months that the tier names: the benchmark has another for it (APL-34). Reasons on record may keep it there.
 */
export function firstTimeTier<Data>(
  weigh: (data: Data, state: CaseState, law: LawContext) => Weighed | null,
  actDateOf: (data: Data, state: CaseState) => CivilDate,
) {
  return ofAct<Data>('discretion.repeated', 'APL-34', (data, state, law: ActContext) => {
    const weighed = weigh(data, state, law);
    const rule = weighed && tierOf(weighed.item, weighed.party, weighed.tier)?.firstTime;
    if (!weighed || !rule) return notRequired;
    const { withinMonths } = rule;
    const actDate = actDateOf(data, state);
    const counts = (until: CivilDate) => withinMonths === undefined || addMonths(until, withinMonths) >= actDate;
    const repeated = (law.earlierFines ?? []).filter(({ until }) => counts(until));
    if (repeated.length === 0 || weighed.reasons !== undefined) return met();
    return missing({ tier: weighed.tier, cases: repeated.map(({ caseId }) => caseId).join(', ') });
  });
}
