import { addDays, type CivilDate, fen, type FactMeta, type Instant, instantMillis } from '@fajiao/kernel';
import { instantOfMillis, parseCivilDate, startOfDay } from '@fajiao/kernel';
import type { ActContext, ActDecision } from '../../domain/fine/acts/act-context';
import { imposeFine, type MoneyEvidence, takeMoney } from '../../domain/fine/fine.decider';
import type { FineEvent } from '../../domain/fine/fine.events';
import { fines, type FineState } from '../../domain/fine/fine.state';
import { eventsOf } from '../fold.fixture.spec';
import { handedOver, rules } from '../samples.fixture.spec';
import { DAY } from './fine-by-hand.fixture.spec';

/** Days of service with the days on which their terms end, as the case histories have them. */
export const SERVED = [
  ['2023-09-28', 15],
  ['2023-03-01', 15],
  ['2024-03-29', 17],
  ['2023-11-20', 15],
] as const;

export interface Imposed {
  /** Index into SERVED. */
  readonly served: number;
  readonly fine: number;
  readonly gains: number;
  readonly stated: boolean;
}

/** The fine as the system has it; days are counted from service, minutes from the midnight before it. */
export class RealFine {
  state: FineState = fines.initial;
  private readonly served: CivilDate;
  private readonly midnight: number;
  private readonly meta: FactMeta;
  private count = 0;

  constructor({ served, fine, gains, stated }: Imposed) {
    this.served = parseCivilDate(SERVED[served]?.[0] ?? '');
    this.midnight = instantMillis(startOfDay(this.served));
    this.meta = {
      context: 'collection',
      actor: { id: 'policy:carry-money', roles: [] },
      occurredAt: this.at(0),
      recordedAt: this.at(0),
      commandId: '',
      commandHash: '',
      correlationId: '',
      causationId: '',
      rulebook: { profile: 'test', version: '0' },
    };
    const amounts = { fineFen: fen(fine), confiscatedGainsFen: fen(gains) };
    const terms = { decidedOn: this.served, servedOn: this.served, surchargeStated: stated };
    this.take(eventsOf(imposeFine(this.state, handedOver({ ...amounts, ...terms }), 'W')));
  }

  take(events: readonly FineEvent[], actor = 'policy:carry-money'): void {
    const meta = { ...this.meta, actor: { id: actor, roles: [] } };
    for (const event of events) this.state = fines.evolve(this.state, { ...event, meta, revision: (this.count += 1) });
  }

  tell(evidence: MoneyEvidence): void {
    this.take(eventsOf(takeMoney(this.state, evidence, rules)));
  }

  /** Says whether the act was accepted. */
  act(actor: string, minute: number, decide: (state: FineState, act: ActContext) => ActDecision): boolean {
    const on = this.day(Math.floor(minute / DAY));
    const decision = decide(this.state, { actor, at: this.at(minute), on, rules, decidingPersons: new Set() });
    if ('refused' in decision) return false;
    this.take(decision.events, actor);
    return true;
  }

  at(minute: number): Instant {
    return instantOfMillis(this.midnight + minute * 60_000);
  }

  day(n: number): CivilDate {
    return addDays(this.served, n);
  }
}
