import type { Codec, EventStore, StoredEvent } from '@fajiao/event-store';
import type { DomainEvent, Fact, Instant } from '@fajiao/kernel';
import type { Replayable } from './replayable';

/** One stream as it is kept, whatever was done to it. */
export interface History {
  readonly stream: string;
  readonly stored: readonly StoredEvent[];
}

/** A moment of a history: up to a revision, up to what was recorded by an instant, or as it stands now. */
export type Moment = { readonly revision: number } | { readonly at: Instant } | 'now';

/** A history as it stood: the state as the context describes it to a reader at that instant. */
export interface Standing {
  /** Of the last event that was on record. */
  readonly revision: number;
  readonly at: Instant;
  readonly state: object;
}

/** An event cannot be read or folded: it was altered, or this program does not know it. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';

  constructor(
    readonly stream: string,
    readonly revision: number,
    options: ErrorOptions,
  ) {
    super(`event ${revision} of ${stream} cannot be read`, options);
  }
}

/** Empty when there is no such stream. */
export async function readHistory(store: EventStore, stream: string): Promise<History> {
  const stored: StoredEvent[] = [];
  for await (const event of store.read(stream)) stored.push(event);
  return { stream, stored };
}

/** @throws UnreadableEvent */
export function factsOf(codec: Codec, replayable: Replayable, { stream, stored }: History): Fact[] {
  return stored.map((event) =>
    reading(stream, event.revision, () => codec.decode<DomainEvent>(event, replayable.schemas)),
  );
}

/** The facts that were on record at that moment; what was recorded late is not there before it was recorded. */
export function factsAt(facts: readonly Fact[], moment: Moment): readonly Fact[] {
  if (moment === 'now') return facts;
  if ('revision' in moment) return facts.filter((fact) => fact.revision <= moment.revision);
  return facts.filter((fact) => fact.meta.recordedAt <= moment.at);
}

/**
 * How the history stood at a moment, read at that moment: for a revision, when it was recorded. Undefined: nothing was on
 * record yet.
 * @throws UnreadableEvent
 */
export function standingAt(
  replayable: Replayable,
  stream: string,
  facts: readonly Fact[],
  moment: Moment,
  now: Instant,
): Standing | undefined {
  const known = factsAt(facts, moment);
  const last = known.at(-1);
  if (!last) return undefined;
  const at = moment === 'now' ? now : 'revision' in moment ? last.meta.recordedAt : moment.at;
  return { revision: last.revision, at, state: describeAt(replayable, stream, known, at) };
}

/** The state that these facts fold to, as the context describes it to a reader at `at`. @throws UnreadableEvent */
export function describeAt(replayable: Replayable, stream: string, facts: readonly Fact[], at: Instant): object {
  const state = facts.reduce<unknown>(
    (folded, fact) => reading(stream, fact.revision, () => replayable.evolve(folded, fact)),
    replayable.initial,
  );
  return reading(stream, facts.at(-1)?.revision ?? 0, () => replayable.describe(state, at));
}

function reading<Value>(stream: string, revision: number, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    throw new UnreadableEvent(stream, revision, { cause });
  }
}
