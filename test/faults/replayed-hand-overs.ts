import { isDeepStrictEqual } from 'node:util';
import { openAttachmentStore } from '@fajiao/attachments';
import type { Replayable } from '@fajiao/audit';
import { collectionPolicies, collectionReplays } from '@fajiao/collection';
import { decisionPolicies } from '@fajiao/decision';
import { disclosureReplay, publishDecisions } from '@fajiao/disclosure';
import { renderer } from '@fajiao/documents';
import { CommandHandler, memoryEventStore, MemoryLog, type StoredEvent } from '@fajiao/event-store';
import { type DomainEvent, type FactMeta, parseInstant } from '@fajiao/kernel';
import type { Foundation } from '@fajiao/platform';
import type { Policy } from '@fajiao/projections';
import { StreamRegister } from '@fajiao/registry';
import { groups } from './groups';

/** By when everything has happened. */
const AT = parseInstant('2024-12-31T00:00:00Z');

/**
 * Replays what people and banks did, in its order, and lets the policies react to each event as it comes, undisturbed and in
 * memory. What the hand-overs come to must be what they came to in the system: the states of the collecting and the
 * public side, and what stands in each case.
 * @returns how they differ; nothing where they are the same
 */
export async function differencesOfHandOvers(
  recorded: readonly StoredEvent[],
  foundation: Foundation,
): Promise<string[]> {
  const replayed = await replay(recorded, foundation);
  const [stand, should] = [statesOf(recorded, foundation), statesOf(replayed, foundation)];
  const streams = [...new Set([...stand.keys(), ...should.keys()])];
  return streams.flatMap((stream) => {
    const [stands, its] = [stand.get(stream), should.get(stream)];
    return isDeepStrictEqual(stands, its)
      ? []
      : [`${stream} came to ${JSON.stringify(stands)}; replayed it comes to ${JSON.stringify(its)}`];
  });
}

async function replay(recorded: readonly StoredEvent[], foundation: Foundation): Promise<readonly StoredEvent[]> {
  const log = new MemoryLog();
  const store = memoryEventStore({ log });
  const policies = policiesOn(new CommandHandler(store, foundation.codec), foundation);
  let reacted = 0;
  for (const { stream, id, type, data, metadata } of recorded.filter((event) => !isByPolicy(event))) {
    const last = await store.last(stream);
    await store.append(stream, [{ id, type, data, metadata }], last?.revision ?? 'none');
    for (; reacted < log.events.length; reacted++) await react(policies, log.events[reacted]!, foundation);
  }
  return log.events;
}

const policiesOn = (handler: CommandHandler, foundation: Foundation): readonly Policy[] => {
  const { calendar, config, rulebook, secrets } = foundation;
  return [
    ...decisionPolicies({
      ...{ handler, rulebook, calendar, register: new StreamRegister(handler) },
      renderer,
      attachments: openAttachmentStore(config),
      partyKey: secrets.partyKey,
    }),
    ...collectionPolicies({ handler, rulebook, calendar, paymentCodeKey: secrets.paymentCodeKey }),
    publishDecisions(handler, rulebook),
  ];
};

async function react(policies: readonly Policy[], event: StoredEvent, { codec }: Foundation): Promise<void> {
  const { stream, position, type } = event;
  for (const policy of policies)
    if (Object.hasOwn(policy.schemas, type))
      await policy.react({ ...codec.decode(event, policy.schemas), stream, position });
}

/**
 * What stands in the streams that hand-overs lead to, in whatever order they were done, and what is shown of them. Of a case
 * nothing is compared that is shown: its number depends on who was first.
 */
function statesOf(events: readonly StoredEvent[], { calendar, codec, rulebook }: Foundation): Map<string, unknown> {
  const replayables: readonly Replayable[] = [
    ...collectionReplays({ profile: rulebook.profile, calendar }),
    disclosureReplay,
  ];
  const states = new Map<string, unknown>();
  for (const [stream, own] of groups(events, (event) => event.stream)) {
    const category = stream.split('-', 1)[0];
    const replayable = replayables.find((its) => its.category === category);
    const types = own.map(({ type }) => type).sort();
    if (category === 'case') states.set(stream, { types });
    if (!replayable) continue;
    const facts = own.map((event) => codec.decode<DomainEvent>(event, replayable.schemas));
    const state = facts.reduce<unknown>((before, fact) => replayable.evolve(before, fact), replayable.initial);
    states.set(stream, { types, described: replayable.describe(state, AT) });
  }
  return states;
}

const isByPolicy = ({ metadata }: StoredEvent): boolean =>
  (JSON.parse(metadata) as FactMeta).actor.id.startsWith('policy:');
