import { addDays, civilDateOf, fen, type Fen, type Instant, startOfDay, sumFen } from '@fajiao/kernel';
import { type Account, accountAtEndOf, surchargeTable, type SurchargeDay } from '@fajiao/rulebook';
import { debtOf, ruleOf } from './fine-account';
import type { PaymentCodeIssued } from './fine.events';
import type { FineState } from './fine.state';
import { type FineRules, openParts, planOf } from './fine-terms';

// Money always goes to the fine as a whole; codes are ways to it. So whatever is paid under one code lessens what the others
// ask: what the codes of a plan ask together is what the code of the whole fine asks, and nobody is asked twice.

/**
 * `open`: money is due under it. `settled`: nothing is. `replaced`: of a plan that another term replaced.
 * `cancelled`, `written-off`: nothing is demanded any more. Money under any of them is taken all the same.
 */
export type CodeStatus = 'open' | 'settled' | 'replaced' | 'cancelled' | 'written-off';

/** What is due under a code at an instant, and of what it is made. null: a calendar year is not loaded. */
export interface Quote {
  readonly code: string;
  readonly of: 'whole' | 'instalment';
  readonly instalment: number | null;
  readonly status: CodeStatus;
  readonly at: Instant;
  /** The amount does not grow before that: the end of the Shanghai day. Money that comes until then lessens it. */
  readonly holdsUntil: Instant;
  readonly amountDueFen: Fen | null;
  readonly fineFen: Fen;
  readonly confiscatedGainsFen: Fen;
  readonly surchargeFen: Fen | null;
  /** Refunded money whose payment a bank took back afterwards. */
  readonly refundedBeyondFen: Fen;
  /** All surcharge that has arisen, by day; what of it is paid or let off is not due. */
  readonly surchargeDays: readonly SurchargeDay[] | null;
}

/** undefined: the fine has no such code. */
export function quoteOf(state: FineState, code: string, at: Instant, rules: FineRules): Quote | undefined {
  const issued = state.codes.find((one) => one.code === code);
  const { imposed } = state;
  if (!issued || !imposed) return undefined;
  const on = civilDateOf(at);
  // Only money until then: the surcharge of that day has arisen, money that comes later that day has not.
  const debt = debtOf(imposed, state, rules, at);
  const rule = ruleOf(imposed, rules);
  const status = statusOf(state, issued);
  const due = status === undefined ? partOf(state, issued, accountAtEndOf(debt, rule, on)) : NOTHING;
  const amountDueFen = totalOf(due);
  return {
    code,
    of: issued.plan === 0 ? 'whole' : 'instalment',
    instalment: issued.plan === 0 ? null : issued.instalment,
    status: status ?? (amountDueFen === 0 ? 'settled' : 'open'),
    at,
    holdsUntil: startOfDay(addDays(on, 1)),
    amountDueFen,
    ...due,
    surchargeDays: surchargeTable(debt, rule, on),
  };
}

/** undefined: money decides it. */
function statusOf(state: FineState, { plan }: PaymentCodeIssued['data']): CodeStatus | undefined {
  if (state.cancelledOn !== null) return 'cancelled';
  if (state.writtenOff !== null) return 'written-off';
  return plan !== 0 && planOf(state)?.plan !== plan ? 'replaced' : undefined;
}

type Due = Pick<Quote, 'fineFen' | 'confiscatedGainsFen' | 'surchargeFen' | 'refundedBeyondFen'>;

const ZERO = fen(0);
const NOTHING: Due = { fineFen: ZERO, confiscatedGainsFen: ZERO, surchargeFen: ZERO, refundedBeyondFen: ZERO };

const totalOf = ({ fineFen, confiscatedGainsFen, surchargeFen, refundedBeyondFen }: Due): Fen | null =>
  surchargeFen === null ? null : sumFen(fineFen, confiscatedGainsFen, surchargeFen, refundedBeyondFen);

/** An instalment asks for its part of the fine; the last one that is open asks for everything else besides. */
function partOf(state: FineState, { plan, instalment }: PaymentCodeIssued['data'], account: Account): Due {
  const { fineUnpaidFen, gainsUnpaidFen, surchargeUnpaidFen, refundedBeyondFen } = account;
  const all = {
    ...{ fineFen: fineUnpaidFen, confiscatedGainsFen: gainsUnpaidFen },
    ...{ surchargeFen: surchargeUnpaidFen, refundedBeyondFen },
  };
  if (plan === 0) return all;
  const open = openParts(state, fineUnpaidFen);
  const last = open.findLastIndex((part) => part > 0);
  const fineFen = open[instalment - 1] ?? ZERO;
  return instalment - 1 === (last < 0 ? open.length - 1 : last) ? { ...all, fineFen } : { ...NOTHING, fineFen };
}
