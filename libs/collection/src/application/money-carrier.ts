import { StreamNotFound } from '@fajiao/event-store';
import type { Fen } from '@fajiao/kernel';
import { isPaymentCode } from '@fajiao/rulebook';
import { type BankReference, isInTestMode, paymentId } from '../domain/bank-reference';
import { type MoneyEvidence, takeMoney } from '../domain/fine/fine.decider';
import { fines, type FineState } from '../domain/fine/fine.state';
import { codeFaultOf, paymentCodes } from '../domain/payment-code/payment-code';
import { suspendPayment, takeBack } from '../domain/payment/payment.decider';
import type { SuspenseReason } from '../domain/payment/payment.events';
import { payments, type PaymentState, standingReversal } from '../domain/payment/payment.state';
import type { Place } from '../domain/statement/bucket';
import { applyMoney, holdMoney, suspense, suspenseIdOf, type SuspenseState } from '../domain/suspense/suspense';
import { type CollectionDeps, rulesOf } from './collection-deps';
import type { CommandFor } from './commands';

/** Where the money is; undefined: the payment is not known (yet). */
interface Carried {
  readonly place: Place | undefined;
  /** The fine that has it, with it. */
  readonly fine?: FineState;
}

const CODES_REMEMBERED = 10_000;

/**
 * Carries what banks have said of a payment to where its money is: to its fine, else to suspense. What is there already is
 * not carried twice, so it may be called at any time, in any order, and again after a crash between any two steps.
 */
export class MoneyCarrier {
  /** A code never comes to belong to another fine. */
  private readonly codes = new Map<string, string>();

  constructor(private readonly deps: CollectionDeps) {}

  /**
   * Where the money is now, a reversal's where that of its payment is; undefined: the payment is not known (yet).
   * @param state as just read or written
   */
  async carryKnown({ bank, reference }: BankReference, state: PaymentState, commandFor: CommandFor): Promise<Carried> {
    const of = { bank, reference };
    if (isInTestMode(bank)) return { place: undefined };
    if (state.reversal) return { place: await this.carryReversal(of, state.reversal, commandFor) };
    if (!state.report) return { place: undefined };
    if (state.suspended) return { place: await this.settleInSuspense(of, state, commandFor) };
    const fineId = await this.fineOf(state.report.code);
    const given = fineId === undefined ? 'unknown-code' : await this.giveToFine(of, state, fineId, false, commandFor);
    if (typeof given !== 'string') return given;
    return { place: await this.settleInSuspense(of, await this.suspend(of, state, given, commandFor), commandFor) };
  }

  /** A reversal is noted with the payment that it takes back, known or not, and goes on with it. */
  private async carryReversal(
    { bank, reference }: BankReference,
    { reverses, fen, reversedAt }: NonNullable<PaymentState['reversal']>,
    commandFor: CommandFor,
  ): Promise<Place | undefined> {
    const payment = { bank, reference: reverses };
    const id = paymentId(payment);
    const reversal = { by: reference, fen, reversedAt };
    const command = commandFor(`${payments.category}-${id}`, `taken back by ${reference}`);
    const decide = (state: PaymentState) => takeBack(state, reversal);
    const { state } = await this.deps.handler.execute(payments, id, command, decide, { opening: true });
    // Nothing takes a reversal back. Two that name each other, or one that names itself, would lead round for ever.
    return state.reversal ? undefined : (await this.carryKnown(payment, state, commandFor)).place;
  }

  /** The fine that a code belongs to, where it belongs to one. */
  async fineOf(code: string | null): Promise<string | undefined> {
    if (code === null || !isPaymentCode(this.deps.rulebook.profile.paymentCode, code)) return undefined;
    const known = this.codes.get(code);
    if (known !== undefined) return known;
    const fineId = (await this.deps.handler.load(paymentCodes, code)).state?.fineId;
    if (fineId !== undefined) this.remember(code, fineId);
    return fineId;
  }

  private remember(code: string, fineId: string): void {
    if (this.codes.size >= CODES_REMEMBERED) this.codes.clear();
    this.codes.set(code, fineId);
  }

  /** Why the fine does not take the money, where it does not. A code may be reserved for a fine that is not imposed yet. */
  private async giveToFine(
    of: BankReference,
    payment: PaymentState,
    fineId: string,
    assigned: boolean,
    commandFor: CommandFor,
  ): Promise<Carried | SuspenseReason> {
    const evidence = evidenceOf(of, payment, assigned);
    const rules = rulesOf(this.deps);
    const command = commandFor(`${fines.category}-${fineId}`, paymentId(of));
    try {
      const outcome = await this.deps.handler.execute(fines, fineId, command, (state) =>
        takeMoney(state, evidence, rules),
      );
      return outcome.done ? { place: { fineId }, fine: outcome.state } : 'fine-cancelled';
    } catch (error) {
      if (error instanceof StreamNotFound) return 'unknown-code';
      throw error;
    }
  }

  private async suspend(
    of: BankReference,
    { report }: PaymentState,
    reason: SuspenseReason,
    commandFor: CommandFor,
  ): Promise<PaymentState> {
    const suspended = { suspenseId: suspenseIdOf(of), reason, code: report?.code ?? null };
    const command = commandFor(`${payments.category}-${paymentId(of)}`, 'suspended');
    const decide = (state: PaymentState) => suspendPayment(state, suspended);
    return (await this.deps.handler.execute(payments, paymentId(of), command, decide)).state;
  }

  private async settleInSuspense(of: BankReference, payment: PaymentState, commandFor: CommandFor): Promise<Place> {
    const { suspenseId, reason } = suspendedOf(payment);
    const fineId = await this.holdUntilApplied(of, payment, commandFor);
    const given = fineId === null ? reason : await this.giveToFine(of, payment, fineId, true, commandFor);
    return typeof given === 'string' || !given.place ? { suspenseId, reason } : given.place;
  }

  /** The fine that it is known by now to belong to; null: it stays in suspense. */
  private async holdUntilApplied(
    of: BankReference,
    payment: PaymentState,
    commandFor: CommandFor,
  ): Promise<string | null> {
    const { handler, rulebook } = this.deps;
    const { suspenseId, reason, code } = suspendedOf(payment);
    const { fen, paidAt, code: codeNow } = reportOf(payment);
    const fineId = await this.fineOf(code);
    const unknown = reason === 'unknown-code';
    const held = {
      ...of,
      ...{ code, fen, paidAt, reason },
      codeFault: unknown ? codeFaultOf(rulebook.profile.paymentCode, code) : null,
      fineId: unknown ? null : (fineId ?? null),
    };
    const stream = `${suspense.category}-${suspenseId}`;
    const takenBackBy = evidenceOf(of, payment, false).takenBack?.by ?? null;
    const hold = (state: SuspenseState) => holdMoney(state, held, takenBackBy);
    const { state } = await handler.execute(suspense, suspenseId, commandFor(stream, 'hold'), hold, { opening: true });
    if (state.appliedTo !== null || state.returnedBy !== null || codeNow === code) return state.appliedTo;
    // The statement's line had no code; the callback that came after it has one.
    const told = await this.fineOf(codeNow);
    if (told === undefined) return null;
    const apply = (current: SuspenseState) => applyMoney(current, told);
    return (await handler.execute(suspense, suspenseId, commandFor(stream, 'apply'), apply)).state.appliedTo;
  }
}

/** What is known of a payment, as a fine takes it. */
export function evidenceOf(of: BankReference, payment: PaymentState, assigned: boolean): MoneyEvidence {
  const { listed, treasuryCredit } = payment;
  const takenBack = standingReversal(payment);
  const { fen, paidAt } = reportOf(payment);
  // A proof of another amount proves nothing.
  const proves = (proof: { readonly fen: Fen } | null) => proof !== null && proof.fen === fen;
  return {
    ...of,
    fen,
    paidAt,
    listedOn: listed && proves(listed) ? listed.statementDate : null,
    creditedAt: treasuryCredit && proves(treasuryCredit) ? treasuryCredit.creditedAt : null,
    takenBack: takenBack && { by: takenBack.by, reversedAt: takenBack.reversedAt },
    assigned,
  };
}

function reportOf({ report }: PaymentState): NonNullable<PaymentState['report']> {
  if (!report) throw new Error('a payment that nobody has reported has no place');
  return report;
}

function suspendedOf({ suspended }: PaymentState): NonNullable<PaymentState['suspended']> {
  if (!suspended) throw new Error('a payment that is not suspended has no place in suspense');
  return suspended;
}
