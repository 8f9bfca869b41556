import type { Decision, DomainEvent, Fact, FactMeta } from '@fajiao/kernel';
import { LRUCache } from 'lru-cache';
import { contentHashOf, type Codec } from './codec';
import type { Aggregate, Command, Done, Guard, Loaded, Refused } from './command';
import { CommandContentDiffers, StaleRevision, StreamNotFound } from './command-errors';
import { ContentDiffers, OutcomeUnknown, StoreUnavailable, VersionConflict } from './errors';
import type { Appended, EventStore, Expected, NewEvent } from './port';
import { sleep } from './sleep';
import { advance, emptyView, type KnownCommand, type StreamView } from './stream-view';
import { Turns } from './turns';

export interface CommandHandlerOptions {
  /** Repeats of an append whose outcome is unknown; 4 unless told. */
  readonly retries?: number;
  /** Times that other writers may come first; 20 unless told. Policies that come first are not counted. */
  readonly conflicts?: number;
  /** Events whose folded state is kept, a stream counting for three more; 60,000 unless told. */
  readonly cached?: number;
}

type Decide<State, E extends DomainEvent> = (state: State, loaded: Loaded<State>) => Decision<E> | Promise<Decision<E>>;

/** One command and all that its execution needs. */
interface Task<State, E extends DomainEvent> {
  readonly aggregate: Aggregate<State, E>;
  readonly stream: string;
  readonly command: Command;
  readonly decide: Decide<State, E>;
  readonly guard: Guard;
}

/** One event of a stream, by what it holds. */
export interface Recorded {
  readonly revision: number;
  readonly type: string;
  /** Content hash: over type, data and metadata. */
  readonly sha256: string;
}

interface Cached {
  readonly aggregate: object;
  readonly view: { readonly revision: number };
}

/** By events, not by streams: the payments of a peak, one event each, must not drive out what costs a long reading. */
const sizeOf = ({ view }: Cached): number => view.revision + 1 + 3;

/**
 * Loads a stream, decides, appends: each command's events stand in the stream once, however often it is sent and whatever
 * the store answers. One for each store; commands on one stream take turns, so `decide` must not execute one on its own.
 */
export class CommandHandler {
  private readonly retries: number;
  private readonly conflicts: number;
  private readonly cache: LRUCache<string, Cached>;
  private readonly turns = new Turns();

  constructor(
    private readonly store: EventStore,
    private readonly codec: Codec,
    options: CommandHandlerOptions = {},
  ) {
    this.retries = options.retries ?? 4;
    this.conflicts = options.conflicts ?? 20;
    this.cache = new LRUCache({ maxSize: options.cached ?? 60_000, sizeCalculation: sizeOf });
  }

  /** The stream as it stands in the store now. */
  async load<State, E extends DomainEvent>(aggregate: Aggregate<State, E>, id: string): Promise<Loaded<State>> {
    return loadedOf(await this.current(aggregate, streamOf(aggregate, id)));
  }

  async history<State, E extends DomainEvent>(aggregate: Aggregate<State, E>, id: string): Promise<Fact<E>[]> {
    const facts: Fact<E>[] = [];
    for await (const stored of this.store.read(streamOf(aggregate, id))) {
      facts.push(this.codec.decode<E>(stored, aggregate.schemas));
    }
    return facts;
  }

  /** The events of a stream with their content hashes, as the store keeps them. */
  async record<State, E extends DomainEvent>(aggregate: Aggregate<State, E>, id: string): Promise<Recorded[]> {
    const record: Recorded[] = [];
    for await (const stored of this.store.read(streamOf(aggregate, id))) {
      record.push({ revision: stored.revision, type: stored.type, sha256: contentHashOf(stored) });
    }
    return record;
  }

  /**
   * The order of checks: known command, existence, If-Match, decide. What decide accepts may rest on a cached state, because
   * the append proves the revision; any other answer rests on the store's.
   * @throws CommandContentDiffers · StreamNotFound · StaleRevision · VersionConflict others came first too often ·
   *   OutcomeUnknown the same command may be sent again · StoreUnavailable, BatchRefused nothing was written
   */
  async execute<State, E extends DomainEvent>(
    aggregate: Aggregate<State, E>,
    id: string,
    command: Command,
    decide: Decide<State, E>,
    guard: Guard = {},
  ): Promise<Done<State, E> | Refused<State>> {
    const task = { aggregate, stream: streamOf(aggregate, id), command, decide, guard };
    return this.turns.take(task.stream, () => this.run(task));
  }

  private async run<State, E extends DomainEvent>(task: Task<State, E>): Promise<Done<State, E> | Refused<State>> {
    const accepted = await this.acceptUnread(task);
    if (accepted) return accepted;

    let before: StreamView<State> | undefined;
    for (let lost = 0; ; await sleep(Math.random() * 10 * lost)) {
      const view = await this.current(task.aggregate, task.stream);
      if (before && !onlyPoliciesCameBetween(before, view)) lost += 1;
      if (lost > this.conflicts) throw new VersionConflict(task.stream, before?.revision ?? 'none', view.revision);
      before = view;

      const known = view.commands.get(task.command.id);
      if (known) return this.repeat(task, view, known);
      checkGuard(task, view);
      const decision = await task.decide(view.state, view);
      if ('refused' in decision) return { done: false, grounds: decision.refused, ...loadedOf(view) };
      if (decision.events.length === 0) return nothingDone(task.stream, view);
      const done = await this.append(task, view, decision.events);
      if (done) return done;
    }
  }

  /** On the state that is cached or presumed; undefined when there is none, or when the answer must rest on the store's. */
  private async acceptUnread<State, E extends DomainEvent>(task: Task<State, E>): Promise<Done<State, E> | undefined> {
    const { aggregate, stream, guard } = task;
    const cached = this.cached(aggregate, stream);
    const view = cached ?? (guard.opening && guard.likelyNew ? emptyView(stream, aggregate.initial) : undefined);
    if (!view || view.commands.has(task.command.id)) return undefined;
    let decision: Decision<E>;
    try {
      checkGuard(task, view);
      decision = await task.decide(view.state, view);
    } catch {
      return undefined; // thrown again, if it is still so
    }
    if ('refused' in decision || decision.events.length === 0) return undefined;
    return this.append(task, view, decision.events, { mustBeNew: !cached });
  }

  /** Undefined when others came first, or when this very command may have come before. */
  private async append<State, E extends DomainEvent>(
    task: Task<State, E>,
    view: StreamView<State>,
    events: readonly E[],
    { mustBeNew = false } = {},
  ): Promise<Done<State, E> | undefined> {
    const { aggregate, stream, command } = task;
    const batch = this.codec.encode(stream, events, metaOf(command), aggregate.schemas);
    let appended: Appended;
    try {
      appended = await this.appendUntilKnown(stream, batch, view.revision < 0 ? 'none' : view.revision);
    } catch (error) {
      if (!(error instanceof VersionConflict || error instanceof ContentDiffers)) throw error;
      this.cache.delete(stream);
      return undefined;
    }
    if (mustBeNew && !appended.isNew) return undefined;
    let after = view;
    const facts = batch.map((event) => {
      const stored = { ...event, stream, revision: after.revision + 1, position: appended.position };
      const next = advance(after, stored, aggregate, this.codec);
      after = next.view;
      return next.fact;
    });
    this.keep(aggregate, after);
    return { done: true, facts, position: appended.position, repeated: false, ...loadedOf(after) };
  }

  /** The same ids and the same expected revision every time; a refreshed one could write the batch twice. */
  private async appendUntilKnown(stream: string, batch: readonly NewEvent[], expected: Expected): Promise<Appended> {
    let unknown: OutcomeUnknown | undefined;
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.store.append(stream, batch, expected);
      } catch (error) {
        if (error instanceof OutcomeUnknown) unknown = error;
        else if (!unknown || !(error instanceof StoreUnavailable)) throw error;
        if (attempt >= this.retries) throw unknown;
      }
      await sleep(Math.min(20 * 2 ** attempt, 1_000));
    }
  }

  private async repeat<State, E extends DomainEvent>(
    { aggregate, stream, command }: Task<State, E>,
    view: StreamView<State>,
    known: KnownCommand,
  ): Promise<Done<State, E>> {
    if (known.hash !== command.hash) throw new CommandContentDiffers(stream, command.id);
    const facts: Fact<E>[] = [];
    let position = view.position;
    for await (const stored of this.store.read(stream, known.revision)) {
      const fact = this.codec.decode<E>(stored, aggregate.schemas);
      if (fact.meta.commandId !== command.id) break;
      facts.push(fact);
      position = stored.position;
    }
    if (!position) throw new Error(`${stream} has lost command ${command.id}`);
    return { done: true, facts, position, repeated: true, ...loadedOf(view) };
  }

  private async current<State, E extends DomainEvent>(
    aggregate: Aggregate<State, E>,
    stream: string,
  ): Promise<StreamView<State>> {
    let view = this.cached(aggregate, stream) ?? emptyView(stream, aggregate.initial);
    for await (const stored of this.store.read(stream, view.revision + 1)) {
      view = advance(view, stored, aggregate, this.codec).view;
    }
    if (view.revision >= 0) this.keep(aggregate, view);
    return view;
  }

  private cached<State, E extends DomainEvent>(aggregate: Aggregate<State, E>, stream: string) {
    const kept = this.cache.get(stream);
    return kept?.aggregate === aggregate ? (kept.view as StreamView<State>) : undefined;
  }

  private keep<State, E extends DomainEvent>(aggregate: Aggregate<State, E>, view: StreamView<State>): void {
    const kept = this.cached(aggregate, view.stream);
    if (kept && kept.revision >= view.revision) return;
    this.cache.set(view.stream, { aggregate, view });
  }
}

const streamOf = (aggregate: { readonly category: string }, id: string): string => `${aggregate.category}-${id}`;

const loadedOf = <State>(view: StreamView<State>): Loaded<State> => ({
  state: view.state,
  revision: view.revision,
  etag: etagOf(view),
});

/** A stream that a policy opened, and that nobody else wrote to, stands at its first event. */
const etagOf = <State>({ revision, etag }: StreamView<State>): number => (revision < 0 ? etag : Math.max(0, etag));

// Field by field: an actor or a rulebook may carry more than what is to be kept for ever.
const metaOf = ({ actor, rulebook, ...command }: Command): FactMeta => ({
  context: command.context,
  actor: {
    id: actor.id,
    roles: actor.roles,
    ...(actor.certificateNo === undefined ? {} : { certificateNo: actor.certificateNo }),
  },
  occurredAt: command.occurredAt,
  recordedAt: command.recordedAt,
  commandId: command.id,
  commandHash: command.hash,
  correlationId: command.correlationId,
  causationId: command.causationId,
  rulebook: { profile: rulebook.profile, version: rulebook.version },
});

function checkGuard<State, E extends DomainEvent>({ stream, guard }: Task<State, E>, view: StreamView<State>): void {
  if (view.revision < 0 && !guard.opening) throw new StreamNotFound(stream);
  const etag = etagOf(view);
  if (guard.ifMatch !== undefined && guard.ifMatch !== etag) throw new StaleRevision(stream, etag);
}

function nothingDone<State, E extends DomainEvent>(stream: string, view: StreamView<State>): Done<State, E> {
  if (!view.position) throw new Error(`a command that opens ${stream} made no event`);
  return { done: true, facts: [], position: view.position, repeated: false, ...loadedOf(view) };
}

const onlyPoliciesCameBetween = <State>(before: StreamView<State>, now: StreamView<State>): boolean =>
  now.revision > before.revision && now.etag === before.etag;
