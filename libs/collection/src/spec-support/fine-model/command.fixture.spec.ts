import { deepStrictEqual, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import type { MoneyEvidence } from '../../domain/fine/fine.decider';
import { accountOn } from '../../domain/fine/fine-account';
import { planOf } from '../../domain/fine/fine-terms';
import { ledgerOf } from '../../domain/fine/ledger';
import { quoteOf } from '../../domain/fine/quote';
import { rules } from '../samples.fixture.spec';
import { DAY, type FineByHand, type Payment, type Reckoning } from './fine-by-hand.fixture.spec';
import type { RealFine } from './real-fine.fixture.spec';

/** Commands fall on days up to this; what they start ends before the horizon. Both are stretched by the pace. */
export const LAST_DAY = 90;
const HORIZON = 170;

export interface Model {
  readonly hand: FineByHand;
  /** By how much the days of the commands lie apart: some histories go on for years. */
  readonly pace: number;
  /** Payments as they are told, one proof more each time; of the same index as those of the reckoning. */
  readonly evidence: MoneyEvidence[];
  /** How many commands of each name took effect. */
  readonly played: Map<string, number>;
  names: number;
}

export type Command = fc.Command<Model, RealFine>;

interface Told<Values> {
  readonly name: string | ((values: Values) => string);
  readonly values: fc.Arbitrary<Values>;
  /** Whether it can be told of this fine. */
  readonly fits?: (model: Model, values: Values) => boolean;
  /** Tells both; gives the day on which they are compared besides the horizon. */
  readonly tell: (model: Model, real: RealFine, values: Values) => number;
}

/** What may happen to a fine, told to the deciders and to the reckoning by hand; after it both must say the same. */
export function command<Values>({ name, values, fits, tell }: Told<Values>): fc.Arbitrary<Command> {
  return values.map((some) => {
    const called = typeof name === 'string' ? name : name(some);
    return {
      check: (model) => fits?.(model, some) ?? true,
      run: (model, real) => {
        compare(model, real, tell(model, real, some));
        model.played.set(called, (model.played.get(called) ?? 0) + 1);
      },
      toString: () => `${called} ${JSON.stringify(some)}`,
    };
  });
}

export const day = fc.integer({ min: 0, max: LAST_DAY });
export const minute = fc.integer({ min: 0, max: LAST_DAY * DAY });
export const percent = fc.integer({ min: 0, max: 100 });

export const dayOf = (at: number): number => Math.floor(at / DAY);

export const share = (amount: bigint, part: number): bigint => (amount * BigInt(part)) / 100n;

/** One of the payments that banks told. */
export function pick({ hand, evidence }: Model, which: number): Known | undefined {
  const index = evidence.length === 0 ? 0 : which % evidence.length;
  const [payment, known] = [hand.payments[index], evidence[index]];
  return payment && known ? { payment, evidence: known, index } : undefined;
}

export interface Known {
  readonly payment: Payment;
  readonly evidence: MoneyEvidence;
  readonly index: number;
}

/** Everything that both say must be the same: at the day, at the end, and by parts. */
function compare({ hand, pace }: Model, real: RealFine, on: number): void {
  const atEnd = hand.on(HORIZON * pace);
  compareAccount(real, on, hand.on(on));
  compareAccount(real, HORIZON * pace, atEnd);
  const { held, ...said } = hand.said();
  const { paid, settled, closable } = real.state.said;
  deepStrictEqual(real.state.heldFen, Number(held));
  if (!hand.cancelled) deepStrictEqual({ paid: paid !== null, settled, closable }, said);
  compareParts(hand, real, HORIZON * pace, atEnd);
}

function compareAccount(real: RealFine, on: number, expected: Reckoning): void {
  const { state } = real;
  ok(state.imposed);
  const account = accountOn(state.imposed, state, real.day(on), rules);
  deepStrictEqual(
    [account.surchargeArisenFen, account.surchargeWaivedFen, account.paidFen],
    [Number(expected.arisen), Number(expected.waived), Number(expected.received)],
  );
  deepStrictEqual(
    [account.outstandingFen, account.overpaidFen],
    [Number(expected.outstanding), Number(expected.overpaid)],
  );
}

/** The ledger ends where the account does; the codes of a plan ask together what the code of the whole asks. */
function compareParts(hand: FineByHand, real: RealFine, horizon: number, { outstanding, overpaid }: Reckoning): void {
  const { state } = real;
  deepStrictEqual(ledgerOf(state, real.day(horizon), rules)?.at(-1)?.balanceFen, Number(outstanding - overpaid));
  const asked = (code: string, minute = horizon * DAY + DAY - 1) =>
    quoteOf(state, code, real.at(minute), rules)?.amountDueFen;
  const ended = hand.cancelled || hand.writtenOffOn !== null;
  deepStrictEqual(asked('W'), ended ? 0 : Number(outstanding));
  const last = hand.payments.at(-1)?.at;
  if (last !== undefined && !ended) deepStrictEqual(asked('W', last), Number(hand.on(dayOf(last), last).outstanding));
  const plan = planOf(state)?.plan;
  const replaced = state.codes.find((code) => code.plan !== 0 && code.plan !== plan);
  if (replaced) deepStrictEqual(asked(replaced.code), 0);
  const parts = state.codes.filter((code) => code.plan === plan).map(({ code }) => asked(code) ?? NaN);
  if (parts.length > 0)
    deepStrictEqual(
      parts.reduce((sum, one) => sum + one, 0),
      ended ? 0 : Number(outstanding),
    );
}
