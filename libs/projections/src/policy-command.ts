import { canonicalJson, type Command, type JsonObject } from '@fajiao/event-store';
import { type Fact, sha256Hex, uuid5 } from '@fajiao/kernel';

/** Who reacts, and under which rules. */
export interface PolicyIdentity {
  readonly name: string;
  readonly context: Command['context'];
  readonly rulebook: Command['rulebook'];
}

/**
 * A policy's command: the same fact and step always give the same one, at the time of the fact and never at that of a
 * clock, so it does not matter how often or by which process it is sent.
 */
export function policyCommand(
  { name, context, rulebook }: PolicyIdentity,
  { stream, revision, meta }: Pick<Fact, 'revision' | 'meta'> & { readonly stream: string },
  step: JsonObject = {},
): Command {
  const body = canonicalJson({ ...step, stream, revision });
  return {
    id: uuid5(name, body),
    hash: sha256Hex(body),
    context,
    actor: { id: `policy:${name}`, roles: [] },
    occurredAt: meta.occurredAt,
    recordedAt: meta.recordedAt,
    correlationId: meta.correlationId,
    causationId: meta.commandId,
    rulebook,
  };
}
