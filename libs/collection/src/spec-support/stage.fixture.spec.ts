import { contextAccess, type FineHandedOver, type PublishedByDecision, publishedByDecision } from '@fajiao/contracts';
import {
  aesSealer,
  Codec,
  CommandHandler,
  type EventStore,
  memoryEventStore,
  MemoryLog,
  type NewEvent,
  type StoredEvent,
} from '@fajiao/event-store';
import type { CivilDate, DomainEvent, Fact, FactMeta, Instant } from '@fajiao/kernel';
import { uuid5 } from '@fajiao/kernel';
import type { Policy } from '@fajiao/projections';
import { BankMessages } from '../application/bank-messages';
import { CarryMoneyPolicy } from '../application/carry-money.policy';
import type { CollectionDeps } from '../application/collection-deps';
import { commandOfMessage, type Sender } from '../application/commands';
import { Fines } from '../application/fines';
import { FollowDecisionPolicy } from '../application/follow-decision.policy';
import { ReconcileStatementPolicy } from '../application/reconcile-statement.policy';
import { cancelFine } from '../domain/fine/follow-decision';
import { fines } from '../domain/fine/fine.state';
import { calendar, rulebook, rules } from './samples.fixture.spec';

/** Of a policy that takes several at once. */
const EVENTS_A_TURN = 20;

/** What one process of the collecting side consists of. */
interface Process {
  readonly deps: CollectionDeps;
  readonly messages: BankMessages;
  readonly fines: Fines;
  readonly policies: readonly Policy[];
}

/** The collecting side on a store in memory, its policies run by hand; processes may come and go. */
export class Stage {
  readonly codec = new Codec(aesSealer(Buffer.alloc(32, 7)));
  readonly log = new MemoryLog();
  process: Process;
  private readonly reached = new Map<string, number>();

  constructor(store?: (inner: EventStore) => EventStore) {
    this.process = this.start(store);
  }

  /** A new process on the same events: what it knew is gone. */
  restart(store?: (inner: EventStore) => EventStore): void {
    this.process = this.start(store);
  }

  private start(wrap: (inner: EventStore) => EventStore = (inner) => inner): Process {
    const store = wrap(memoryEventStore({ log: this.log, access: contextAccess('collection') }));
    const deps: CollectionDeps = {
      handler: new CommandHandler(store, this.codec),
      rulebook,
      calendar,
      paymentCodeKey: Buffer.from('a key of the tests'),
    };
    const policies = [new FollowDecisionPolicy(deps), new CarryMoneyPolicy(deps), new ReconcileStatementPolicy(deps)];
    return { deps, messages: new BankMessages(deps), fines: new Fines(deps), policies };
  }

  /** As the deciding side does it, in the same append as the service of the decision. */
  async handOver(data: FineHandedOver['data'], when: Instant): Promise<void> {
    const store = memoryEventStore({ log: this.log, access: contextAccess('decision') });
    const stream = `case-${data.caseId}`;
    const meta = decisionMeta(when, stream);
    await store.append(
      stream,
      this.codec.encode(stream, [{ type: 'FineHandedOver', data }], meta, publishedByDecision),
      'none',
    );
  }

  /** What the deciding side publishes of a case afterwards. */
  async tell(caseId: string, event: PublishedByDecision, when: Instant): Promise<void> {
    const stream = `case-${caseId}`;
    const before = this.log.stream(stream).length;
    const meta = { ...decisionMeta(when, stream), commandId: uuid5('test', `${stream} ${before}`) };
    const store = memoryEventStore({ log: this.log, access: contextAccess('decision') });
    await store.append(stream, this.codec.encode(stream, [event], meta, publishedByDecision), before - 1);
  }

  async cancel(fineId: string, cancelledOn: CivilDate, when: Instant): Promise<void> {
    const { deps } = this.process;
    const sender: Sender = { actor: { id: 'policy:test', roles: [] }, now: when, correlationId: uuid5('test', fineId) };
    const command = commandOfMessage(deps, sender, { kind: 'cancel', content: { fineId }, occurredAt: when });
    const cancelled = { reason: '行政复议决定撤销', cancelledOn };
    await deps.handler.execute(fines, fineId, command, (state) => cancelFine(state, cancelled, rules));
  }

  /** Lets every policy react to everything, each at its own pace, until nothing new comes of it. */
  async settle(): Promise<void> {
    for (let before = -1; before !== this.log.events.length || !this.isSettled();) {
      before = this.log.events.length;
      for (const policy of this.process.policies) await this.advance(policy);
    }
  }

  private isSettled(): boolean {
    return this.process.policies.every(({ name }) => (this.reached.get(name) ?? 0) === this.log.events.length);
  }

  /** The checkpoint moves after the reaction: a crash in between lets the policy react once more. */
  private async advance(policy: Policy): Promise<void> {
    for (let place = this.reached.get(policy.name) ?? 0; place < this.log.events.length;) {
      const turn = this.log.events.slice(place, place + (policy.reactAll ? EVENTS_A_TURN : 1));
      const news = turn.filter(({ type }) => Object.hasOwn(policy.schemas, type));
      const facts = news.map((event) => this.factOf(policy, event));
      if (policy.reactAll) await policy.reactAll(facts);
      else for (const fact of facts) await policy.react(fact);
      place += turn.length;
      this.reached.set(policy.name, place);
    }
  }

  private factOf(policy: Policy, event: StoredEvent) {
    const fact: Fact = this.codec.decode<DomainEvent>(event, policy.schemas);
    return { ...fact, stream: event.stream, position: event.position };
  }

  /** What stands in each stream, type and data, without times and ids. */
  content(): Readonly<Record<string, readonly string[]>> {
    const streams: Record<string, string[]> = {};
    for (const { stream, type, data } of this.log.events) (streams[stream] ??= []).push(`${type} ${data}`);
    return streams;
  }
}

/** The process died: nothing that it asks of the store is answered any more. */
export class Crash extends Error {}

/** Dies at the n-th append, just before it or just after it was written. */
export const dyingAt = (n: number, when: 'before' | 'after') => {
  let appends = 0;
  return (inner: EventStore): EventStore => ({
    append: async (stream: string, events: readonly NewEvent[], expected) => {
      appends += 1;
      if (appends > n || (appends === n && when === 'before')) throw new Crash();
      const appended = await inner.append(stream, events, expected);
      if (appends === n) throw new Crash();
      return appended;
    },
    read: (stream, from) => {
      if (appends >= n) throw new Crash();
      return inner.read(stream, from);
    },
    last: (stream) => inner.last(stream),
    readAll: (after, limit) => inner.readAll(after, limit),
    woken: (after, signal) => inner.woken(after, signal),
    close: () => inner.close(),
  });
};

export const bankAt = (bank: string, now: Instant): Sender => ({
  actor: { id: `bank:${bank}`, roles: ['bank'] },
  now,
  correlationId: uuid5('test', `${bank} ${now}`),
});

/** What stands beside an event of the deciding side. */
export function decisionMeta(when: Instant, stream: string): FactMeta {
  const id = uuid5('test', stream);
  return {
    context: 'decision',
    actor: { id: 'officer-1', roles: ['officer'] },
    occurredAt: when,
    recordedAt: when,
    commandId: id,
    commandHash: '00',
    correlationId: id,
    causationId: id,
    rulebook: { profile: rulebook.profile.id, version: rulebook.version },
  };
}
