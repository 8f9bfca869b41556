import { type DecisionForPublic, publishedByDecision } from '@fajiao/contracts';
import type { CommandHandler } from '@fajiao/event-store';
import { civilDateOf } from '@fajiao/kernel';
import { type Policy, policyCommand, PolicyRefused } from '@fajiao/projections';
import { disclosureRule, type Rulebook } from '@fajiao/rulebook';
import { disclose, disclosures } from '../domain/disclosure';

const NAME = 'publish-decisions';

/** Publishes every served decision that the profile wants published, as soon as it is on record. */
export const publishDecisions = (
  handler: CommandHandler,
  rulebook: Pick<Rulebook, 'profile' | 'version'>,
): Policy<DecisionForPublic> => ({
  name: NAME,
  schemas: { DecisionForPublic: publishedByDecision.DecisionForPublic },
  startsAt: 'beginning',
  async react(fact) {
    const rules = { profile: rulebook.profile.id, version: rulebook.version };
    const scope = disclosureRule(rulebook.profile, fact.data.decidedOn);
    // A decision whose service was recorded late could not be read in public before.
    const publishedOn = civilDateOf(fact.meta.recordedAt);
    const outcome = await handler.execute(
      disclosures,
      fact.data.caseId,
      policyCommand({ name: NAME, context: 'disclosure', rulebook: rules }, fact),
      (state) => disclose(fact.data, state, scope, publishedOn),
      { opening: true },
    );
    if (!outcome.done) throw new PolicyRefused(outcome.grounds);
  },
});
