import type { Party } from '@fajiao/contracts';
import { type CivilDate, civilDateOf, type Fen, type Instant, minusFen, sumFen } from '@fajiao/kernel';
import { type Clock, clockState, type ClockState } from '@fajiao/rulebook';
import { accountOn, refundedFen, refundPendingFen } from './fine-account';
import type { FineState, Refund, Relief, RemedyPause } from './fine.state';
import { depositClock, type FineRules, openParts, paymentTerm, planOf } from './fine-terms';

/** `paid` by the first proof, `settled` by the second, `closable` by all three. */
export const FINE_STAGES = ['open', 'paid', 'settled', 'closable', 'written-off', 'cancelled'] as const;
export type FineStage = (typeof FINE_STAGES)[number];

/** What holds of a fine besides its stage; several may. */
export const FINE_CONDITIONS = [
  'deferred',
  'instalments',
  'paused',
  'reduced',
  'surcharge-reduced',
  'spot-money-held',
  'overpaid',
  'refund-pending',
] as const;
export type FineCondition = (typeof FINE_CONDITIONS)[number];

/** As amounts go over the wire. */
export interface Money {
  readonly currency: 'CNY';
  readonly fen: Fen;
}

export const money = (fen: Fen): Money => ({ currency: 'CNY', fen });

/** null stays null: what rests on a calendar year that is not loaded is not guessed. */
export const moneyOrNull = (fen: Fen | null): Money | null => (fen === null ? null : money(fen));

/** A fine as the finance clerk reads it; amounts are those at the end of `on`. */
export interface FineView {
  readonly fineId: string;
  readonly caseId: string;
  readonly documentNumber: string;
  /** Whoever handles the money needs no more of a party than this. */
  readonly party: Pick<Party, 'kind' | 'name'>;
  readonly state: FineStage;
  readonly conditions: readonly FineCondition[];
  readonly decidedOn: CivilDate;
  readonly servedOn: CivilDate;
  readonly cancelledOn: CivilDate | null;
  /** Under the decision as it stands; `imposed` as it was handed over. */
  readonly fine: Money;
  readonly confiscatedGains: Money;
  readonly imposed: { readonly fine: Money; readonly confiscatedGains: Money };
  readonly changedOn: CivilDate | null;
  readonly surchargeStated: boolean;
  /** The code of the whole fine. */
  readonly paymentCode: string;
  /** Last day of the term; null: its year is not loaded, `paymentTerm` says from when on it may be. */
  readonly paymentDue: CivilDate | null;
  readonly paymentTerm: Clock;
  readonly instalments: readonly InstalmentView[];
  readonly pauses: readonly RemedyPause[];
  /** The latest demand (催告) was served. */
  readonly demandedOn: CivilDate | null;
  /** The court was asked to enforce it. */
  readonly atCourtSince: CivilDate | null;
  readonly on: CivilDate;
  /** Received and counted towards the debt; what was paid beyond it is `overpaid`. */
  readonly paid: Money | null;
  /** Still held; refunds that were made are not in it. */
  readonly overpaid: Money | null;
  /** All that has arisen. */
  readonly surcharge: Money | null;
  /** Of it, what an execution agreement let off (ACL-42). */
  readonly surchargeWaived: Money | null;
  readonly outstanding: Money | null;
  /** Refunds that were authorised, made or not. */
  readonly refund: Money;
  readonly refunded: Money;
  readonly refundPending: Money;
  readonly payments: readonly PaymentView[];
  readonly spotMoney: readonly SpotMoneyView[];
  readonly refunds: readonly RefundView[];
  readonly reliefs: readonly ReliefView[];
  readonly writtenOff: {
    readonly on: CivilDate;
    readonly amount: Money;
    readonly ground: string;
    readonly source: string;
  } | null;
}

export interface InstalmentView {
  readonly instalment: number;
  readonly due: CivilDate;
  readonly amount: Money;
  /** Money fills the parts in their order. */
  readonly unpaid: Money;
  readonly state: 'open' | 'paid' | 'missed';
  readonly paymentCode: string | null;
}

/** A payment and its three proofs: the callback is the first, then statement and treasury. */
export interface PaymentView {
  readonly bank: string;
  readonly reference: string;
  readonly amount: Money;
  readonly paidAt: Instant;
  readonly confirmedOn: CivilDate | null;
  readonly creditedAt: Instant | null;
  readonly reversed: { readonly by: string; readonly reversedAt: Instant } | null;
  readonly dispensed: readonly string[];
  readonly receiptNumber: string | null;
  readonly onTheSpot: boolean;
}

/** Cash in custody (APL-71), and by when it must be deposited. */
export interface SpotMoneyView {
  readonly amount: Money;
  readonly receiptNumber: string;
  readonly takenAt: Instant;
  readonly handedInOn: CivilDate;
  readonly depositBy: CivilDate | null;
  readonly clock: Clock;
  readonly clockState: ClockState;
  readonly deposited: { readonly bank: string; readonly reference: string; readonly depositedAt: Instant } | null;
}

export interface RefundView {
  readonly refundId: string;
  readonly amount: Money;
  readonly state: Refund['state'];
  readonly reason: string | null;
  readonly requestedBy: string;
  readonly authorisedBy: string | null;
  readonly approvalNumber: string | null;
  readonly made: {
    readonly bank: string;
    readonly reference: string;
    readonly amount: Money;
    readonly madeAt: Instant;
  } | null;
  readonly returned: Refund['returned'];
}

export type ReliefView = Omit<Relief, 'fen'> & {
  readonly amount: Money | null;
  readonly requestedBy: string;
  readonly authorisedBy: string | null;
};

/** undefined: the fine was not imposed. */
export function describeFine(state: FineState, at: Instant, rules: FineRules): FineView | undefined {
  const { imposed, reduced, cancelledOn, codes, payments, pauses, writtenOff } = state;
  if (!imposed) return undefined;
  const on = civilDateOf(at);
  const account = accountOn(imposed, state, on, rules);
  const term = paymentTerm(imposed, state.terms, rules);
  const { paidFen, overpaidFen } = account;
  const { fineId, caseId, documentNumber, party, decidedOn, servedOn, surchargeStated } = imposed;
  const asReduced = reduced ?? imposed;
  return {
    fineId,
    caseId,
    documentNumber,
    party: { kind: party.kind, name: party.name },
    state: stageOf(state),
    conditions: conditionsOf(state),
    decidedOn,
    servedOn,
    cancelledOn,
    fine: money(asReduced.fineFen),
    confiscatedGains: money(asReduced.confiscatedGainsFen),
    imposed: { fine: money(imposed.fineFen), confiscatedGains: money(imposed.confiscatedGainsFen) },
    changedOn: reduced?.changedOn ?? null,
    surchargeStated,
    paymentCode: codes.find(({ plan }) => plan === 0)?.code ?? '',
    paymentDue: term.due,
    paymentTerm: term,
    instalments: instalmentsOf(state, account.fineUnpaidFen, on),
    pauses,
    demandedOn: state.demand?.servedOn ?? null,
    atCourtSince: state.atCourtSince,
    on,
    paid: moneyOrNull(overpaidFen === null ? null : minusFen(paidFen, overpaidFen)),
    overpaid: moneyOrNull(overpaidFen),
    surcharge: moneyOrNull(account.surchargeArisenFen),
    surchargeWaived: moneyOrNull(account.surchargeWaivedFen),
    outstanding: moneyOrNull(account.outstandingFen),
    refund: money(authorisedFen(state)),
    refunded: money(refundedFen(state)),
    refundPending: money(refundPendingFen(state)),
    payments: payments.map(({ fen, ...payment }) => ({ ...payment, amount: money(fen) })),
    spotMoney: spotMoneyOf(state, on, rules),
    refunds: refundsOf(state),
    reliefs: state.reliefs.map(({ fen, ...relief }) => ({
      ...relief,
      amount: moneyOrNull(fen),
      ...personsOf(state, relief.reliefId),
    })),
    writtenOff: writtenOff && {
      ...{ on: writtenOff.on, amount: money(writtenOff.fen) },
      ...{ ground: writtenOff.ground, source: writtenOff.source },
    },
  };
}

/** What descriptions hold since later: while there is none, digests given before stay true. */
const ADDED_LATER: readonly string[] = ['demandedOn', 'atCourtSince'] satisfies (keyof FineView)[];

/** The description of which digests are made. */
export function digestedFine(state: FineState, at: Instant, rules: FineRules): object {
  const view = describeFine(state, at, rules) ?? {};
  return Object.fromEntries(
    Object.entries(view).filter(([field, value]) => value !== null || !ADDED_LATER.includes(field)),
  );
}

export function stageOf({ cancelledOn, said, writtenOff }: FineState): FineStage {
  if (cancelledOn !== null) return 'cancelled';
  if (said.closable) return 'closable';
  if (said.settled) return 'settled';
  if (said.paid) return 'paid';
  return writtenOff ? 'written-off' : 'open';
}

export function conditionsOf(state: FineState): FineCondition[] {
  const kind = state.terms.at(-1)?.kind;
  const holds: Readonly<Record<FineCondition, boolean>> = {
    deferred: kind === 'deferral',
    instalments: kind === 'instalments',
    paused: state.pauses.some(({ through }) => through === null),
    reduced: state.reduced !== null,
    'surcharge-reduced': state.waivers.length > 0,
    'spot-money-held': state.spotMoney.some(({ deposited }) => deposited === null),
    overpaid: state.heldFen > 0,
    'refund-pending': refundPendingFen(state) > 0,
  };
  return FINE_CONDITIONS.filter((condition) => holds[condition]);
}

function instalmentsOf(state: FineState, fineUnpaidFen: Fen, on: CivilDate): InstalmentView[] {
  const plan = planOf(state);
  const open = openParts(state, fineUnpaidFen);
  return (plan?.instalments ?? []).map(({ due, fen }, i) => {
    const code = state.codes.find((one) => one.plan === plan?.plan && one.instalment === i + 1);
    const unpaid = open[i] ?? fen;
    const now = unpaid === 0 ? 'paid' : on > due ? 'missed' : 'open';
    const amounts = { amount: money(fen), unpaid: money(unpaid) };
    return { instalment: i + 1, due, ...amounts, state: now, paymentCode: code?.code ?? null };
  });
}

const authorisedFen = ({ refunds }: FineState): Fen =>
  sumFen(...refunds.flatMap(({ state, fen }) => (state === 'authorised' || state === 'made' ? fen : [])));

function spotMoneyOf(state: FineState, on: CivilDate, rules: FineRules): SpotMoneyView[] {
  return state.spotMoney.map(({ fen, receiptNumber, takenAt, handedInOn, deposited }) => {
    const clock = depositClock(handedInOn, rules);
    return {
      ...{ amount: money(fen), receiptNumber, takenAt, handedInOn },
      ...{ depositBy: clock.due, clock },
      clockState: clockState(clock, on, deposited ? civilDateOf(deposited.depositedAt) : undefined),
      deposited,
    };
  });
}

function refundsOf(state: FineState): RefundView[] {
  return state.refunds.map(({ refundId, fen, state: now, reason, approvalNumber, made, returned }) => ({
    ...{ refundId, amount: money(fen), state: now, reason },
    ...personsOf(state, refundId),
    approvalNumber,
    made: made && {
      ...{ bank: made.bank, reference: made.reference },
      ...{ amount: money(made.fen), madeAt: made.madeAt },
    },
    returned: returned && { bank: returned.bank, reference: returned.reference, returnedAt: returned.returnedAt },
  }));
}

function personsOf({ duties }: FineState, request: string) {
  const by = (...acts: string[]) => duties.find(({ act, of }) => of === request && acts.includes(act))?.by;
  return {
    requestedBy: by('RefundRequested', 'ReliefRequested') ?? '',
    authorisedBy: by('RefundAuthorised', 'ReliefAuthorised') ?? null,
  };
}
