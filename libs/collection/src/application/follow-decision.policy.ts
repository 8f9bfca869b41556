import {
  type FineCancelled,
  type FineChanged,
  type FineDemanded,
  type FineHandedOver,
  type FineTakenToCourt,
  type FineTurnedAwayByCourt,
  publishedByDecision,
  type RemedyEnded,
  type RemedyPending,
  type SpotMoneyHandedIn,
  type TermChanged,
} from '@fajiao/contracts';
import { type Decision, yearOf } from '@fajiao/kernel';
import type { Policy, StreamFact } from '@fajiao/projections';
import { imposeFine } from '../domain/fine/fine.decider';
import type { FineEvent, PaymentCodeIssued } from '../domain/fine/fine.events';
import { fines, type FineState } from '../domain/fine/fine.state';
import {
  announceSpotMoney,
  cancelFine,
  changeFine,
  issueCodes,
  moveTerm,
  noteCourtApplication,
  noteCourtRefusal,
  noteDemand,
  pauseSurcharge,
  resumeSurcharge,
} from '../domain/fine/follow-decision';
import { type CodeOfFine, derivePaymentCode, paymentCodes, reserveCode } from '../domain/payment-code/payment-code';
import { receiptNumberId, receiptNumbers, useReceiptNumber } from '../domain/receipt-number/receipt-number';
import { type CollectionDeps, rulesOf } from './collection-deps';
import { type CommandFor, commandsOfPolicy } from './commands';

/** What the deciding side tells of one fine. */
type Told =
  | FineHandedOver
  | FineChanged
  | FineCancelled
  | TermChanged
  | RemedyPending
  | RemedyEnded
  | FineDemanded
  | FineTakenToCourt
  | FineTurnedAwayByCourt
  | SpotMoneyHandedIn;

/** A plan of many parts issues its codes in several appends. */
const CODES_AN_APPEND = 20;

/**
 * Keeps the fine to what the deciding side says of it: opens it with its payment code, changes it, cancels it, moves its
 * term, stops its surcharge, notes its demand. One policy for all of it, so that one case's news are taken in their order. Each step may be
 * taken again after a crash.
 */
export class FollowDecisionPolicy implements Policy<Told> {
  readonly name = 'follow-decision';
  readonly schemas = {
    FineHandedOver: publishedByDecision.FineHandedOver,
    FineChanged: publishedByDecision.FineChanged,
    FineCancelled: publishedByDecision.FineCancelled,
    TermChanged: publishedByDecision.TermChanged,
    RemedyPending: publishedByDecision.RemedyPending,
    RemedyEnded: publishedByDecision.RemedyEnded,
    FineDemanded: publishedByDecision.FineDemanded,
    FineTakenToCourt: publishedByDecision.FineTakenToCourt,
    FineTurnedAwayByCourt: publishedByDecision.FineTurnedAwayByCourt,
    SpotMoneyHandedIn: publishedByDecision.SpotMoneyHandedIn,
  };
  readonly startsAt = 'beginning';

  constructor(private readonly deps: CollectionDeps) {}

  async react(fact: StreamFact<Told>): Promise<void> {
    // A fine's own FineCancelled has the same name.
    if (!fact.stream.startsWith('case-')) return;
    const commandFor = commandsOfPolicy(this.deps, this.name, fact);
    const rules = rulesOf(this.deps);
    const { fineId } = fact.data;
    const follow = (decide: (state: FineState) => Decision<FineEvent>) =>
      this.deps.handler.execute(fines, fineId, commandFor(`${fines.category}-${fineId}`), decide);
    switch (fact.type) {
      case 'FineHandedOver':
        return this.open(fact.data, commandFor);
      case 'FineChanged':
        return void (await follow((state) => changeFine(state, fact.data, rules)));
      case 'FineCancelled': {
        const { reason, cancelledOn } = fact.data;
        return void (await follow((state) => cancelFine(state, { reason, cancelledOn }, rules)));
      }
      case 'TermChanged':
        return this.moveTerm(fact.data, commandFor);
      case 'RemedyPending':
        return void (await follow((state) => pauseSurcharge(state, fact.data, rules)));
      case 'RemedyEnded':
        return void (await follow((state) => resumeSurcharge(state, fact.data, rules)));
      case 'FineDemanded':
        return void (await follow((state) => noteDemand(state, fact.data)));
      case 'FineTakenToCourt':
        return void (await follow((state) => noteCourtApplication(state, fact.data)));
      case 'FineTurnedAwayByCourt':
        return void (await follow((state) => noteCourtRefusal(state, fact.data)));
      case 'SpotMoneyHandedIn':
        await this.useReceipt(fact.data, commandFor);
        return void (await follow((state) => announceSpotMoney(state, fact.data, rules)));
    }
  }

  private async open(data: FineHandedOver['data'], commandFor: CommandFor): Promise<void> {
    const { fineId, decidedOn } = data;
    const code = await this.reservedCode({ fineId, plan: 0, instalment: 1 }, yearOf(decidedOn), commandFor);
    const command = commandFor(`${fines.category}-${fineId}`);
    const opening = { opening: true };
    await this.deps.handler.execute(fines, fineId, command, (state) => imposeFine(state, data, code), opening);
  }

  private async moveTerm(data: TermChanged['data'], commandFor: CommandFor): Promise<void> {
    const { handler } = this.deps;
    const { fineId } = data;
    const stream = `${fines.category}-${fineId}`;
    const rules = rulesOf(this.deps);
    const moved = await handler.execute(fines, fineId, commandFor(stream), (state) => moveTerm(state, data, rules));
    const set = moved.done ? moved.facts.find(({ type }) => type === 'InstalmentPlanSet') : undefined;
    if (set?.type !== 'InstalmentPlanSet') return;
    const { plan, instalments, approvedOn } = set.data;
    for (let from = 0; from < instalments.length; from += CODES_AN_APPEND) {
      const codes: PaymentCodeIssued['data'][] = [];
      for (let i = from; i < Math.min(from + CODES_AN_APPEND, instalments.length); i += 1) {
        const of = { fineId, plan, instalment: i + 1 };
        codes.push({ code: await this.reservedCode(of, yearOf(approvedOn), commandFor), plan, instalment: i + 1 });
      }
      const command = commandFor(stream, `codes from ${from + 1}`);
      await handler.execute(fines, fineId, command, (state) => issueCodes(state, codes));
    }
  }

  /** The first of these codes that no other fine has. */
  private async reservedCode(
    wanted: Omit<CodeOfFine, 'attempt'>,
    year: number,
    commandFor: CommandFor,
  ): Promise<string> {
    const { handler, rulebook, paymentCodeKey } = this.deps;
    for (let attempt = 0; ; attempt += 1) {
      const of = { ...wanted, attempt };
      const code = derivePaymentCode(rulebook.profile.paymentCode, paymentCodeKey, year, of);
      const command = commandFor(`${paymentCodes.category}-${code}`);
      const decide = (state: Parameters<typeof reserveCode>[0]) => reserveCode(state, code, of);
      const { state } = await handler.execute(paymentCodes, code, command, decide, { opening: true });
      if (state?.fineId === of.fineId && state.plan === of.plan && state.instalment === of.instalment) return code;
    }
  }

  /** The number of the receipt that the officer gave is used up; whoever had it before keeps it. */
  private async useReceipt(
    { fineId, receiptNumber }: SpotMoneyHandedIn['data'],
    commandFor: CommandFor,
  ): Promise<void> {
    const id = receiptNumberId(receiptNumber);
    const command = commandFor(`${receiptNumbers.category}-${id}`);
    const use = { receiptNumber, fineId, bank: null, reference: null };
    await this.deps.handler.execute(receiptNumbers, id, command, (state) => useReceiptNumber(state, use), {
      opening: true,
    });
  }
}
