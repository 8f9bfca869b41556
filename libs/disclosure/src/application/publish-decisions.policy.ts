import { type DecisionForPublic, publishedByDecision } from '@fajiao/contracts';
import { canonicalJson, type Command, type CommandHandler } from '@fajiao/event-store';
import { civilDateOf, sha256Hex, uuid5 } from '@fajiao/kernel';
import { type Policy, PolicyRefused, type StreamFact } from '@fajiao/projections';
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
    const scope = disclosureRule(rulebook.profile, fact.data.decidedOn);
    // A decision whose service was recorded late could not be read in public before.
    const publishedOn = civilDateOf(fact.meta.recordedAt);
    const outcome = await handler.execute(
      disclosures,
      fact.data.caseId,
      commandFor(fact, rulebook),
      (state) => disclose(fact.data, state, scope, publishedOn),
      { opening: true },
    );
    if (!outcome.done) throw new PolicyRefused(outcome.grounds);
  },
});

/** The same event always gives the same command, at the time of the event. */
function commandFor(
  { stream, revision, meta }: StreamFact<DecisionForPublic>,
  { profile, version }: Pick<Rulebook, 'profile' | 'version'>,
): Command {
  const cause = canonicalJson({ stream, revision });
  return {
    id: uuid5(NAME, cause),
    hash: sha256Hex(cause),
    context: 'disclosure',
    actor: { id: `policy:${NAME}`, roles: [] },
    occurredAt: meta.occurredAt,
    recordedAt: meta.recordedAt,
    correlationId: meta.correlationId,
    causationId: meta.commandId,
    rulebook: { profile: profile.id, version },
  };
}
