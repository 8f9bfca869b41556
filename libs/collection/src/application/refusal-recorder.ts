import type { RefusalRecorder, RefusedRequest } from '@fajiao/platform';
import type { CollectionDeps } from './collection-deps';
import { keepRefusal } from './refusals';

/** Keeps what was refused for want of a role, before the answer goes out. */
export class CollectionRefusals implements RefusalRecorder {
  constructor(private readonly deps: CollectionDeps) {}

  async record({ operation, target, actor, ground, bodyHash, at, correlationId }: RefusedRequest): Promise<void> {
    const refused = { operation, target, revision: -1, grounds: [ground] };
    await keepRefusal(this.deps, refused, { actor, now: at, correlationId, bodyHash });
  }
}
