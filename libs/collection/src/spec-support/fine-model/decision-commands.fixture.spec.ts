import { fen } from '@fajiao/kernel';
import * as fc from 'fast-check';
import {
  announceSpotMoney,
  cancelFine,
  changeFine,
  issueCodes,
  moveTerm,
  pauseSurcharge,
  resumeSurcharge,
} from '../../domain/fine/follow-decision';
import { eventsOf } from '../fold.fixture.spec';
import { rules } from '../samples.fixture.spec';
import { command, day, dayOf, minute, percent, share } from './command.fixture.spec';
import type { RealFine } from './real-fine.fixture.spec';

// What the deciding side tells of a fine.

const idsOf = ({ state }: RealFine) => {
  const { fineId = '', caseId = '' } = state.imposed ?? {};
  return { fineId, caseId };
};

export const reduce = command({
  name: 'reduce',
  values: fc.record({ on: day, fine: percent, gains: percent }),
  fits: ({ hand }, { fine, gains }) =>
    !hand.cancelled && (share(hand.fine, fine) !== hand.fine || share(hand.gains, gains) !== hand.gains),
  tell: ({ hand, pace }, real, values) => {
    const [fine, gains, on] = [share(hand.fine, values.fine), share(hand.gains, values.gains), values.on * pace];
    Object.assign(hand, { fine, gains, changedOn: on });
    const amounts = { fineFen: fen(Number(fine)), confiscatedGainsFen: fen(Number(gains)) };
    const changed = { ...amounts, changedOn: real.day(on), by: 'reconsideration' as const, ...idsOf(real) };
    real.take(eventsOf(changeFine(real.state, changed, rules)));
    return on;
  },
});

export const cancel = command({
  name: 'cancel',
  values: day,
  tell: ({ hand, pace }, real, value) => {
    const on = value * pace;
    hand.cancelled = true;
    real.take(eventsOf(cancelFine(real.state, { reason: 'revoked', cancelledOn: real.day(on) }, rules)));
    return on;
  },
});

export const defer = command({
  name: 'defer',
  values: fc.record({ on: day, days: fc.nat(60) }),
  tell: ({ hand, pace }, real, values) => {
    const [on, until] = [values.on * pace, (values.on + values.days) * pace];
    hand.defer(on, until);
    const term = { kind: 'deferral' as const, until: real.day(until) };
    real.take(eventsOf(moveTerm(real.state, { approvedOn: real.day(on), term }, rules)));
    return until;
  },
});

export const instal = command({
  name: 'instal',
  values: fc.record({
    on: day,
    weights: fc.array(percent, { minLength: 1, maxLength: 4 }),
    every: fc.integer({ min: 1, max: 20 }),
    all: fc.boolean(),
  }),
  tell: ({ hand, pace }, real, { on: value, weights, every, all }) => {
    const on = value * pace;
    const sum = BigInt(weights.reduce((total, one) => total + one, 0) || 1);
    const parts = weights.map((weight, i) => ({
      due: on + i * every * pace,
      fen: (hand.fine * BigInt(weight)) / sum,
    }));
    hand.instal(on, parts, all);
    const instalments = parts.map(({ due, fen: amount }) => ({ due: real.day(due), fen: fen(Number(amount)) }));
    const term = { kind: 'instalments' as const, instalments, missedMakesAllDue: all };
    real.take(eventsOf(moveTerm(real.state, { approvedOn: real.day(on), term }, rules)));
    const plan = real.state.terms.filter(({ kind }) => kind === 'instalments').length;
    const codes = parts.map((_, i) => ({ code: `P${plan}-${i + 1}`, plan, instalment: i + 1 }));
    real.take(eventsOf(issueCodes(real.state, codes)));
    return on;
  },
});

export const pause = command({
  name: 'pause',
  values: day,
  tell: ({ hand, pace }, real, value) => {
    const from = value * pace;
    hand.pauses.push({ from, through: null, counted: true });
    const remedy = { remedy: hand.pauses.length, kind: 'reconsideration' as const, soughtOn: real.day(from) };
    real.take(eventsOf(pauseSurcharge(real.state, remedy, rules)));
    return from;
  },
});

export const resume = command({
  name: 'resume',
  values: fc.record({ which: fc.nat(5), days: fc.nat(40), accepted: fc.boolean() }),
  fits: ({ hand }) => hand.pauses.some(({ through }) => through === null),
  tell: ({ hand, pace }, real, { which, days, accepted }) => {
    const open = hand.pauses.filter(({ through }) => through === null);
    const one = open[which % open.length];
    if (!one) return 0;
    const through = one.from + days * pace;
    Object.assign(one, { through, counted: accepted });
    const ended = { remedy: hand.pauses.indexOf(one) + 1, endedOn: real.day(through), accepted };
    real.take(eventsOf(resumeSurcharge(real.state, ended, rules)));
    return through;
  },
});

/** Cash that an officer handed in; nobody deposited it yet. */
export const takeCash = command({
  name: 'take cash',
  values: fc.record({ at: minute, amount: fc.integer({ min: 1, max: 20_000 }) }),
  tell: (model, real, { at: value, amount }) => {
    const at = value * model.pace;
    const receiptNumber = `C${(model.names += 1)}`;
    model.hand.cash.push({ fen: BigInt(amount), at, receiptNumber, deposited: false });
    const handedInOn = real.day(dayOf(at));
    const handedIn = { ...idsOf(real), fen: fen(amount), receiptNumber, takenAt: real.at(at), handedInOn };
    real.take(eventsOf(announceSpotMoney(real.state, handedIn, rules)));
    return dayOf(at);
  },
});
