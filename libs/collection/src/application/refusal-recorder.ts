import type { RefusalRecorder, RefusedRequest } from '@fajiao/platform';
import { recordRefusal, refusalIdOf, refusals, type RefusalState } from '../domain/refusal/refusal';
import type { CollectionDeps } from './collection-deps';
import { commandOfMessage } from './commands';

/** Keeps what was refused for want of a role, before the answer goes out. */
export class CollectionRefusals implements RefusalRecorder {
  constructor(private readonly deps: CollectionDeps) {}

  async record({ operation, target, actor, ground, bodyHash, at, correlationId }: RefusedRequest): Promise<void> {
    const refused = { operation, target, revision: -1 as const, grounds: [ground] };
    const id = refusalIdOf(actor.id, bodyHash, refused);
    const message = { kind: 'refusal', content: { operation, target, bodyHash }, occurredAt: at };
    const command = commandOfMessage(this.deps, { actor, now: at, correlationId }, message);
    const decide = (state: RefusalState) => recordRefusal(state, refused);
    await this.deps.handler.execute(refusals, id, { ...command, hash: bodyHash }, decide, { opening: true });
  }
}
