import type { Command } from '@fajiao/event-store';
import { civilDateOf, uuid5, type Actor, type DomainEvent, type Fact, type Instant } from '@fajiao/kernel';
import { policyCommand } from '@fajiao/projections';
import { standingOf } from '../domain/certified-acts';
import type { DecisionDeps } from './decision-deps';
import { StaffOnDay } from './staff-on-day';

/** Who acts, when, and under which key: what a command takes from its request. */
export interface Acting {
  readonly actor: Actor;
  readonly now: Instant;
  readonly bodyHash: string;
  readonly correlationId: string;
}

/** A person's command, and the register of the day on which the act happened. */
export interface ActingOnDay {
  readonly command: Command;
  readonly staff: StaffOnDay;
}

/**
 * @param certified the act is one that an officer does under a certificate: its number of that day, if it is in force
 * @param named staff ids of others whom the act names: the register is asked about all of them at once
 */
export async function commandOf(
  deps: DecisionDeps,
  acting: Acting,
  id: string,
  occurredAt: Instant,
  { certified = false, named = [] }: { readonly certified?: boolean; readonly named?: readonly string[] } = {},
): Promise<ActingOnDay> {
  const { actor, now, bodyHash, correlationId } = acting;
  const staff = new StaffOnDay(deps.register, civilDateOf(occurredAt));
  if (named.length > 0) await staff.read((its) => [actor.id, ...named].map((one) => its.find(one)));
  const command: Command = {
    id,
    hash: bodyHash,
    context: 'decision',
    actor: certified ? await withCertificate(staff, actor) : actor,
    occurredAt,
    recordedAt: now,
    correlationId,
    causationId: id,
    rulebook: rulebookOf(deps),
  };
  return { command, staff };
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

async function withCertificate(staff: StaffOnDay, actor: Actor): Promise<Actor> {
  const member = actor.roles.includes('officer') ? await staff.member(actor.id) : undefined;
  if (!member?.certificate || standingOf(member, staff.day) !== 'valid') return actor;
  return { ...actor, certificateNo: member.certificate.no };
}

function rulebookOf({ rulebook }: DecisionDeps): Command['rulebook'] {
  return { profile: rulebook.profile.id, version: rulebook.version };
}
