import { canonicalJson, type Command, type JsonObject } from '@fajiao/event-store';
import { type Actor, type DomainEvent, type Fact, type FactMeta, type Instant, sha256Hex, uuid5 } from '@fajiao/kernel';
import { policyCommand } from '@fajiao/projections';
import type { ActRequest } from '@fajiao/platform';
import type { CollectionDeps } from './collection-deps';

/** A fact and the stream that it stands in. */
export type StreamedFact<E extends DomainEvent = DomainEvent> = Fact<E> & { readonly stream: string };

/** Makes the command of one step on one stream; a step that is taken again has the same command. */
export type CommandFor = (stream: string, step?: string) => Command;

/** The commands of a policy of the collecting side. */
export const commandsOfPolicy =
  (deps: CollectionDeps, name: string, cause: StreamedFact): CommandFor =>
  (target, step = '') =>
    policyCommand({ name, context: 'collection', rulebook: rulebookOf(deps) }, cause, { target, step });

/** Who sent a message, and when it came. */
export interface Sender {
  readonly actor: Actor;
  readonly now: Instant;
  readonly correlationId: string;
}

/** The command of a bank's message: it goes by what the message says, so the same content is the same command. */
export function commandOfMessage(
  deps: CollectionDeps,
  { actor, now, correlationId }: Sender,
  message: { readonly kind: string; readonly content: JsonObject; readonly occurredAt: Instant },
): Command {
  const { kind, content, occurredAt } = message;
  const hash = sha256Hex(canonicalJson(content));
  const id = uuid5(actor.id, canonicalJson([kind, hash]));
  const when = { occurredAt, recordedAt: now };
  return {
    id,
    hash,
    context: 'collection',
    actor,
    ...when,
    correlationId,
    causationId: id,
    rulebook: rulebookOf(deps),
  };
}

/** A person's command, under the id that its request gave it. */
export function commandOfPerson(
  deps: CollectionDeps,
  { actor, now, correlationId }: Sender,
  person: { readonly id: string; readonly hash: string; readonly occurredAt?: Instant },
): Command {
  const { id, hash, occurredAt = now } = person;
  const when = { occurredAt, recordedAt: now };
  return {
    ...{ id, hash, context: 'collection', actor, ...when, correlationId },
    ...{ causationId: id, rulebook: rulebookOf(deps) },
  };
}

/** A step that belongs to a command and stands in another stream. */
export function stepOf(command: Command, step: string): Command {
  return { ...command, id: uuid5(command.id, step), causationId: command.id };
}

function rulebookOf({ rulebook }: CollectionDeps): FactMeta['rulebook'] {
  return { profile: rulebook.profile.id, version: rulebook.version };
}

/** A person's act rests on the version that they saw; a bank's message on what the bank knows. */
export const ofPerson = ({ actor, ifMatch }: ActRequest): { readonly ifMatch?: number } =>
  actor.roles.includes('bank') ? {} : { ifMatch };
