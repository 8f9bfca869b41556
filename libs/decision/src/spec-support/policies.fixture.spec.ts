import { StoreUnavailable, type Appended, type EventStore, type Expected, type NewEvent } from '@fajiao/event-store';
import type { DomainEvent } from '@fajiao/kernel';
import type { Policy, StreamFact } from '@fajiao/projections';
import { decisionPolicies } from '../application/decision.policies';
import type { Desk } from './desk.fixture.spec';

/** Lets every policy react to everything in the store, as after a start from the beginning. */
export async function runPolicies(desk: Desk): Promise<void> {
  const { events } = await desk.store.readAll(undefined, 10_000);
  for (const policy of decisionPolicies(desk.deps))
    for (const stored of events) if (Object.hasOwn(policy.schemas, stored.type)) await react(desk, policy, stored);
}

async function react(desk: Desk, policy: Policy, stored: Parameters<Desk['codec']['decode']>[0]): Promise<void> {
  const fact = desk.codec.decode<DomainEvent>(stored, policy.schemas);
  const placed: StreamFact = { ...fact, stream: stored.stream, position: stored.position };
  await policy.react(placed);
}

/** A store whose process dies at its n-th append (from 0): that one and everything after it is never sent. */
export class DyingStore implements EventStore {
  private appends = 0;

  constructor(
    private readonly store: EventStore,
    private readonly diesAt: number,
  ) {}

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    if (this.appends >= this.diesAt) throw new StoreUnavailable('the process is dead');
    this.appends += 1;
    return this.store.append(stream, events, expected);
  }

  read: EventStore['read'] = (stream, from) => this.store.read(stream, from);
  last: EventStore['last'] = (stream) => this.store.last(stream);
  readAll: EventStore['readAll'] = (after, limit) => this.store.readAll(after, limit);
  woken: EventStore['woken'] = (after, signal) => this.store.woken(after, signal);
  close: EventStore['close'] = () => this.store.close();
}
