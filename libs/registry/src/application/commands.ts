import type { Command } from '@fajiao/event-store';
import type { Actor, Instant } from '@fajiao/kernel';
import type { RegistryDeps } from './registry-deps';

/** Who acts, when, and with which body. */
export interface Acting {
  readonly actor: Actor;
  readonly now: Instant;
  readonly bodyHash: string;
  readonly correlationId: string;
}

/** A person's command. Its time is that of its recording: the days that an entry speaks of stand in the entry. */
export function commandOf(deps: RegistryDeps, { actor, now, bodyHash, correlationId }: Acting, id: string): Command {
  return {
    ...{ id, hash: bodyHash, context: 'registry', actor },
    ...{ occurredAt: now, recordedAt: now, correlationId, causationId: id },
    rulebook: rulebookOf(deps),
  };
}

export function rulebookOf({ rulebook }: RegistryDeps): Command['rulebook'] {
  return { profile: rulebook.profile.id, version: rulebook.version };
}
