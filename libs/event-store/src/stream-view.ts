import type { DomainEvent, Fact } from '@fajiao/kernel';
import type { Codec } from './codec';
import type { Aggregate, Loaded } from './command';
import type { Position, StoredEvent } from './port';

/** A command that a stream holds: hash of its body, revision of its first event. */
export interface KnownCommand {
  readonly hash: string;
  readonly revision: number;
}

/** A stream folded up to a revision, and the commands that made it. */
export interface StreamView<State> extends Loaded<State> {
  readonly stream: string;
  /** Of the last event; undefined when the stream does not exist. */
  readonly position: Position | undefined;
  /** Grows with the stream; views of one stream share it. */
  readonly commands: Map<string, KnownCommand>;
}

export const emptyView = <State>(stream: string, initial: State): StreamView<State> => ({
  stream,
  state: initial,
  revision: -1,
  etag: -1,
  position: undefined,
  commands: new Map(),
});

/** The view with one more event, which follows its last one. */
export function advance<State, E extends DomainEvent>(
  view: StreamView<State>,
  stored: StoredEvent,
  aggregate: Aggregate<State, E>,
  codec: Codec,
): { readonly view: StreamView<State>; readonly fact: Fact<E> } {
  const fact = codec.decode<E>(stored, aggregate.schemas);
  const { commandId, commandHash, actor } = fact.meta;
  if (!view.commands.has(commandId)) {
    view.commands.set(commandId, { hash: commandHash, revision: stored.revision });
  }
  return {
    fact,
    view: {
      ...view,
      state: aggregate.evolve(view.state, fact),
      revision: stored.revision,
      etag: actor.id.startsWith('policy:') ? view.etag : stored.revision,
      position: stored.position,
    },
  };
}
