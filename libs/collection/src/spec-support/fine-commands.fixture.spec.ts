import { deepStrictEqual, ok } from 'node:assert/strict';
import {
  addDays,
  type CivilDate,
  fen,
  type Instant,
  instantMillis,
  instantOfMillis,
  parseCivilDate,
  startOfDay,
} from '@fajiao/kernel';
import * as fc from 'fast-check';
import type { ActContext, ActDecision } from '../domain/fine/acts/act-context';
import { authoriseRefund, payOutRefund, requestRefund, returnRefund } from '../domain/fine/acts/refund';
import { authoriseRelief, requestRelief } from '../domain/fine/acts/relief';
import { depositSpotMoney } from '../domain/fine/acts/spot-deposit';
import { imposeFine, type MoneyEvidence, takeMoney } from '../domain/fine/fine.decider';
import type { FineEvent } from '../domain/fine/fine.events';
import { fines, type FineState } from '../domain/fine/fine.state';
import { accountOn } from '../domain/fine/fine-account';
import {
  announceSpotMoney,
  cancelFine,
  changeFine,
  issueCodes,
  moveTerm,
  pauseSurcharge,
  resumeSurcharge,
} from '../domain/fine/follow-decision';
import { ledgerOf } from '../domain/fine/ledger';
import { quoteOf } from '../domain/fine/quote';
import { FineByHand } from './fine-by-hand.fixture.spec';
import { eventsOf } from './fold.fixture.spec';
import { handedOver, rules } from './samples.fixture.spec';

// What may happen to a fine, each told to the deciders and to the reckoning by hand; after each both must say the same.

/** Days of service with the days on which their terms end, as the case histories have them. */
const SERVED = [
  ['2023-09-28', 15],
  ['2023-03-01', 15],
  ['2024-03-29', 17],
  ['2023-11-20', 15],
] as const;
const HORIZON = 120;
const DAY = 24 * 60;

interface Start {
  readonly served: number;
  readonly fine: number;
  readonly gains: number;
  readonly stated: boolean;
}

/** The fine as the system has it. */
class Real {
  state: FineState = fines.initial;
  readonly served: CivilDate;
  private count = 0;

  constructor({ served, fine, gains, stated }: Start) {
    this.served = parseCivilDate(SERVED[served]?.[0] ?? '');
    const imposed = handedOver({
      ...{ decidedOn: this.served, servedOn: this.served, fineFen: fen(fine), confiscatedGainsFen: fen(gains) },
      surchargeStated: stated,
    });
    this.take(eventsOf(imposeFine(this.state, imposed, 'W')), 'policy:follow-decision');
  }

  take(events: readonly FineEvent[], actor = 'policy:carry-money'): void {
    for (const event of events) {
      const now = this.at(0);
      const meta = {
        ...{ context: 'collection' as const, actor: { id: actor, roles: [] }, occurredAt: now, recordedAt: now },
        ...{ commandId: '', commandHash: '', correlationId: '', causationId: '' },
        rulebook: { profile: 'test', version: '0' },
      };
      this.state = fines.evolve(this.state, { ...event, meta, revision: (this.count += 1) });
    }
  }

  /** Says whether the act was accepted. */
  act(actor: string, minute: number, decide: (state: FineState, act: ActContext) => ActDecision): boolean {
    const on = this.day(Math.floor(minute / DAY));
    const decision = decide(this.state, { actor, at: this.at(minute), on, rules, decidingPersons: new Set() });
    if ('refused' in decision) return false;
    this.take(decision.events, actor);
    return true;
  }

  at(minute: number): Instant {
    return instantOfMillis(instantMillis(startOfDay(this.served)) + minute * 60_000);
  }

  day(n: number): CivilDate {
    return addDays(this.served, n);
  }
}

export interface Model {
  readonly hand: FineByHand;
  /** Payments as they are told, one proof more each time. */
  readonly evidence: MoneyEvidence[];
  names: number;
}

type Command = fc.Command<Model, Real>;

/** Everything that both say must be the same: at the day, at the end, and by parts. */
function compare({ hand }: Model, real: Real, day: number): void {
  const { state } = real;
  const { imposed } = state;
  ok(imposed);
  for (const on of [day, HORIZON]) {
    const account = accountOn(imposed, state, real.day(on), rules);
    const expected = hand.on(on);
    deepStrictEqual(
      {
        arisen: account.surchargeArisenFen,
        waived: account.surchargeWaivedFen,
        received: account.paidFen,
        outstanding: account.outstandingFen,
        overpaid: account.overpaidFen,
      },
      {
        arisen: Number(expected.arisen),
        waived: Number(expected.waived),
        received: Number(expected.received),
        outstanding: Number(expected.outstanding),
        overpaid: Number(expected.overpaid),
      },
    );
  }
  const said = hand.said();
  deepStrictEqual(state.heldFen, Number(said.held));
  if (!hand.cancelled)
    deepStrictEqual(
      { paid: state.said.paid !== null, settled: state.said.settled, closable: state.said.closable },
      { paid: said.paid, settled: said.settled, closable: said.closable },
    );
  compareParts(hand, real);
}

/** The ledger ends where the account does; the codes of a plan ask together what the code of the whole asks. */
function compareParts(hand: FineByHand, { state, at, day, served }: Real): void {
  const real = { at: at.bind({ served }), day: day.bind({ served }) };
  const { outstanding, overpaid } = hand.on(HORIZON);
  deepStrictEqual(ledgerOf(state, real.day(HORIZON), rules)?.at(-1)?.balanceFen, Number(outstanding - overpaid));
  const now = real.at(HORIZON * DAY + DAY - 1);
  const quotes = state.codes.map(({ code }) => quoteOf(state, code, now, rules));
  const whole = quotes.find((quote) => quote?.of === 'whole')?.amountDueFen;
  const ended = hand.cancelled || hand.writtenOffOn !== null;
  deepStrictEqual(whole, ended ? 0 : Number(outstanding));
  if (state.terms.at(-1)?.kind !== 'instalments') return;
  const asked = quotes.filter((quote) => quote?.of === 'instalment').map((quote) => quote?.amountDueFen ?? NaN);
  deepStrictEqual(
    asked.reduce((sum, one) => sum + one, 0),
    whole,
  );
}

const command = (name: string, values: object, run: (model: Model, real: Real) => number | undefined): Command => ({
  check: () => true,
  run: (model, real) => compare(model, real, run(model, real) ?? HORIZON),
  toString: () => `${name} ${JSON.stringify(values)}`,
});

const day = fc.integer({ min: 0, max: 90 });
const minute = fc.integer({ min: 0, max: 90 * DAY });
const percent = fc.integer({ min: 0, max: 100 });

const share = (amount: bigint, part: number): bigint => (amount * BigInt(part)) / 100n;

function told(real: Real, evidence: MoneyEvidence): void {
  real.take(eventsOf(takeMoney(real.state, evidence, rules)));
}

const pay = fc
  .record({ at: minute, how: fc.constantFrom('exact', 'part', 'over', 'fine'), part: percent, proofs: fc.nat(3) })
  .map((values) =>
    command('pay', values, (model, real) => {
      const { at, how, part, proofs } = values;
      const { hand } = model;
      const on = Math.floor(at / DAY);
      const due = hand.on(on, at).outstanding;
      const amount = { exact: due, part: share(due, part), over: due + BigInt(part) + 1n, fine: hand.fine }[how];
      if (amount <= 0n || (hand.cancelled && part % 2 === 0)) return on;
      const [listed, credited] = [proofs % 2 === 1, proofs > 1];
      hand.payments.push({ fen: amount, at, listed, credited, reversed: null, freed: new Set() });
      const evidence = {
        ...{ bank: 'bank-a', reference: `R${(model.names += 1)}`, fen: fen(Number(amount)), paidAt: real.at(at) },
        ...{ listedOn: listed ? real.day(on) : null, creditedAt: credited ? real.at(at + 60) : null },
        ...{ takenBack: null, assigned: true },
      };
      model.evidence.push(evidence);
      told(real, evidence);
      return on;
    }),
  );

const prove = fc.record({ which: fc.nat(20), listed: fc.boolean() }).map((values) =>
  command('prove', values, (model, real) => {
    const known = pick(model, values.which);
    if (!known) return undefined;
    const { payment, evidence, index } = known;
    if (values.listed) payment.listed = true;
    else payment.credited = true;
    const proof = values.listed ? { listedOn: real.served } : { creditedAt: real.at(payment.at + 5) };
    // What is known stays as it was told first.
    const more = values.listed ? evidence.listedOn : evidence.creditedAt;
    model.evidence[index] = more ? evidence : { ...evidence, ...proof };
    told(real, model.evidence[index]);
    return undefined;
  }),
);

const reverse = fc.record({ which: fc.nat(20), after: fc.nat(30 * DAY) }).map((values) =>
  command('reverse', values, (model, real) => {
    const known = pick(model, values.which);
    if (!known || known.payment.reversed !== null) return undefined;
    const { payment, evidence, index } = known;
    payment.reversed = payment.at + values.after;
    model.evidence[index] = {
      ...evidence,
      takenBack: { by: `V${index}`, reversedAt: real.at(payment.reversed) },
    };
    told(real, model.evidence[index]);
    return Math.floor(payment.reversed / DAY);
  }),
);

/** Payments told by a bank; cash that was deposited has no evidence of its own. */
function pick({ hand, evidence }: Model, which: number) {
  if (evidence.length === 0) return undefined;
  const index = which % evidence.length;
  const [payment, known] = [hand.payments[index], evidence[index]];
  return payment && known ? { payment, evidence: known, index } : undefined;
}

const refund = fc
  .record({ part: percent, at: minute, over: fc.boolean(), back: fc.option(fc.nat(9 * DAY)) })
  .map((values) =>
    command('refund', values, (model, real) => {
      const { held } = model.hand.said();
      const amount = values.over ? held + 1n : share(held, values.part);
      if (amount <= 0n) return undefined;
      const refundId = `F${(model.names += 1)}`;
      const asked = { refundId, fen: fen(Number(amount)) };
      deepStrictEqual(
        real.act('clerk-1', values.at, (state, act) => requestRefund(state, asked, act)),
        amount <= held,
      );
      if (amount > held) return undefined;
      const authorisation = { refundId, approvalNumber: '示财退1号' };
      ok(!real.act('clerk-1', values.at, (state, act) => authoriseRefund(state, authorisation, act)));
      ok(real.act('clerk-2', values.at, (state, act) => authoriseRefund(state, authorisation, act)));
      const made = { ...asked, bank: 'bank-t', reference: refundId, madeAt: real.at(values.at) };
      ok(real.act('bank:bank-t', values.at, (state, act) => payOutRefund(state, made, act)));
      const back = values.back === null ? null : values.at + values.back;
      model.hand.refunds.push({ fen: amount, at: values.at, back });
      if (back === null) return Math.floor(values.at / DAY);
      const returned = { ...asked, bank: 'bank-t', reference: `B${refundId}`, returnedAt: real.at(back) };
      ok(real.act('bank:bank-t', back, (state, act) => returnRefund(state, returned, act)));
      return Math.floor(back / DAY);
    }),
  );

const reduce = fc.record({ on: day, fine: percent, gains: percent }).map((values) =>
  command('reduce', values, ({ hand }, real) => {
    const [fine, gains] = [share(hand.fine, values.fine), share(hand.gains, values.gains)];
    if (hand.cancelled || (fine === hand.fine && gains === hand.gains)) return undefined;
    Object.assign(hand, { fine, gains, changedOn: values.on });
    const amounts = { fineFen: fen(Number(fine)), confiscatedGainsFen: fen(Number(gains)) };
    const changed = { ...amounts, changedOn: real.day(values.on), by: 'reconsideration' as const };
    const { fineId = '', caseId = '' } = real.state.imposed ?? {};
    real.take(eventsOf(changeFine(real.state, { ...changed, fineId, caseId }, rules)));
    return values.on;
  }),
);

const cancel = day.map((on) =>
  command('cancel', { on }, ({ hand }, real) => {
    hand.cancelled = true;
    real.take(eventsOf(cancelFine(real.state, { reason: 'revoked', cancelledOn: real.day(on) }, rules)));
    return on;
  }),
);

const defer = fc.record({ on: day, days: fc.nat(60) }).map((values) =>
  command('defer', values, ({ hand }, real) => {
    const until = values.on + values.days;
    hand.defer(values.on, until);
    const term = { kind: 'deferral' as const, until: real.day(until) };
    real.take(eventsOf(moveTerm(real.state, { approvedOn: real.day(values.on), term }, rules)));
    return until;
  }),
);

const instal = fc
  .record({ on: day, weights: fc.array(percent, { minLength: 1, maxLength: 4 }), every: fc.nat(20), all: fc.boolean() })
  .map((values) =>
    command('instal', values, ({ hand }, real) => {
      const { on, weights, every, all } = values;
      const sum = BigInt(weights.reduce((total, one) => total + one, 0) || 1);
      const parts = weights.map((weight, i) => ({
        due: on + i * (every + 1),
        fen: (hand.fine * BigInt(weight)) / sum,
      }));
      hand.instal(on, parts, all);
      const instalments = parts.map(({ due, fen: amount }) => ({ due: real.day(due), fen: fen(Number(amount)) }));
      const term = { kind: 'instalments' as const, instalments, missedMakesAllDue: all };
      const set = eventsOf(moveTerm(real.state, { approvedOn: real.day(on), term }, rules));
      real.take(set);
      const plan = real.state.terms.filter(({ kind }) => kind === 'instalments').length;
      const codes = parts.map((_, i) => ({ code: `P${plan}-${i + 1}`, plan, instalment: i + 1 }));
      real.take(eventsOf(issueCodes(real.state, codes)));
      return on;
    }),
  );

const pause = day.map((from) =>
  command('pause', { from }, ({ hand }, real) => {
    hand.pauses.push({ from, through: null, counted: true });
    const remedy = { remedy: hand.pauses.length, kind: 'reconsideration' as const, soughtOn: real.day(from) };
    real.take(eventsOf(pauseSurcharge(real.state, remedy, rules)));
    return from;
  }),
);

const resume = fc.record({ which: fc.nat(5), days: fc.nat(40), accepted: fc.boolean() }).map((values) =>
  command('resume', values, ({ hand }, real) => {
    if (hand.pauses.length === 0) return undefined;
    const index = values.which % hand.pauses.length;
    const one = hand.pauses[index];
    if (!one || one.through !== null) return undefined;
    Object.assign(one, { through: one.from + values.days, counted: values.accepted });
    const ended = { remedy: index + 1, endedOn: real.day(one.from + values.days), accepted: values.accepted };
    real.take(eventsOf(resumeSurcharge(real.state, ended, rules)));
    return one.from + values.days;
  }),
);

/** An execution agreement lets surcharge off, never the fine. */
const waive = fc.record({ on: day, part: percent }).map((values) =>
  command('waive', values, (model, real) => {
    const { hand } = model;
    const { arisen, waived } = hand.on(values.on);
    const amount = share(arisen - waived, values.part);
    if (amount <= 0n || hand.cancelled) return undefined;
    const done = relieve(model, real, values.on, {
      ...{ kind: 'surcharge-reduction' as const, ground: 'execution-agreement' },
      ...{ fen: fen(Number(amount)), remediedOn: real.day(values.on) },
    });
    ok(done);
    hand.waivedFen += amount;
    return values.on;
  }),
);

const writeOff = day.map((on) =>
  command('write off', { on }, (model, real) => {
    const { hand } = model;
    const open = !hand.cancelled && hand.writtenOffOn === null && hand.on(on).outstanding > 0n;
    deepStrictEqual(relieve(model, real, on, { kind: 'write-off', ground: 'object-lost' }), open);
    if (open) hand.writtenOffOn = on;
    return on;
  }),
);

/** A proof that is not to be had is dispensed with by two persons. */
const dispense = fc
  .record({ which: fc.nat(20), proof: fc.constantFrom('statement' as const, 'treasury' as const) })
  .map((values) =>
    command('dispense', values, (model, real) => {
      const known = pick(model, values.which);
      if (!known) return undefined;
      const { payment, evidence } = known;
      const { bank, reference } = evidence;
      const has = values.proof === 'statement' ? payment.listed : payment.credited;
      const missing = !has && payment.reversed === null && !payment.freed.has(values.proof) && !model.hand.cancelled;
      const what = { kind: 'proof-dispensation' as const, ground: 'bank-certificate' };
      const done = relieve(model, real, 0, { ...what, payment: { bank, reference, proof: values.proof } });
      deepStrictEqual(done, missing);
      if (done) payment.freed.add(values.proof);
      return undefined;
    }),
  );

function relieve(
  model: Model,
  real: Real,
  on: number,
  what: Omit<Parameters<typeof requestRelief>[1], 'reliefId' | 'reason'>,
): boolean {
  const relief = { ...what, reliefId: `L${(model.names += 1)}`, reason: 'x', document: '1号' };
  if (!real.act('clerk-1', on * DAY, (state, act) => requestRelief(state, relief, act))) return false;
  return real.act('clerk-2', on * DAY, (state, act) => authoriseRelief(state, relief.reliefId, act));
}

const spot = fc
  .record({ at: minute, amount: fc.integer({ min: 1, max: 20_000 }), deposit: fc.boolean() })
  .map((values) =>
    command('cash', values, (model, real) => {
      const { at, amount, deposit } = values;
      const { hand } = model;
      const cash = { fen: BigInt(amount), at, deposited: false };
      hand.cash.push(cash);
      const receiptNumber = `C${(model.names += 1)}`;
      const on = Math.floor(at / DAY);
      const { fineId = '', caseId = '' } = real.state.imposed ?? {};
      const handedIn = {
        fineId,
        caseId,
        fen: fen(amount),
        receiptNumber,
        takenAt: real.at(at),
        handedInOn: real.day(on),
      };
      real.take(eventsOf(announceSpotMoney(real.state, handedIn, rules)));
      if (!deposit) return on;
      const at2 = at + 2 * DAY;
      const told2 = { bank: 'bank-c', reference: receiptNumber, receiptNumber, depositedAt: real.at(at2) };
      ok(real.act('clerk-1', at2, (state, act) => depositSpotMoney(state, told2, act)));
      cash.deposited = true;
      hand.payments.push({ fen: BigInt(amount), at, listed: false, credited: false, reversed: null, freed: new Set() });
      model.evidence.push({
        ...{ bank: 'bank-c', reference: receiptNumber, fen: fen(amount), paidAt: real.at(at2) },
        ...{ listedOn: null, creditedAt: null, takenBack: null, assigned: true },
      });
      return on;
    }),
  );

const start: fc.Arbitrary<Start> = fc.record({
  served: fc.nat(SERVED.length - 1),
  fine: fc.oneof(fc.integer({ min: 1, max: 3_000_000 }), fc.constantFrom(1, 33, 500_000, 8_000_000)),
  gains: fc.constantFrom(0, 0, 1, 200_000, 6_200_000),
  stated: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
});

const rare = [cancel, writeOff];
const usual = [pay, pay, prove, reverse, refund, reduce, defer, instal, pause, resume, waive, spot, dispense];

/** One sequence: a fine, and what happens to it. Throws where the two differ by a fen. */
export const sequences = fc.property(
  start,
  fc.commands([...usual, ...usual, ...rare], { maxCommands: 12, size: 'max' }),
  (given, commands) => {
    fc.modelRun(() => {
      const dueOn = SERVED[given.served]?.[1] ?? 15;
      const hand = new FineByHand(BigInt(given.fine), BigInt(given.gains), dueOn, given.stated);
      return { model: { hand, evidence: [], names: 0 }, real: new Real(given) };
    }, commands);
  },
);
