import { type DecisionFell, type DecisionForPublic, publishedByDecision } from '@fajiao/contracts';
import type { CommandHandler } from '@fajiao/event-store';
import { civilDateOf } from '@fajiao/kernel';
import { type Policy, policyCommand, PolicyRefused, type StreamFact } from '@fajiao/projections';
import { disclosureRule, type Rulebook } from '@fajiao/rulebook';
import { disclose, type Disclosure, disclosures } from '../domain/disclosure';
import { noteFall } from '../domain/withdrawal';

const NAME = 'publish-decisions';

/**
 * Publishes every served decision that the profile wants published, as soon as it is on record, and notes when one has fallen:
 * one policy, so that both come in their order.
 */
export const publishDecisions = (
  handler: CommandHandler,
  rulebook: Pick<Rulebook, 'profile' | 'version'>,
): Policy<DecisionForPublic | DecisionFell> => ({
  name: NAME,
  schemas: {
    DecisionForPublic: publishedByDecision.DecisionForPublic,
    DecisionFell: publishedByDecision.DecisionFell,
  },
  startsAt: 'beginning',
  async react(fact) {
    const rules = { profile: rulebook.profile.id, version: rulebook.version };
    const outcome = await handler.execute(
      disclosures,
      fact.data.caseId,
      policyCommand({ name: NAME, context: 'disclosure', rulebook: rules }, fact),
      (state) => decide(fact, state, rulebook),
      { opening: true },
    );
    if (!outcome.done) throw new PolicyRefused(outcome.grounds);
  },
});

function decide(
  fact: StreamFact<DecisionForPublic | DecisionFell>,
  state: Disclosure,
  { profile }: Pick<Rulebook, 'profile'>,
) {
  if (fact.type === 'DecisionFell') return noteFall(fact.data, state);
  // A decision whose service was recorded late could not be read in public before.
  const publishedOn = civilDateOf(fact.meta.recordedAt);
  return disclose(fact.data, state, disclosureRule(profile, fact.data.decidedOn), publishedOn);
}
