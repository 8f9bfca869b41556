import { civilDateOf, type Decision, fen, type Instant } from '@fajiao/kernel';
import type { ActContext, ActDecision } from '../domain/fine/acts/act-context';
import { imposeFine, takeMoney } from '../domain/fine/fine.decider';
import type { FineEvent } from '../domain/fine/fine.events';
import { fines, type FineState } from '../domain/fine/fine.state';
import { eventsOf } from './fold.fixture.spec';
import { at, handedOver, rules } from './samples.fixture.spec';

/** A fine on which persons act one after the other, without a store. */
export class Desk {
  state: FineState = fines.initial;
  readonly events: FineEvent[] = [];

  constructor(change: Parameters<typeof handedOver>[0] = {}) {
    this.take('policy:follow-decision', eventsOf(imposeFine(this.state, handedOver(change), 'W')));
  }

  take(actor: string, events: readonly FineEvent[], when: Instant = at('2023-10-20 09:00')): readonly FineEvent[] {
    for (const event of events) {
      const meta = {
        ...{ context: 'collection' as const, actor: { id: actor, roles: [] }, occurredAt: when, recordedAt: when },
        ...{ commandId: '', commandHash: '', correlationId: '', causationId: '' },
        rulebook: { profile: 'test', version: '0' },
      };
      this.state = fines.evolve(this.state, { ...event, meta, revision: this.events.length });
      this.events.push(event);
    }
    return events;
  }

  /** What the deciding side tells. */
  follow(decide: (state: FineState) => Decision<FineEvent>): readonly FineEvent[] {
    return this.take('policy:follow-decision', eventsOf(decide(this.state)));
  }

  pay(reference: string, amount: number, paidAt: string): void {
    const money = {
      ...{ bank: 'bank-a', reference, fen: fen(amount), paidAt: at(paidAt) },
      ...{ listedOn: null, creditedAt: null, takenBack: null, assigned: false },
    };
    this.take('policy:carry-money', eventsOf(takeMoney(this.state, money, rules)));
  }

  /** The types of what the act makes, or the codes with their sources. */
  act(
    actor: string,
    when: string,
    decide: (state: FineState, act: ActContext) => ActDecision,
    decidingPersons: readonly string[] = [],
  ): readonly string[] {
    const now = at(when);
    const act = { actor, at: now, on: civilDateOf(now), rules, decidingPersons: new Set(decidingPersons) };
    const decision = decide(this.state, act);
    if ('refused' in decision) return decision.refused.map(({ code, source }) => `${code} ${source}`);
    return this.take(actor, decision.events, now).map(({ type }) => type);
  }
}
