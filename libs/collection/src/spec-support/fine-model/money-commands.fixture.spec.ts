import { fen } from '@fajiao/kernel';
import * as fc from 'fast-check';
import { command, dayOf, type Known, minute, type Model, percent, pick, share } from './command.fixture.spec';
import { DAY } from './fine-by-hand.fixture.spec';

// What banks tell of money.

type Pay = {
  readonly at: number;
  readonly how: 'pay' | 'part-pay' | 'over-pay' | 'pay the fine';
  readonly part: number;
};

function amountOf({ hand, pace }: Model, { at, how, part }: Pay): bigint {
  const due = hand.on(dayOf(at * pace), at * pace).outstanding;
  return { pay: due, 'part-pay': share(due, part), 'over-pay': due + BigInt(part) + 1n, 'pay the fine': hand.fine }[
    how
  ];
}

export const pay = command({
  name: ({ how }) => how,
  values: fc.record({
    at: minute,
    how: fc.constantFrom('pay' as const, 'part-pay' as const, 'over-pay' as const, 'pay the fine' as const),
    part: percent,
    proofs: fc.nat(3),
  }),
  fits: (model, values) => amountOf(model, values) > 0n && !(model.hand.cancelled && values.part % 2 === 0),
  tell: (model, real, values) => {
    const [amount, at] = [amountOf(model, values), values.at * model.pace];
    const [listed, credited] = [values.proofs % 2 === 1, values.proofs > 1];
    model.hand.payments.push({ fen: amount, at, listed, credited, reversed: null, freed: new Set() });
    const evidence = {
      bank: 'bank-a',
      reference: `R${(model.names += 1)}`,
      fen: fen(Number(amount)),
      paidAt: real.at(at),
      listedOn: listed ? real.day(dayOf(at)) : null,
      creditedAt: credited ? real.at(at + 60) : null,
      takenBack: null,
      assigned: true,
    };
    model.evidence.push(evidence);
    real.tell(evidence);
    return dayOf(at);
  },
});

/** The statement or the treasury says that the money is there; again, if it said so before. */
export const prove = command({
  name: 'prove',
  values: fc.record({ which: fc.nat(20), listed: fc.boolean() }),
  fits: (model) => pick(model, 0) !== undefined,
  tell: (model, real, { which, listed }) =>
    retell(model, which, ({ payment, evidence, index }) => {
      payment[listed ? 'listed' : 'credited'] = true;
      const proof = listed ? { listedOn: real.day(0) } : { creditedAt: real.at(payment.at + 5) };
      // What is known stays as it was told first.
      const isKnown = (listed ? evidence.listedOn : evidence.creditedAt) !== null;
      const more = isKnown ? evidence : { ...evidence, ...proof };
      model.evidence[index] = more;
      real.tell(more);
      return dayOf(payment.at);
    }),
});

export const reverse = command({
  name: 'reverse',
  values: fc.record({ which: fc.nat(20), after: fc.nat(30 * DAY) }),
  fits: (model, { which }) => pick(model, which)?.payment.reversed === null,
  tell: (model, real, { which, after }) =>
    retell(model, which, ({ payment, evidence, index }) => {
      const reversed = payment.at + after * model.pace;
      payment.reversed = reversed;
      const more = { ...evidence, takenBack: { by: `V${index}`, reversedAt: real.at(reversed) } };
      model.evidence[index] = more;
      real.tell(more);
      return dayOf(reversed);
    }),
});

function retell(model: Model, which: number, tell: (known: Known) => number): number {
  const known = pick(model, which);
  return known ? tell(known) : 0;
}
