import { canonicalJson, type CommandHandler } from '@fajiao/event-store';
import { type CivilDate, type Fen, type Instant, sha256Hex } from '@fajiao/kernel';
import type { Account, Clock, SurchargeDay } from '@fajiao/rulebook';
import { accountBeforePaymentsOn, accountOn, ruleOf, surchargeDays } from '../domain/fine/fine-account';
import { paymentTerm } from '../domain/fine/fine-terms';
import type { FineImposed } from '../domain/fine/fine.events';
import { fines, type FineState } from '../domain/fine/fine.state';
import { describeFine, digestedFine, type FineView } from '../domain/fine/fine-view';
import { type LedgerLine, ledgerOf } from '../domain/fine/ledger';
import { type CollectionDeps, rulesOf } from './collection-deps';

export interface ReadFine extends FineView {
  readonly revision: number;
  readonly etag: number;
  /** SHA-256 (hex) of the description as of the last record: the auditor's replay comes to the same. */
  readonly stateDigest: string;
}

/** What a bank that asks on a day is told, and what it is made of. null: a calendar year is not loaded. */
export interface AmountDue {
  readonly on: CivilDate;
  readonly account: Account;
  readonly paymentTerm: Clock;
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
  readonly paymentTerm: Clock;
}

/** Reads fines from their streams: always current. undefined: there is no such fine. */
export class Fines {
  private readonly handler: CommandHandler;

  constructor(private readonly deps: CollectionDeps) {
    this.handler = deps.handler;
  }

  async read(fineId: string, at: Instant): Promise<ReadFine | undefined> {
    const rules = rulesOf(this.deps);
    const { state, revision, etag } = await this.handler.load(fines, fineId);
    const view = describeFine(state, at, rules);
    const atLast = state.recordedAt && digestedFine(state, state.recordedAt, rules);
    return view && { ...view, revision, etag, stateDigest: sha256Hex(canonicalJson(atLast ?? {})) };
  }

  async amountDue(fineId: string, on: CivilDate): Promise<AmountDue | undefined> {
    const rules = rulesOf(this.deps);
    return this.imposed(fineId, (imposed, state) => ({
      on,
      account: accountBeforePaymentsOn(imposed, state, on, rules),
      paymentTerm: paymentTerm(imposed, state.terms, rules),
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
        paymentTerm: paymentTerm(imposed, state.terms, rules),
      };
    });
  }

  /** Everything that moved what is owed, up to a day. null inside: a calendar year is not loaded. */
  async ledger(fineId: string, on: CivilDate): Promise<{ readonly lines: LedgerLine[] | null } | undefined> {
    return this.imposed(fineId, (_imposed, state) => ({ lines: ledgerOf(state, on, rulesOf(this.deps)) }));
  }

  private async imposed<Answer>(
    fineId: string,
    answer: (imposed: FineImposed['data'], state: FineState) => Answer,
  ): Promise<Answer | undefined> {
    const { state } = await this.handler.load(fines, fineId);
    return state.imposed ? answer(state.imposed, state) : undefined;
  }
}
