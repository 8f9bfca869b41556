import type { Command } from '@fajiao/event-store';
import { uuid5, type Actor, type DomainEvent, type Fact, type Instant } from '@fajiao/kernel';
import { policyCommand } from '@fajiao/projections';
import type { DecisionDeps } from './decision-deps';

/** Who acts, when, and under which key: what a command takes from its request. */
export interface Acting {
  readonly actor: Actor;
  readonly now: Instant;
  readonly bodyHash: string;
  readonly correlationId: string;
}

/** A person's command. An officer acts under the number of their certificate. */
export function commandOf(deps: DecisionDeps, acting: Acting, id: string, occurredAt: Instant): Command {
  const { actor, now, bodyHash, correlationId } = acting;
  return {
    id,
    hash: bodyHash,
    context: 'decision',
    actor: named(deps, actor),
    occurredAt,
    recordedAt: now,
    correlationId,
    causationId: id,
    rulebook: rulebookOf(deps),
  };
}

/** A step that belongs to a command and stands in another stream; `seen` is what it rests on. */
export function stepOf(command: Command, step: string, seen: number): Command {
  return { ...command, id: uuid5(command.id, `${step}/${seen}`), causationId: command.id };
}

/** A fact and the stream that it stands in. */
export type PlacedFact<E extends DomainEvent = DomainEvent> = Fact<E> & { readonly stream: string };

/** The command of a step of a policy of the deciding side. */
export const commandOfPolicy = (deps: DecisionDeps, name: string, fact: PlacedFact, step = ''): Command =>
  policyCommand({ name, context: 'decision', rulebook: rulebookOf(deps) }, fact, { step });

function named({ staff }: DecisionDeps, actor: Actor): Actor {
  const no = actor.roles.includes('officer') ? staff.find(actor.id)?.certificate?.no : undefined;
  return no === undefined ? actor : { ...actor, certificateNo: no };
}

function rulebookOf({ rulebook }: DecisionDeps): Command['rulebook'] {
  return { profile: rulebook.profile.id, version: rulebook.version };
}
