import type { RefusalRecorder, RefusedRequest } from '@fajiao/platform';
import { type ActRefused, recordRefusal, refusalIdOf, refusals, type RefusalState } from '../domain/refusal';
import { type Acting, commandOf } from './commands';
import type { RegistryDeps } from './registry-deps';

/** Keeps refusals as facts, before the answer goes out. */
export class Refusals implements RefusalRecorder {
  constructor(private readonly deps: RegistryDeps) {}

  /** Nothing but the role was looked at. */
  async record({ operation, target, actor, ground, bodyHash, at, correlationId }: RefusedRequest): Promise<void> {
    const refused = { operation, target, revision: -1, grounds: [ground] };
    await this.keep(refused, { actor, now: at, bodyHash, correlationId });
  }

  /** The same refusal again is the same fact. */
  async keep(refused: ActRefused['data'], acting: Acting): Promise<void> {
    const id = refusalIdOf(acting.actor.id, acting.bodyHash, refused);
    const decide = (state: RefusalState) => recordRefusal(state, refused);
    await this.deps.handler.execute(refusals, id, commandOf(this.deps, acting, id), decide, { opening: true });
  }
}
