import type { Codec, EventStore } from '@fajiao/event-store';
import type { Fact, Instant } from '@fajiao/kernel';
import { auditProblem } from '../api/audit.messages';
import { type ActorAccount, actorsOf } from '../replay/actors';
import { type Change, changesBetween } from '../replay/changes';
import { checkHistory, type ReplayCheck } from '../replay/check';
import {
  factsOf,
  type History,
  type Moment,
  readHistory,
  type Standing,
  standingAt,
  UnreadableEvent,
} from '../replay/history';
import type { Replayable } from '../replay/replayable';
import { isStreamName } from './streams';

/** The word that stands in paths for histories of a category: `cases`, `fines`. */
export const kindOf = ({ category }: Replayable): string => `${category}s`;

/** A moment before the first event, beside those of a history. */
export type From = Moment | 'nothing';

interface Opened extends History {
  readonly replayable: Replayable;
}

/** Replays histories from the event store; every answer is folded from zero. */
export class Histories {
  constructor(
    private readonly store: EventStore,
    private readonly codec: Codec,
    private readonly replayables: readonly Replayable[],
  ) {}

  /** @throws Problem `history.*` */
  async standing(
    kind: string,
    id: string,
    moment: Moment,
    now: Instant,
  ): Promise<Standing & { readonly stream: string }> {
    const opened = await this.open(kind, id);
    return { stream: opened.stream, ...this.standingOf(opened, this.factsOf(opened), moment, now) };
  }

  /** What differs between two moments. @throws Problem `history.*` */
  async changes(
    kind: string,
    id: string,
    { from, to, now }: { readonly from: From; readonly to: Moment; readonly now: Instant },
  ): Promise<{ readonly from: Standing | null; readonly to: Standing; readonly changes: readonly Change[] }> {
    const opened = await this.open(kind, id);
    const facts = this.factsOf(opened);
    const before = from === 'nothing' ? null : this.standingOf(opened, facts, from, now);
    const after = this.standingOf(opened, facts, to, now);
    return { from: before, to: after, changes: changesBetween(before?.state ?? {}, after.state) };
  }

  /** @throws Problem `history.*` */
  async actors(kind: string, id: string): Promise<readonly ActorAccount[]> {
    return actorsOf(this.factsOf(await this.open(kind, id)));
  }

  /** @throws Problem `history.unknown-kind`, `history.not-found` */
  async check(kind: string, id: string, shownDigest: string | undefined): Promise<ReplayCheck> {
    const opened = await this.open(kind, id);
    return checkHistory(this.codec, opened.replayable, opened, shownDigest);
  }

  private async open(kind: string, id: string): Promise<Opened> {
    const replayable = this.replayables.find((candidate) => kindOf(candidate) === kind);
    if (!replayable) throw auditProblem('history.unknown-kind');
    const stream = `${replayable.category}-${id}`;
    const history = isStreamName(stream) ? await readHistory(this.store, stream) : undefined;
    if (!history?.stored.length) throw auditProblem('history.not-found');
    return { ...history, replayable };
  }

  private factsOf(opened: Opened): readonly Fact[] {
    return telling(() => factsOf(this.codec, opened.replayable, opened));
  }

  private standingOf({ replayable, stream }: Opened, facts: readonly Fact[], moment: Moment, now: Instant): Standing {
    const last = facts.at(-1)?.revision ?? -1;
    if (moment !== 'now' && 'revision' in moment && moment.revision > last) throw auditProblem('history.not-yet');
    const standing = telling(() => standingAt(replayable, stream, facts, moment, now));
    if (!standing) throw auditProblem('history.not-yet');
    return standing;
  }
}

function telling<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error;
    throw auditProblem('history.unreadable', { detail: { revision: error.revision } }, { cause: error });
  }
}
