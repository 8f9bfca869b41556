import type { JsonObject } from '@fajiao/event-store';
import { type ActRefused, recordRefusal, refusalIdOf, refusals, type RefusalState } from '../domain/refusal/refusal';
import type { CollectionDeps } from './collection-deps';
import { commandOfMessage, type Sender } from './commands';

/** Keeps a refusal as a fact, before the answer goes out; the same refusal again is the same fact. */
export async function keepRefusal(
  deps: CollectionDeps,
  refused: ActRefused['data'],
  sender: Sender & { readonly bodyHash: string },
): Promise<void> {
  const { actor, bodyHash, now } = sender;
  const { operation, target, revision, grounds } = refused;
  const id = refusalIdOf(actor.id, bodyHash, refused);
  const codes = grounds.map(({ code }) => code);
  const law: JsonObject = revision < 0 ? {} : { revision, codes };
  const known = { operation, target, bodyHash, ...law };
  const command = commandOfMessage(deps, sender, { kind: 'refusal', content: known, occurredAt: now });
  const decide = (state: RefusalState) => recordRefusal(state, refused);
  await deps.handler.execute(refusals, id, { ...command, hash: bodyHash }, decide, { opening: true });
}
