import { StreamNotFound } from '@fajiao/event-store';
import { civilDateOf, type Decision, type DomainEvent, fen, isUuid, minusFen } from '@fajiao/kernel';
import { isInTestMode, paymentId } from '../domain/bank-reference';
import { type PayOutRefund, payOutRefund, returnRefund } from '../domain/fine/acts/refund';
import { fines, type FineState } from '../domain/fine/fine.state';
import type { ListedLine } from '../domain/payment/payment.decider';
import { payments, type PaymentState } from '../domain/payment/payment.state';
import type { PaidBack } from '../domain/statement/bucket';
import { payBack } from '../domain/suspense/resolve';
import { suspense, type SuspenseState } from '../domain/suspense/suspense';
import { type CollectionDeps, rulesOf } from './collection-deps';
import type { CommandFor } from './commands';
import { underReference } from './refund-reference';

/** A line of money that the treasury has paid back (退库), or that came back from there (退汇): then it is positive. */
export type RefundLine = ListedLine & { readonly refunds: string };

export const isRefundLine = (line: ListedLine): line is RefundLine => line.refunds !== undefined;

/** Decides on what would be by now, and remembers what comes of it. */
export interface InThought {
  readonly ofFine: (fineId: string, decide: (state: FineState) => Paid) => Promise<Paid>;
  readonly ofHeld: (suspenseId: string, decide: (state: SuspenseState) => PaidHeld) => Promise<PaidHeld>;
}

type Paid = ReturnType<typeof payOutRefund>;
type PaidHeld = ReturnType<typeof payBack>;

/** A line that names a refund closes it: the treasury's payment stands on the bank's own statement. */
export class RefundLines {
  constructor(private readonly deps: CollectionDeps) {}

  /**
   * @param own what is known of the line's own reference
   * @param fineId the fine of the line's code; without a code the line names money held in suspense
   */
  async pay(
    line: RefundLine,
    own: PaymentState,
    fineId: string | undefined,
    commandFor: CommandFor,
  ): Promise<PaidBack> {
    const why = faultOf(line, own, fineId);
    if (why !== undefined) return { why };
    try {
      if (fineId === undefined) return await this.payBackHeld(line, commandFor);
      const command = commandFor(`${fines.category}-${fineId}`, 'refunded');
      const outcome = await this.deps.handler.execute(fines, fineId, command, (state) =>
        this.underReference(line, commandFor, this.paidOut(state, line)),
      );
      return outcome.done ? { fineId } : { fineId, why: outcome.grounds[0].code };
    } catch (fault) {
      if (fault instanceof StreamNotFound) return { why: 'the refund is not known' };
      throw fault;
    }
  }

  /** What it would come to, in thought. */
  async tryOut(
    line: RefundLine,
    own: PaymentState,
    fineId: string | undefined,
    { ofFine, ofHeld }: InThought,
  ): Promise<PaidBack> {
    const why = faultOf(line, own, fineId);
    if (why !== undefined) return { why };
    const decision =
      fineId === undefined
        ? await ofHeld(line.refunds, (state) => payBack(state, payOutOf(line)))
        : await ofFine(fineId, (state) => this.paidOut(state, line));
    const of = fineId === undefined ? {} : { fineId };
    return 'events' in decision ? of : { ...of, why: decision.refused[0].code };
  }

  private paidOut(state: FineState, line: RefundLine): Paid {
    const rules = rulesOf(this.deps);
    const act = { actor: `bank:${line.bank}`, at: line.at, on: civilDateOf(line.at), rules, decidingPersons: NOBODY };
    const { madeAt: returnedAt, ...payOut } = payOutOf(line);
    if (line.fen > 0) return returnRefund(state, { ...payOut, fen: line.fen, returnedAt }, act);
    return payOutRefund(state, payOutOf(line), act);
  }

  private async payBackHeld(line: RefundLine, commandFor: CommandFor): Promise<PaidBack> {
    const command = commandFor(`${suspense.category}-${line.refunds}`, 'paid back');
    const outcome = await this.deps.handler.execute(suspense, line.refunds, command, (state) =>
      this.underReference(line, commandFor, payBack(state, payOutOf(line))),
    );
    return outcome.done ? {} : { why: outcome.grounds[0].code };
  }

  private underReference<E extends DomainEvent, C extends string>(
    line: RefundLine,
    commandFor: CommandFor,
    decision: Decision<E, C>,
  ) {
    const { bank, reference, refunds: refundId, fen: amount } = line;
    const told = {
      bank,
      reference,
      refundId,
      fen: fen(Math.abs(amount)),
      way: amount < 0 ? ('out' as const) : ('back' as const),
    };
    return underReference(this.deps, commandFor(`${payments.category}-${paymentId(line)}`, 'refund'), told, decision);
  }
}

function faultOf(
  { bank, refunds, code, fen: amount }: RefundLine,
  own: PaymentState,
  fineId: string | undefined,
): string | undefined {
  if (isInTestMode(bank) || !isUuid(refunds)) return 'no refund is named';
  if (amount > 0 && code === undefined) return 'no fine is named';
  const isOther = own.refund !== null && own.refund.refundId !== refunds;
  if (own.report || own.reversal || isOther) return 'the reference is that of another message';
  return code !== undefined && fineId === undefined ? 'the code leads to no fine' : undefined;
}

const NOBODY: ReadonlySet<string> = new Set();

const payOutOf = ({ bank, reference, refunds, fen: amount, at }: RefundLine): PayOutRefund => ({
  ...{ bank, reference, refundId: refunds, fen: minusFen(fen(0), amount), madeAt: at },
  via: 'statement',
});
