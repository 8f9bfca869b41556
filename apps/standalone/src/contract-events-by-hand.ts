import { randomUUID } from 'node:crypto';
import { type PublishedByDecision, publishedByDecision } from '@fajiao/contracts';
import { decisionHost } from '@fajiao/decision';
import { type FactMeta, isUuid } from '@fajiao/kernel';
import { type ContractEvent, type ContractEvents, type Foundation, openLogin } from '@fajiao/platform';

/**
 * Writes contract events with the deciding side's login, as if a case had come to them: a demonstration can open and cancel
 * fines without playing the cases behind them. The standalone app has it in demonstration mode, which production refuses.
 */
export async function contractEventsByHand(foundation: Foundation, databaseUrl: string): Promise<ContractEvents> {
  const { store } = await openLogin(foundation, { login: 'decision', databaseUrl, host: decisionHost, entities: [] });
  const { codec, rulebook } = foundation;
  return {
    append: async (event) => {
      const published = publishedOf(event);
      if (!published) return undefined;
      const { at } = event;
      const commandId = randomUUID();
      const meta: FactMeta = {
        ...{ context: 'decision', actor: { id: 'demonstration', roles: [] }, occurredAt: at, recordedAt: at },
        ...{ commandId, commandHash: '', correlationId: commandId, causationId: commandId },
        rulebook: { profile: rulebook.profile.id, version: rulebook.version },
      };
      const stream = `case-${published.data.caseId}`;
      const last = await store.last(stream);
      await store.append(
        stream,
        codec.encode(stream, [published], meta, publishedByDecision),
        last?.revision ?? 'none',
      );
      return stream;
    },
  };
}

/** Whoever demonstrates knows the form of a contract's event; only what would end in no stream is refused. */
function publishedOf({ type, data }: ContractEvent): PublishedByDecision | undefined {
  const { caseId } = data;
  if (!Object.hasOwn(publishedByDecision, type) || typeof caseId !== 'string' || !isUuid(caseId)) return undefined;
  return { type, data } as object as PublishedByDecision;
}
