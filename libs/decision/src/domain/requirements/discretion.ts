import { allowedPenalties, citationOf, fineRange, missingPenalties, tierOf } from '@fajiao/rulebook';
import type { CaseState } from '../case-state';
import type { LawContext } from '../context';
import { circumstancesOf, fineOf, gainsDue, isOutsideTier, type Weighed } from '../discretion';
import { moneyOf, suspensionDays } from '../penalties';
import { met, metIf, missing, ofAct, type Finding, type OfAct } from '../requirement';

/** Penalties within the offence's article and its benchmark, whoever proposes them (APL-28, 32, 34). */
export function lawfulPenalties<Data>(
  weigh: (data: Data, state: CaseState, law: LawContext) => Weighed | null,
): readonly OfAct<Data>[] {
  const weighed = (code: OfAct<Data>['code'], source: string, check: (given: Weighed, law: LawContext) => Finding) =>
    ofAct<Data>(code, source, (data, state, law) => {
      const given = weigh(data, state, law);
      return given ? check(given, law) : met();
    });
  return [
    weighed('offence.condition-not-met', 'catalogue', conditionMet),
    weighed('penalty.not-provided', 'catalogue', kindsProvided),
    weighed('penalty.mandatory-missing', 'catalogue', mandatoryThere),
    weighed('gains.not-confiscated', 'APL-28', gainsConfiscated),
    weighed('offence.base-not-found', 'catalogue', baseFound),
    weighed('fine.above-maximum', 'catalogue', notAboveMaximum),
    weighed('fine.below-minimum', 'catalogue', notBelowMinimum),
    weighed('suspension.outside-range', 'catalogue', suspensionInRange),
    weighed('discretion.tier-unknown', 'APL-34', tierKnown),
    weighed('discretion.outside-tier', 'APL-34', insideTierOrReasoned),
  ];
}

function conditionMet({ item, conditions }: Weighed): Finding {
  const { condition } = item;
  return metIf(
    condition === undefined || conditions.includes(condition),
    { condition: condition ?? null },
    article(item),
  );
}

function kindsProvided(given: Weighed, { rulebook }: LawContext): Finding {
  const allowed = allowedPenalties(rulebook.profile, given.item, circumstancesOf(given));
  const strange = given.penalties.map(({ kind }) => kind).filter((kind) => !allowed.includes(kind));
  return metIf(strange.length === 0, { penalties: strange.join(', ') }, article(given.item));
}

function mandatoryThere(given: Weighed): Finding {
  const kinds = given.penalties.map(({ kind }) => kind);
  const circumstances = { ...circumstancesOf(given), gainsFen: gainsDue(given) };
  const groups = missingPenalties(given.item, circumstances, kinds).map((group) => group.join(' / '));
  return metIf(groups.length === 0, { penalties: groups.join(', ') }, article(given.item));
}

/** All of it, no more and no less, also where the article is silent. */
function gainsConfiscated(given: Weighed): Finding {
  const due = gainsDue(given);
  const { confiscatedGainsFen } = moneyOf(given.penalties);
  // Where the article commands it, its absence is the article's to refuse.
  const commands = given.responsiblePerson ? given.item.responsiblePersons : given.item;
  if (confiscatedGainsFen === 0 && commands?.mustIfGains?.includes('confiscation-of-gains')) return met();
  return metIf(confiscatedGainsFen === due, { fen: confiscatedGainsFen, dueFen: due });
}

/** A range that is counted by the turnover is known only once the turnover is. */
function baseFound(given: Weighed): Finding {
  const { item, turnoverFen, responsiblePerson = false } = given;
  const needed = item.gainsMultiple?.base === 'turnover' && fineOf(given) !== undefined && !responsiblePerson;
  return metIf(!needed || turnoverFen !== undefined, { base: 'turnover' }, article(item));
}

function notAboveMaximum(given: Weighed, { rulebook }: LawContext): Finding {
  const range = fineRange(rulebook.profile, given.item, circumstancesOf(given));
  const fine = fineOf(given) ?? 0;
  return metIf(range === null || fine <= range.max, { fen: fine, maxFen: range?.max ?? null }, article(given.item));
}

/** Below the article's minimum only with a ground that mitigates (APL-32). */
function notBelowMinimum(given: Weighed, { rulebook }: LawContext): Finding {
  const range = fineRange(rulebook.profile, given.item, circumstancesOf(given));
  const fine = fineOf(given);
  const enough = !range || fine === undefined || fine >= range.min || given.mitigation !== undefined;
  return metIf(enough, { fen: fine ?? null, minFen: range?.min ?? null }, article(given.item));
}

function suspensionInRange({ item, penalties }: Weighed): Finding {
  const { suspensionMonths: range } = item;
  const suspension = penalties.find((penalty) => penalty.kind === 'suspension');
  if (!range || !suspension) return met();
  const days = suspensionDays(suspension);
  const inside = 30 * range.min <= days && days <= 30 * range.max;
  return metIf(inside, { minMonths: range.min, maxMonths: range.max }, article(item));
}

function tierKnown({ item, party, tier }: Weighed): Finding {
  return metIf(tierOf(item, party, tier) !== undefined, { tier });
}

function insideTierOrReasoned(given: Weighed): Finding {
  if (!isOutsideTier(given)) return met();
  const reasoned = given.reasons !== undefined || given.mitigation !== undefined;
  return reasoned ? met() : missing({ tier: given.tier, fen: fineOf(given) ?? null });
}

const article = (item: Weighed['item']) => ({ source: citationOf(item).article });
