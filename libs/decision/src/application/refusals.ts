import type { RefusalRecorder, RefusedRequest } from '@fajiao/platform';
import { recordRefusal, refusalId, refusals, type ActRefused } from '../domain/refusal';
import { commandOf, type Acting } from './commands';
import type { DecisionDeps } from './decision-deps';

/** Keeps refusals as facts, before the answer goes out. */
export class Refusals implements RefusalRecorder {
  constructor(private readonly deps: DecisionDeps) {}

  /** The law was not asked: the role did not allow the operation. */
  async record({ operation, target, actor, ground, bodyHash, at, correlationId }: RefusedRequest): Promise<void> {
    await this.keep(
      { operation, target, revision: -1, grounds: [ground] },
      { actor, now: at, bodyHash, correlationId },
    );
  }

  /** The same refusal again is the same fact. The name of the stream that holds it. */
  async keep(refused: ActRefused['data'], acting: Acting): Promise<string> {
    const id = refusalId(acting.actor.id, acting.bodyHash, refused);
    const { command } = await commandOf(this.deps, acting, id, acting.now);
    await this.deps.handler.execute(refusals, id, command, (state) => recordRefusal(refused, state), { opening: true });
    return `${refusals.category}-${id}`;
  }
}
