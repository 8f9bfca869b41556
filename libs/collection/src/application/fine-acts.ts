import type { Command, Done, Position } from '@fajiao/event-store';
import { civilDateOf, fen as fenOf, type Instant, parseCivilDate, parseInstant, uuid5 } from '@fajiao/kernel';
import { type ActRequest, refused } from '@fajiao/platform';
import { type BankReference, paymentId } from '../domain/bank-reference';
import type { ActContext, ActDecision } from '../domain/fine/acts/act-context';
import { issueReceipt, voidReceipt } from '../domain/fine/acts/receipt';
import { authoriseRefund, cancelRefund, payOutRefund, requestRefund, returnRefund } from '../domain/fine/acts/refund';
import { authoriseRelief, cancelRelief, requestRelief } from '../domain/fine/acts/relief';
import { cashOf, depositSpotMoney } from '../domain/fine/acts/spot-deposit';
import type { Proof, ReliefKind } from '../domain/fine/clerk.events';
import type { FineEvent } from '../domain/fine/fine.events';
import { fines, type FineState } from '../domain/fine/fine.state';
import { payments } from '../domain/payment/payment.state';
import { reportDeposit } from '../domain/payment/report-deposit';
import type { ReportRefund } from '../domain/payment/report-refund';
import { receiptNumberId, receiptNumbers, useReceiptNumber } from '../domain/receipt-number/receipt-number';
import { type CollectionDeps, rulesOf } from './collection-deps';
import { commandOfMessage, commandOfPerson, ofPerson, stepOf } from './commands';
import { decidingPersonsOf } from './deciding-persons';
import { underReference } from './refund-reference';
import { keepRefusal } from './refusals';

/** What an act on a fine came to. */
export interface FineActDone {
  readonly fineId: string;
  /** Of the fine, after the act. */
  readonly revision: number;
  readonly etag: number;
  readonly position: Position;
  readonly events: readonly { readonly type: string; readonly revision: number }[];
}

export interface ReliefAsked {
  readonly kind: ReliefKind;
  readonly ground: string;
  readonly reason: string;
  readonly document?: string;
  readonly fen?: number;
  readonly remediedOn?: string;
  readonly payment?: { readonly bank: string; readonly reference: string; readonly proof: Proof };
}

type Decide = (state: FineState, act: ActContext) => ActDecision | Promise<ActDecision>;

/** What finance clerks do with a fine, from their request to what it came to. Whatever is refused is kept as a fact. */
export class FineActs {
  constructor(private readonly deps: CollectionDeps) {}

  /** Pays in money taken on the spot (当场收缴款缴付银行, APL-71). */
  async depositSpotMoney(
    fineId: string,
    told: BankReference & { readonly receiptNumber?: string; readonly occurredAt?: string },
    request: ActRequest,
  ): Promise<FineActDone> {
    const { bank, reference, receiptNumber, occurredAt } = told;
    const depositedAt = occurredAt === undefined ? request.now : parseInstant(occurredAt);
    const command = this.commandOf(fineId, 'spot-deposits', request, depositedAt);
    const deposit = { bank, reference, depositedAt, ...(receiptNumber !== undefined && { receiptNumber }) };
    return this.perform(fineId, request, command, async (state, act) => {
      const decision = depositSpotMoney(state, deposit, act);
      const cash = cashOf(state, deposit);
      if ('refused' in decision || !cash) return decision;
      // The reference first: its stream is what makes sure that a payment is there once.
      const code = state.codes.find(({ plan }) => plan === 0)?.code ?? '';
      const payment = { bank, reference, code, fen: cash.fen, paidAt: depositedAt };
      const reported = await this.deps.handler.execute(
        ...[payments, paymentId(payment), stepOf(command, paymentId(payment))],
        (known) => reportDeposit(known, payment),
        { opening: true },
      );
      if (reported.done) return decision;
      const { detail } = reported.grounds[0];
      return { refused: [{ code: 'spot-deposit.reference-known', source: 'APL-71', ...(detail && { detail }) }] };
    });
  }

  /** Issues a receipt of the finance authority for a payment (财政票据, APL-70). */
  async issueReceipt(
    fineId: string,
    issue: BankReference & { readonly receiptNumber: string },
    request: ActRequest,
  ): Promise<FineActDone> {
    const command = this.commandOf(fineId, 'receipts', request);
    return this.perform(fineId, request, command, async (state, act) => {
      const decision = issueReceipt(state, issue, act);
      if ('refused' in decision) return decision;
      const { bank, reference, receiptNumber } = issue;
      const use = { receiptNumber, fineId, bank, reference };
      const id = receiptNumberId(receiptNumber);
      const decide = (known: Parameters<typeof useReceiptNumber>[0]) => useReceiptNumber(known, use);
      const { state: used } = await this.deps.handler.execute(
        ...[receiptNumbers, id, stepOf(command, receiptNumber)],
        decide,
        { opening: true },
      );
      const isOurs = used?.fineId === fineId && used.bank === bank && used.reference === reference;
      return isOurs ? decision : { refused: [{ code: 'receipt.number-used', source: 'APL-70' }] };
    });
  }

  /** Voids a receipt (票据作废). */
  voidReceipt(
    fineId: string,
    voided: BankReference & { readonly receiptNumber: string; readonly reason: string },
    request: ActRequest,
  ): Promise<FineActDone> {
    const command = this.commandOf(fineId, 'receipt-voidings', request);
    return this.perform(fineId, request, command, (state, act) => voidReceipt(state, voided, act));
  }

  /** Asks for a refund (退款申请). */
  requestRefund(
    fineId: string,
    { fen, reason }: { readonly fen: number; readonly reason?: string },
    request: ActRequest,
  ): Promise<FineActDone> {
    const command = this.commandOf(fineId, 'refunds', request);
    const asked = { refundId: uuid5('refund', command.id), fen: fenOf(fen), ...(reason !== undefined && { reason }) };
    return this.perform(fineId, request, command, (state, act) => requestRefund(state, asked, act));
  }

  /** Authorises it as the second person. */
  authoriseRefund(
    fineId: string,
    refundId: string,
    { approvalNumber }: { readonly approvalNumber?: string },
    request: ActRequest,
  ): Promise<FineActDone> {
    const command = this.commandOf(fineId, `refunds/${refundId}/authorisation`, request);
    const asked = { refundId, ...(approvalNumber !== undefined && { approvalNumber }) };
    return this.perform(fineId, request, command, (state, act) => authoriseRefund(state, asked, act));
  }

  /** Withdraws or refuses it. */
  cancelRefund(
    fineId: string,
    refundId: string,
    { reason }: { readonly reason: string },
    request: ActRequest,
  ): Promise<FineActDone> {
    const command = this.commandOf(fineId, `refunds/${refundId}/cancellation`, request);
    return this.perform(fineId, request, command, (state, act) => cancelRefund(state, { refundId, reason }, act));
  }

  /** A bank says that it paid a refund out for the treasury (退库). */
  payOutRefund(
    fineId: string,
    payOut: BankReference & { readonly refundId: string; readonly fen: number; readonly madeAt: Instant },
    request: ActRequest,
  ): Promise<FineActDone> {
    const content = { ...payOut };
    const occurredAt = payOut.madeAt < request.now ? payOut.madeAt : request.now;
    const command = commandOfMessage(this.deps, request, { kind: 'refund-payout', content, occurredAt });
    const made = { ...payOut, fen: fenOf(payOut.fen) };
    return this.perform(fineId, request, command, (state, act) =>
      this.underReference(command, { ...made, way: 'out' }, payOutRefund(state, made, act)),
    );
  }

  /** A bank says that the payment out came back (退汇). */
  returnRefund(
    fineId: string,
    back: BankReference & { readonly refundId: string; readonly fen: number; readonly returnedAt: Instant },
    request: ActRequest,
  ): Promise<FineActDone> {
    const content = { ...back };
    const occurredAt = back.returnedAt < request.now ? back.returnedAt : request.now;
    const command = commandOfMessage(this.deps, request, { kind: 'refund-return', content, occurredAt });
    const returned = { ...back, fen: fenOf(back.fen) };
    return this.perform(fineId, request, command, (state, act) =>
      this.underReference(command, { ...returned, way: 'back' }, returnRefund(state, returned, act)),
    );
  }

  private underReference(
    command: Command,
    { bank, reference, refundId, fen, way }: ReportRefund,
    decision: ActDecision,
  ): Promise<ActDecision> {
    const told = { bank, reference, refundId, fen, way };
    return underReference(this.deps, stepOf(command, paymentId(told)), told, decision);
  }

  /** Asks that collecting be ended or lessened on a ground of the closed list. */
  requestRelief(fineId: string, asked: ReliefAsked, request: ActRequest): Promise<FineActDone> {
    const command = this.commandOf(fineId, 'reliefs', request);
    const { kind, ground, reason, document, fen, remediedOn, payment } = asked;
    const relief = {
      ...{ reliefId: uuid5('relief', command.id), kind, ground, reason },
      ...(document !== undefined && { document }),
      ...(fen !== undefined && { fen: fenOf(fen) }),
      ...(remediedOn !== undefined && { remediedOn: parseCivilDate(remediedOn) }),
      ...(payment !== undefined && { payment }),
    };
    return this.perform(fineId, request, command, (state, act) => requestRelief(state, relief, act));
  }

  /** Authorises it as the second person; its effect follows at once. */
  authoriseRelief(fineId: string, reliefId: string, request: ActRequest): Promise<FineActDone> {
    const command = this.commandOf(fineId, `reliefs/${reliefId}/authorisation`, request);
    return this.perform(fineId, request, command, (state, act) => authoriseRelief(state, reliefId, act));
  }

  cancelRelief(
    fineId: string,
    reliefId: string,
    { reason }: { readonly reason: string },
    request: ActRequest,
  ): Promise<FineActDone> {
    const command = this.commandOf(fineId, `reliefs/${reliefId}/cancellation`, request);
    return this.perform(fineId, request, command, (state, act) => cancelRelief(state, { reliefId, reason }, act));
  }

  /** @throws StreamNotFound · Problem 409 with every ground, after the refusal is on record */
  private async perform(fineId: string, request: ActRequest, command: Command, decide: Decide): Promise<FineActDone> {
    const { actor, now, operation } = request;
    const outcome = await this.deps.handler.execute(
      fines,
      fineId,
      command,
      async (state) => {
        const decidingPersons = await decidingPersonsOf(this.deps, state);
        const act = { actor: actor.id, at: now, on: civilDateOf(now), rules: rulesOf(this.deps), decidingPersons };
        return decide(state, act);
      },
      ofPerson(request),
    );
    if (outcome.done) return doneOf(fineId, outcome);
    const { grounds, revision } = outcome;
    await keepRefusal(this.deps, { operation, target: `${fines.category}-${fineId}`, revision, grounds }, request);
    throw refused(grounds);
  }

  private commandOf(fineId: string, resource: string, request: ActRequest, occurredAt?: Instant): Command {
    const id = request.commandId(`fine/${fineId}/${resource}`);
    const when = occurredAt === undefined ? {} : { occurredAt };
    return commandOfPerson(this.deps, request, { id, hash: request.bodyHash, ...when });
  }
}

function doneOf(fineId: string, { facts, revision, etag, position }: Done<FineState, FineEvent>): FineActDone {
  return { fineId, revision, etag, position, events: facts.map(({ type, revision: of }) => ({ type, revision: of })) };
}
