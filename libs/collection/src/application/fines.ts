import type { CommandHandler } from '@fajiao/event-store';
import type { CivilDate, Fen, Instant } from '@fajiao/kernel';
import type { Account, Clock, SurchargeDay } from '@fajiao/rulebook';
import { accountOn, dueOn, paymentTerm, ruleOf, surchargeDays } from '../domain/fine/fine-account';
import type { FineImposed } from '../domain/fine/fine.events';
import { fines, type FineState } from '../domain/fine/fine.state';
import { describeFine, type FineView } from '../domain/fine/fine-view';
import { type CollectionDeps, rulesOf } from './collection-deps';

/** What a bank that asks on a day is told, and what it is made of. null: a calendar year is not loaded. */
export interface AmountDue {
  readonly on: CivilDate;
  readonly dueFen: Fen | null;
  readonly account: Account;
  readonly paymentDue: Clock;
}

/** The surcharge (加处罚款) that has arisen up to and including a day, and the days on which it arose. */
export interface SurchargeOnDay {
  readonly on: CivilDate;
  readonly stated: boolean;
  readonly perMillePerDay: number;
  readonly capPercent: number;
  readonly source: string;
  readonly arisenFen: Fen | null;
  readonly days: readonly SurchargeDay[] | null;
  readonly paymentDue: Clock;
}

/** Reads fines from their streams: always current. undefined: there is no such fine. */
export class Fines {
  private readonly handler: CommandHandler;

  constructor(private readonly deps: CollectionDeps) {
    this.handler = deps.handler;
  }

  async read(fineId: string, at: Instant): Promise<{ view: FineView; revision: number } | undefined> {
    const { state, revision } = await this.handler.load(fines, fineId);
    const view = describeFine(state, at, rulesOf(this.deps));
    return view && { view, revision };
  }

  async amountDue(fineId: string, on: CivilDate): Promise<AmountDue | undefined> {
    const rules = rulesOf(this.deps);
    return this.imposed(fineId, (imposed, state) => ({
      on,
      dueFen: dueOn(imposed, state, on, rules),
      account: accountOn(imposed, state, on, rules),
      paymentDue: paymentTerm(imposed, rules),
    }));
  }

  async surcharge(fineId: string, on: CivilDate): Promise<SurchargeOnDay | undefined> {
    const rules = rulesOf(this.deps);
    return this.imposed(fineId, (imposed, state) => {
      const { perMillePerDay, capPercent, source } = ruleOf(imposed, rules);
      return {
        on,
        stated: imposed.surchargeStated,
        perMillePerDay,
        capPercent,
        source,
        arisenFen: accountOn(imposed, state, on, rules).surchargeArisenFen,
        days: surchargeDays(imposed, state, on, rules),
        paymentDue: paymentTerm(imposed, rules),
      };
    });
  }

  private async imposed<Answer>(
    fineId: string,
    answer: (imposed: FineImposed['data'], state: FineState) => Answer,
  ): Promise<Answer | undefined> {
    const { state } = await this.handler.load(fines, fineId);
    return state.imposed ? answer(state.imposed, state) : undefined;
  }
}
