import type { Command, CommandHandler } from '@fajiao/event-store';
import type { Actor, Instant } from '@fajiao/kernel';
import type { Rulebook } from '@fajiao/rulebook';

/** What an editor's acts work with. */
export interface DisclosureDeps {
  /** Of a login that may append what this context writes. */
  readonly handler: CommandHandler;
  readonly rulebook: Pick<Rulebook, 'profile' | 'version'>;
}

/** Who acts, when, and under which key: what a command takes from its request. */
export interface Acting {
  readonly actor: Actor;
  readonly now: Instant;
  readonly bodyHash: string;
  readonly correlationId: string;
}

export function commandOf({ rulebook }: DisclosureDeps, acting: Acting, id: string): Command {
  const { actor, now, bodyHash, correlationId } = acting;
  return {
    id,
    hash: bodyHash,
    context: 'disclosure',
    actor,
    occurredAt: now,
    recordedAt: now,
    correlationId,
    causationId: id,
    rulebook: { profile: rulebook.profile.id, version: rulebook.version },
  };
}
