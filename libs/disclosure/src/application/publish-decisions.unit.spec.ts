import type { DecisionForPublic } from '@fajiao/contracts';
import { aesSealer, Codec, CommandHandler, memoryEventStore, type Position } from '@fajiao/event-store';
import { parseInstant } from '@fajiao/kernel';
import type { StreamFact } from '@fajiao/projections';
import { loadRulebook } from '@fajiao/rulebook';
import { disclosures } from '../domain/disclosure';
import { decision } from '../domain/sample-decision.fixture.spec';
import { publishDecisions } from './publish-decisions.policy';

const codec = new Codec(aesSealer(Buffer.alloc(32, 1)));
const rulebook = loadRulebook();
const stream = `disclosure-${decision.caseId}`;

const served = (data: Partial<DecisionForPublic['data']> = {}): StreamFact<DecisionForPublic> => ({
  type: 'DecisionForPublic',
  data: { ...decision, ...data },
  stream: `case-${decision.caseId}`,
  revision: 12,
  position: 'sample:00000000000000000031' as Position,
  meta: {
    context: 'decision',
    actor: { id: 'officer-1', roles: ['officer'], certificateNo: '14-0922-001' },
    occurredAt: parseInstant('2023-09-28T15:00:00+08:00'),
    recordedAt: parseInstant('2023-10-09T09:00:00+08:00'),
    commandId: 'f2a9b7a5-2ab5-5d2b-8a59-3c7f2b0f7a10',
    commandHash: 'ab'.repeat(32),
    correlationId: '6e1f1c55-6b0f-4f5c-8a61-0a1a1f0f2b5e',
    causationId: 'c7a1f7ce-1df1-4c7f-9a8e-0b2a6b3c4d5e',
    rulebook: { profile: 'earlier', version: 'earlier' },
  },
});

function started() {
  const store = memoryEventStore();
  const handler = new CommandHandler(store, codec);
  return { store, handler, policy: publishDecisions(handler, rulebook) };
}

describe('the policy that publishes decisions', () => {
  it('publishes a served decision at the time of its event, on the day on which that was recorded', async () => {
    const { handler, policy } = started();
    await policy.react(served());
    const [fact, ...others] = await handler.history(disclosures, decision.caseId);
    expect(others).toEqual([]);
    expect(fact).toMatchObject({
      type: 'Published',
      data: { entry: { documentNumber: decision.documentNumber }, publishedOn: '2023-10-09' },
      meta: {
        context: 'disclosure',
        actor: { id: 'policy:publish-decisions', roles: [] },
        occurredAt: served().meta.occurredAt,
        recordedAt: served().meta.recordedAt,
        correlationId: served().meta.correlationId,
        causationId: served().meta.commandId,
        rulebook: { profile: 'cn-county-culture-tourism', version: rulebook.version },
      },
    });
  });

  it('publishes it once, however often the event comes', async () => {
    const { store, handler, policy } = started();
    await policy.react(served());
    await policy.react(served());
    await publishDecisions(new CommandHandler(store, codec), rulebook).react(served());
    expect(await handler.history(disclosures, decision.caseId)).toHaveLength(1);
  });

  it('withholds what the profile does not publish', async () => {
    const { handler, policy } = started();
    await policy.react(served({ procedure: 'simple' }));
    expect(await handler.history(disclosures, decision.caseId)).toMatchObject([
      { type: 'DisclosureWithheld', data: { reason: 'outside-scope', source: 'APL-48' } },
    ]);
  });

  it('stops at a second decision of the same case instead of passing over it', async () => {
    const { policy } = started();
    await policy.react(served());
    await expect(policy.react({ ...served(), revision: 20 })).rejects.toMatchObject({
      grounds: [{ code: 'disclosure.already-decided', source: 'APL-48' }],
    });
  });

  it('keeps nothing of a person, sealed or plain', async () => {
    const { store, policy } = started();
    await policy.react(served());
    for await (const { data, metadata } of store.read(stream)) {
      expect(data + metadata).not.toMatch(/示例经营者甲|13812345678|\$sealed/);
    }
  });
});
