import type { Penalty } from '@fajiao/contracts';
import { clockRule, remedyRule, surchargeRule } from '@fajiao/rulebook';
import type { LawContext } from './context';
import type { DecidingAuthority, PaymentInstruction, PowerUsed, Procedure, RemediesTold } from './events';
import { hasMoney, moneyOf } from './penalties';

/** What every decision document says in its standard text (APL-52, 59). */

/** How and by when to pay; null: there is no money to pay. */
export function paymentInstruction(penalties: readonly Penalty[], law: LawContext): PaymentInstruction | null {
  if (!hasMoney(penalties)) return null;
  const { profile } = law.rulebook;
  const { perMillePerDay, capPercent, statedInDecision } = surchargeRule(profile, law.today);
  const money = moneyOf(penalties);
  return {
    ...money,
    how: 'any-bank-or-electronic',
    withinDays: clockRule(profile, 'payment', law.today).length,
    surcharge: statedInDecision && money.fineFen > 0 ? { perMillePerDay, capPercent } : null,
  };
}

/** Where reconsideration comes first, no term for a suit runs from the decision, and none is told (ARL-23). */
export function remediesTold({ rulebook: { profile }, today }: LawContext, procedure: Procedure): RemediesTold {
  const { reconsiderationOrgans: organs, court, reconsiderationFirst } = remedyRule(profile, today);
  const term = (id: 'reconsideration' | 'litigation') => {
    const { length, unit } = clockRule(profile, id, today);
    return { length, unit };
  };
  const first = reconsiderationFirst.includes(procedure);
  return {
    reconsideration: { organs, ...term('reconsideration') },
    litigation: first ? null : { court, ...term('litigation') },
  };
}

/** A township to which the province gave the power decides in its own name (APL-24), everybody else in the bureau's. */
export function authorityOf(
  { rulebook: { profile } }: Pick<LawContext, 'rulebook'>,
  power: PowerUsed | null | undefined,
): DecidingAuthority {
  if (power?.basis === 'APL-24' && power.code !== undefined) return { name: power.name, code: power.code };
  const { name, unifiedSocialCreditCode } = profile.authority;
  return { name, code: unifiedSocialCreditCode };
}
