import { deepStrictEqual, ok } from 'node:assert/strict';
import { fen } from '@fajiao/kernel';
import * as fc from 'fast-check';
import { authoriseRefund, payOutRefund, requestRefund, returnRefund } from '../../domain/fine/acts/refund';
import { authoriseRelief, requestRelief } from '../../domain/fine/acts/relief';
import { depositSpotMoney } from '../../domain/fine/acts/spot-deposit';
import { command, day, dayOf, minute, type Model, percent, pick, share } from './command.fixture.spec';
import { DAY } from './fine-by-hand.fixture.spec';
import type { RealFine } from './real-fine.fixture.spec';

// What finance clerks do, always two of them.

export const refund = command({
  name: 'refund',
  values: fc.record({
    part: fc.integer({ min: 1, max: 100 }),
    at: minute,
    back: fc.option(fc.integer({ min: -DAY, max: 9 * DAY })),
  }),
  fits: ({ hand }, { part }) => share(hand.said().held, part) > 0n,
  tell: (model, real, { part, at: value, back: after }) => {
    const at = value * model.pace;
    const amount = share(model.hand.said().held, part);
    const refundId = `F${(model.names += 1)}`;
    const asked = { refundId, fen: fen(Number(amount)) };
    ok(real.act('clerk-1', at, (state, act) => requestRefund(state, asked, act)));
    const authorisation = { refundId, approvalNumber: '示财退1号' };
    ok(!real.act('clerk-1', at, (state, act) => authoriseRefund(state, authorisation, act)));
    ok(real.act('clerk-2', at, (state, act) => authoriseRefund(state, authorisation, act)));
    const made = { ...asked, bank: 'bank-t', reference: refundId, madeAt: real.at(at) };
    ok(real.act('bank:bank-t', at, (state, act) => payOutRefund(state, made, act)));
    // A bank may even say that it came back before it went out.
    const back = after === null ? null : Math.max(0, at + after * model.pace);
    model.hand.refunds.push({ fen: amount, at, back });
    if (back === null) return dayOf(at);
    const returned = { ...asked, bank: 'bank-t', reference: `B${refundId}`, returnedAt: real.at(back) };
    ok(real.act('bank:bank-t', back, (state, act) => returnRefund(state, returned, act)));
    return dayOf(back);
  },
});

export const refundTooMuch = command({
  name: 'refund too much',
  values: minute,
  tell: (model, real, value) => {
    const tooMuch = fen(Number(model.hand.said().held) + 1);
    const asked = { refundId: `F${(model.names += 1)}`, fen: tooMuch };
    ok(!real.act('clerk-1', value * model.pace, (state, act) => requestRefund(state, asked, act)));
    return dayOf(value * model.pace);
  },
});

/** The day of the surcharge that an agreement lets off, and how much of it; never the fine (ACL-42). */
type Waived = { readonly on: number; readonly part: number };

function waivableFen({ hand, pace }: Model, { on }: Waived): bigint {
  const { arisen, waived, outstanding } = hand.on(on * pace);
  return outstanding < arisen - waived ? outstanding : arisen - waived;
}

export const waive = command({
  name: 'waive',
  values: fc.record({ on: day, part: percent }),
  fits: (model, values) => !model.hand.cancelled && share(waivableFen(model, values), values.part) > 0n,
  tell: (model, real, values) => {
    const [most, on] = [waivableFen(model, values), values.on * model.pace];
    const amount = share(most, values.part);
    const what = { kind: 'surcharge-reduction' as const, ground: 'execution-agreement' };
    ok(!relieve(model, real, on, { ...what, fen: fen(Number(most) + 1), remediedOn: real.day(on) }));
    ok(relieve(model, real, on, { ...what, fen: fen(Number(amount)), remediedOn: real.day(on) }));
    model.hand.waivedFen += amount;
    return on;
  },
});

export const writeOff = command({
  name: 'write off',
  values: day,
  tell: (model, real, value) => {
    const { hand } = model;
    const on = value * model.pace;
    const open = !hand.cancelled && hand.writtenOffOn === null && hand.on(on).outstanding > 0n;
    deepStrictEqual(relieve(model, real, on, { kind: 'write-off', ground: 'object-lost' }), open);
    if (open) hand.writtenOffOn = on;
    return on;
  },
});

/** A proof that is not to be had is dispensed with by two persons. */
export const dispense = command({
  name: 'dispense',
  values: fc.record({ which: fc.nat(20), proof: fc.constantFrom('statement' as const, 'treasury' as const) }),
  fits: (model) => pick(model, 0) !== undefined,
  tell: (model, real, { which, proof }) => {
    const known = pick(model, which);
    if (!known) return 0;
    const { payment, evidence } = known;
    const { bank, reference } = evidence;
    const has = proof === 'statement' ? payment.listed : payment.credited;
    const missing = !has && payment.reversed === null && !payment.freed.has(proof) && !model.hand.cancelled;
    const what = { kind: 'proof-dispensation' as const, ground: 'bank-certificate' };
    deepStrictEqual(relieve(model, real, 0, { ...what, payment: { bank, reference, proof } }), missing);
    if (missing) payment.freed.add(proof);
    return dayOf(payment.at);
  },
});

function relieve(
  model: Model,
  real: RealFine,
  on: number,
  what: Omit<Parameters<typeof requestRelief>[1], 'reliefId' | 'reason'>,
): boolean {
  const relief = { ...what, reliefId: `L${(model.names += 1)}`, reason: 'x', document: '1号' };
  if (!real.act('clerk-1', on * DAY, (state, act) => requestRelief(state, relief, act))) return false;
  return real.act('clerk-2', on * DAY, (state, act) => authoriseRelief(state, relief.reliefId, act));
}

/** Cash comes to the bank; it counts from the day on which it was taken. */
export const depositCash = command({
  name: 'deposit cash',
  values: fc.record({ which: fc.nat(5), days: fc.nat(9) }),
  fits: ({ hand }) => hand.cash.some(({ deposited }) => !deposited),
  tell: ({ hand, evidence }, real, { which, days }) => {
    const held = hand.cash.filter(({ deposited }) => !deposited);
    const cash = held[which % held.length];
    if (!cash) return 0;
    const { fen: amount, at, receiptNumber } = cash;
    const depositedAt = at + days * DAY;
    const deposit = { bank: 'bank-c', reference: receiptNumber, receiptNumber, depositedAt: real.at(depositedAt) };
    ok(real.act('clerk-1', depositedAt, (state, act) => depositSpotMoney(state, deposit, act)));
    cash.deposited = true;
    hand.payments.push({ fen: amount, at, listed: false, credited: false, reversed: null, freed: new Set() });
    evidence.push({
      bank: 'bank-c',
      reference: receiptNumber,
      fen: fen(Number(amount)),
      paidAt: real.at(depositedAt),
      listedOn: null,
      creditedAt: null,
      takenBack: null,
      assigned: true,
    });
    return dayOf(at);
  },
});
