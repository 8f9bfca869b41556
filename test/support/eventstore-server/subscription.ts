import { setImmediate as nextTick } from 'node:timers/promises';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { standingOf } from './append-outcome';
import type { LogRecord } from './log';
import { type Node, wireErrors } from './node';
import { type ReadCall, resolved, written } from './read-call';
import { eventMessage, streamNameOf } from './wire';

/** A live subscription holds so many events that its client has not taken; at the next one it is dropped. */
const LIVE_BUFFER = 32;
const DEFAULT_SEARCH_WINDOW = 32;
const TOO_SLOW = 'Consumer too slow to handle event while live. Client resubscription required.';

type Filter = (record: LogRecord) => boolean;

/** Confirmation, then what was there (with back-pressure), then `caught_up`, then live events (without any). */
export function subscribe(node: Node, call: ReadCall, options: ReadReq.Options): void {
  call.write(new ReadResp().setConfirmation(confirmation()));
  void new Subscription(node, call, options).run();
}

function confirmation(): ReadResp.SubscriptionConfirmation {
  return new ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID());
}

class Subscription {
  readonly #stream: string | undefined;
  readonly #wanted: Filter;
  readonly #checkpointEvery: number;
  readonly #live: LogRecord[] = [];
  #caughtUp = false;
  #ended = false;
  #wake: () => void = () => undefined;

  constructor(
    private readonly node: Node,
    private readonly call: ReadCall,
    private readonly options: ReadReq.Options,
  ) {
    const stream = options.getStream();
    this.#stream = stream ? streamNameOf(stream.getStreamIdentifier()) : undefined;
    this.#wanted = filterOf(options, this.#stream);
    const filter = options.getFilter();
    const window = filter?.hasMax() ? filter.getMax() : DEFAULT_SEARCH_WINDOW;
    this.#checkpointEvery = filter ? window * filter.getCheckpointintervalmultiplier() : Number.POSITIVE_INFINITY;
  }

  async run(): Promise<void> {
    const { log } = this.node.cluster;
    const start = this.#startIndex();
    if (start === undefined) return void this.call.emit('error', wireErrors.handlerThrew());
    const end = (): void => {
      this.#ended = true;
      unsubscribe();
      this.#wake();
    };
    const unsubscribe = log.onCommit((records) => this.#committed(records));
    this.call.once('cancelled', end);
    this.call.once('close', end);
    const behind = await this.#catchUp(start);
    // Nothing was there to catch up with: the real server says so only after the first event.
    const silent = this.#stream !== undefined && !behind && standingOf(log, this.#stream).last === undefined;
    if (!silent) this.call.write(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));
    await this.#sendLive(silent);
    unsubscribe();
  }

  async #catchUp(start: number): Promise<boolean> {
    const { records } = this.node.cluster.log;
    let sent = false;
    for (let index = start, seen = 1; index < records.length && !this.#ended; index += 1, seen += 1) {
      await this.node.faults.gate();
      const record = records[index] as LogRecord;
      if (this.#wanted(record)) {
        sent = true;
        await this.#send(record);
      }
      if (seen % this.#checkpointEvery === 0) this.#checkpoint(record, '0');
    }
    // In the same step as the last look at the log: nothing can be committed in between.
    this.#caughtUp = true;
    return sent;
  }

  async #sendLive(silent: boolean): Promise<void> {
    let first = silent;
    while (!this.#ended) {
      await this.node.faults.gate();
      const record = this.#live[0];
      if (!record) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        continue;
      }
      await this.#send(record);
      await nextTick();
      this.#live.shift();
      if (this.options.hasFilter()) this.#checkpoint(record, record.position.toString());
      if (first) this.call.write(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));
      first = false;
      if (record.type === '$streamDeleted' && record.stream === this.#stream) {
        this.#ended = true;
        this.call.emit('error', wireErrors.streamDeleted(record.stream));
      }
    }
  }

  #committed(records: readonly LogRecord[]): void {
    if (!this.#caughtUp || this.#ended) return;
    for (const record of records) {
      if (!this.#wanted(record)) continue;
      if (this.#live.length >= LIVE_BUFFER) {
        this.#ended = true;
        this.call.emit('error', wireErrors.timedOut(TOO_SLOW));
        break;
      }
      this.#live.push(record);
    }
    this.#wake();
  }

  async #send(record: LogRecord): Promise<void> {
    if (this.#ended) return;
    await written(this.call, this.options.getResolveLinks() ? resolved(this.node, record) : eventMessage(record));
  }

  #checkpoint(record: LogRecord, prepare: string): void {
    if (this.#ended) return;
    const commit = record.position.toString();
    const checkpoint = new ReadResp.Checkpoint().setCommitPosition(commit).setPreparePosition(prepare);
    this.call.write(new ReadResp().setCheckpoint(checkpoint));
  }

  /** Subscriptions start after their position or revision; undefined for a position that is no record's. */
  #startIndex(): number | undefined {
    const { log } = this.node.cluster;
    const stream = this.options.getStream();
    if (stream?.hasStart() || this.options.getAll()?.hasStart()) return 0;
    if (stream?.hasEnd() || this.options.getAll()?.hasEnd()) return log.records.length;
    if (stream) {
      const at = log.stream(this.#stream ?? '')[Number(stream.getRevision())];
      return at ? log.indexAt(at.position) + 1 : log.records.length;
    }
    const commit = BigInt(this.options.getAll()?.getPosition()?.getCommitPosition() ?? 0);
    const index = log.indexAt(commit);
    if (index >= log.records.length) return log.records.length;
    return log.records[index]?.position === commit ? index + 1 : undefined;
  }
}

function filterOf(options: ReadReq.Options, stream: string | undefined): Filter {
  const filter = options.getFilter();
  const expression = filter?.getStreamIdentifier() ?? filter?.getEventType();
  if (!filter || !expression) return (record) => stream === undefined || record.stream === stream;
  const subject = (record: LogRecord): string => (filter.hasEventType() ? record.type : record.stream);
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return (record) => prefixes.some((prefix) => subject(record).startsWith(prefix));
  const regex = new RegExp(expression.getRegex());
  return (record) => regex.test(subject(record));
}
