import type { Code } from './codes';
import type { Decision, DomainEvent, Ground } from '@fajiao/kernel';

/** A ground of the registry: `source` is an id of the law or the rule of the house behind it. */
export type RegistryGround = Ground<Code>;

/** The ground, unless its condition holds. */
export function unless(
  holds: boolean,
  code: Code,
  source: string,
  detail?: Ground['detail'],
): readonly RegistryGround[] {
  return holds ? [] : [{ code, source, ...(detail && { detail }) }];
}

/** The events, or every ground that stands against them. */
export function decided<Event extends DomainEvent>(
  grounds: readonly RegistryGround[],
  events: readonly Event[],
): Decision<Event, Code> {
  const [first, ...others] = grounds;
  return first ? { refused: [first, ...others] } : { events };
}
