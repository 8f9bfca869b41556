import type { RefusalRecorder, RefusedRequest } from '@fajiao/platform';
import { type ActRefused, recordRefusal, refusalId, refusals } from '../domain/refusal';
import { type Acting, commandOf, type DisclosureDeps } from './disclosure-deps';

/** Keeps refusals as facts, before the answer goes out. */
export class Refusals implements RefusalRecorder {
  constructor(private readonly deps: DisclosureDeps) {}

  /** The law was not asked: the role did not allow the operation. */
  async record({ operation, target, actor, ground, bodyHash, at, correlationId }: RefusedRequest): Promise<void> {
    await this.keep(
      { operation, target, revision: -1, grounds: [ground] },
      { actor, now: at, bodyHash, correlationId },
    );
  }

  /** The same refusal again is the same fact. */
  async keep(refused: ActRefused['data'], acting: Acting): Promise<void> {
    const id = refusalId(acting.actor.id, acting.bodyHash, refused);
    const command = commandOf(this.deps, acting, id);
    await this.deps.handler.execute(refusals, id, command, (state) => recordRefusal(refused, state), { opening: true });
  }
}
