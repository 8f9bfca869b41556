import type { Fact, Instant } from '@fajiao/kernel';

/** Who did what in which role, over the whole history of a case. */
export interface ActorAccount {
  readonly id: string;
  readonly roles: readonly string[];
  readonly certificateNo: string | null;
  readonly acts: readonly { readonly revision: number; readonly type: string; readonly occurredAt: Instant }[];
}

/** In the order in which they first appear. */
export function actorsOf(facts: readonly Fact[]): ActorAccount[] {
  return [...new Set(facts.map(({ meta }) => meta.actor.id))].map((id) => {
    const own = facts.filter(({ meta }) => meta.actor.id === id);
    return {
      id,
      roles: [...new Set(own.flatMap(({ meta }) => meta.actor.roles))].sort(),
      certificateNo: own.find(({ meta }) => meta.actor.certificateNo)?.meta.actor.certificateNo ?? null,
      acts: own.map(({ revision, type, meta }) => ({ revision, type, occurredAt: meta.occurredAt })),
    };
  });
}
