import type { Party } from '@fajiao/contracts';
import { type CivilDate, civilDateOf, type Fen, type Instant, minusFen } from '@fajiao/kernel';
import type { Clock } from '@fajiao/rulebook';
import { accountOn, type FineRules, paymentTerm } from './fine-account';
import type { FineState } from './fine.state';

/** `paid` by the first proof, `settled` by the second, `closable` by all three. */
export const FINE_STAGES = ['open', 'paid', 'settled', 'closable', 'cancelled'] as const;
export type FineStage = (typeof FINE_STAGES)[number];

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
  readonly decidedOn: CivilDate;
  readonly servedOn: CivilDate;
  readonly cancelledOn: CivilDate | null;
  readonly fine: Money;
  readonly confiscatedGains: Money;
  readonly surchargeStated: boolean;
  readonly paymentCode: string;
  /** Last day of the term; null: its year is not loaded, `paymentTerm` says from when on it may be. */
  readonly paymentDue: CivilDate | null;
  readonly paymentTerm: Clock;
  readonly on: CivilDate;
  /** Received and counted towards the debt; what was paid beyond it is `overpaid`. */
  readonly paid: Money | null;
  readonly overpaid: Money | null;
  /** All that has arisen. */
  readonly surcharge: Money | null;
  readonly outstanding: Money | null;
  readonly payments: readonly PaymentView[];
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
}

/** undefined: the fine was not imposed. */
export function describeFine(state: FineState, at: Instant, rules: FineRules): FineView | undefined {
  const { imposed, cancelledOn, codes, payments } = state;
  if (!imposed) return undefined;
  const on = civilDateOf(at);
  const account = accountOn(imposed, state, on, rules);
  const term = paymentTerm(imposed, rules);
  const { paidFen, overpaidFen } = account;
  const { fineId, caseId, documentNumber, party, decidedOn, servedOn, surchargeStated } = imposed;
  return {
    fineId,
    caseId,
    documentNumber,
    party: { kind: party.kind, name: party.name },
    state: stageOf(state),
    decidedOn,
    servedOn,
    cancelledOn,
    fine: money(imposed.fineFen),
    confiscatedGains: money(imposed.confiscatedGainsFen),
    surchargeStated,
    paymentCode: codes[0]?.code ?? '',
    paymentDue: term.due,
    paymentTerm: term,
    on,
    paid: moneyOrNull(overpaidFen === null ? null : minusFen(paidFen, overpaidFen)),
    overpaid: moneyOrNull(overpaidFen),
    surcharge: moneyOrNull(account.surchargeArisenFen),
    outstanding: moneyOrNull(account.outstandingFen),
    payments: payments.map(({ fen, ...payment }) => ({ ...payment, amount: money(fen) })),
  };
}

function stageOf({ cancelledOn, said }: FineState): FineStage {
  if (cancelledOn !== null) return 'cancelled';
  if (said.closable) return 'closable';
  if (said.settled) return 'settled';
  return said.paid ? 'paid' : 'open';
}
