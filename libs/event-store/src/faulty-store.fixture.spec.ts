import { OutcomeUnknown, StoreUnavailable, VersionConflict } from './errors';
import type { Appended, EventStore, Expected, NewEvent } from './port';

export type Fault =
  | 'none'
  /** Written, but nobody is told. */
  | 'answer-lost'
  /** Lost on the way. */
  | 'never-arrived'
  /** Written some time after the caller has given up waiting. */
  | 'arrives-late'
  /** Nothing was sent, and the caller knows. */
  | 'unavailable'
  /** Written, but answered as if somebody else had been first. */
  | 'written-but-conflict';

/** A store whose appends meet faults, in the order given; without faults when they are used up. Keeps what was asked of it. */
export class FaultyStore implements EventStore {
  readonly appends: { readonly stream: string; readonly events: readonly NewEvent[]; readonly expected: Expected }[] =
    [];
  reads = 0;
  /** Runs before each append reaches the store. */
  beforeAppend: () => Promise<unknown> = () => Promise.resolve();

  constructor(
    /** May be replaced, as by a backup that is restored. */
    public store: EventStore,
    private readonly faults: Fault[] = [],
  ) {}

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    this.appends.push({ stream, events, expected });
    await this.beforeAppend();
    const write = () => this.store.append(stream, events, expected);
    switch (this.faults.shift() ?? 'none') {
      case 'none':
        return write();
      case 'answer-lost':
        await write().catch(() => undefined);
        throw new OutcomeUnknown(stream);
      case 'never-arrived':
        throw new OutcomeUnknown(stream);
      case 'arrives-late':
        setTimeout(() => void write().catch(() => undefined), 30);
        throw new OutcomeUnknown(stream);
      case 'unavailable':
        throw new StoreUnavailable('down');
      case 'written-but-conflict':
        await write();
        throw new VersionConflict(stream, expected, undefined);
    }
  }

  read: EventStore['read'] = (...call) => {
    this.reads += 1;
    return this.store.read(...call);
  };
  last: EventStore['last'] = (...call) => this.store.last(...call);
  readAll: EventStore['readAll'] = (...call) => this.store.readAll(...call);
  woken: EventStore['woken'] = (...call) => this.store.woken(...call);
  close: EventStore['close'] = () => this.store.close();
}
