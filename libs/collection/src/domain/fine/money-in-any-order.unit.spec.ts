import {
  addDays,
  type CivilDate,
  civilDateOf,
  daysBetween,
  fen,
  type Instant,
  instantMillis,
  instantOfMillis,
  parseCivilDate,
} from '@fajiao/kernel';
import * as fc from 'fast-check';
import { eventsOf } from '../../spec-support/fold.fixture.spec';
import { at, handedOver, rules } from '../../spec-support/samples.fixture.spec';
import { imposeFine, type MoneyEvidence, takeMoney } from './fine.decider';
import { standingOf } from './fine-account';
import type { FineEvent } from './fine.events';
import { evolveFine } from './fine.evolve';
import { fines } from './fine.state';

// The fine against a model that shares nothing with it: exact integers, one day after the other, no fold.

/** Served on 2023-09-28: the term ends on 2023-10-13. */
const DUE = parseCivilDate('2023-10-13');
const FIRST = at('2023-10-05 00:00');
const SPAN = 90 * 24 * 60;

interface Said {
  readonly fen: number;
  readonly paid: number;
  readonly listed: boolean;
  readonly credited: boolean;
  /** Minutes after the payment; undefined: it stands. */
  readonly reversed: number | undefined;
}

const minutesAfter = (instant: Instant, minutes: number) => instantOfMillis(instantMillis(instant) + minutes * 60_000);

const said: fc.Arbitrary<Said> = fc.record({
  fen: fc.oneof(fc.integer({ min: 1, max: 900_000 }), fc.constantFrom(1, 500_000, 700_000, 715_000)),
  paid: fc.integer({ min: 0, max: SPAN }),
  listed: fc.boolean(),
  credited: fc.boolean(),
  reversed: fc.option(fc.integer({ min: 0, max: SPAN }), { nil: undefined, freq: 2 }),
});

interface Outcome {
  readonly owed: bigint;
  readonly surcharge: bigint;
  readonly overpaid: bigint;
  readonly paid: boolean;
  readonly settled: boolean;
  readonly closable: boolean;
}

function model(fine: bigint, gains: bigint, payments: readonly Said[]): Outcome {
  const moves = payments.flatMap((one): [CivilDate, bigint][] => {
    const paidAt = minutesAfter(FIRST, one.paid);
    const amount = BigInt(one.fen);
    const back: [CivilDate, bigint][] =
      one.reversed === undefined ? [] : [[civilDateOf(minutesAfter(paidAt, one.reversed)), -amount]];
    return [[civilDateOf(paidAt), amount], ...back];
  });
  const last =
    moves
      .map(([day]) => day)
      .sort()
      .at(-1) ?? DUE;
  let [received, hundredths] = [0n, 0n];
  for (let day = civilDateOf(FIRST); day <= last; day = addDays(day, 1)) {
    const unpaid = fine > received ? fine - received : 0n;
    if (daysBetween(DUE, day) > 0) hundredths += unpaid * 3n;
    for (const [on, amount] of moves) if (on === day) received += amount;
  }
  const surcharge = (hundredths < fine * 100n ? hundredths : fine * 100n) / 100n;
  const owed = fine + gains + surcharge;
  const paid = received >= owed && moves.length > 0;
  const standing = payments.filter(({ reversed }) => reversed === undefined);
  const total = (some: readonly Said[]) => some.reduce((sum, one) => sum + BigInt(one.fen), 0n);
  const listed = standing.filter((one) => one.listed);
  return {
    ...{ owed, surcharge, paid },
    overpaid: paid ? received - owed : 0n,
    settled: paid && total(listed) >= owed,
    closable: paid && total(listed.filter((one) => one.credited)) >= owed,
  };
}

/** What is told of one payment, one proof more each time. */
function tellings(one: Said, index: number): MoneyEvidence[] {
  const paidAt = minutesAfter(FIRST, one.paid);
  const known = {
    ...{ bank: 'bank-a', reference: `R${index}`, fen: fen(one.fen), paidAt, assigned: false },
    ...{ listedOn: null, creditedAt: null, takenBack: null },
  };
  const proofs: Partial<MoneyEvidence>[] = [
    ...(one.listed ? [{ listedOn: civilDateOf(paidAt) }] : []),
    ...(one.credited ? [{ creditedAt: minutesAfter(paidAt, 60) }] : []),
    ...(one.reversed === undefined
      ? []
      : [{ takenBack: { by: `V${index}`, reversedAt: minutesAfter(paidAt, one.reversed) } }]),
  ];
  return [known, ...proofs.map((_, i) => Object.assign({}, known, ...proofs.slice(0, i + 1)) as MoneyEvidence)];
}

/** Deals the tellings of all payments in the order that the numbers give; of one payment they keep theirs. */
function dealt(payments: readonly Said[], order: readonly number[]): MoneyEvidence[] {
  const left = payments.map((one, index) => tellings(one, index));
  const told: MoneyEvidence[] = [];
  for (let i = 0; left.some((some) => some.length > 0); i += 1) {
    const open = left.filter((some) => some.length > 0);
    const next = open[(order[i % order.length] ?? 0) % open.length]?.shift();
    if (next) told.push(next);
  }
  return told;
}

function historyOf(imposed: ReturnType<typeof handedOver>, money: readonly MoneyEvidence[]): readonly FineEvent[] {
  let events: readonly FineEvent[] = eventsOf(imposeFine(fines.initial, imposed, '14092223000000000001'));
  let state = events.reduce(evolveFine, fines.initial);
  for (const one of money) {
    const more = eventsOf(takeMoney(state, one, rules));
    events = [...events, ...more];
    state = more.reduce(evolveFine, state);
  }
  return events;
}

describe('money in any order of arrival', () => {
  const orders = fc.array(fc.nat(), { minLength: 1, maxLength: 40 });

  it('comes to what the model says, in the state and in what the history tells', () => {
    fc.assert(
      fc.property(
        fc.array(said, { maxLength: 6 }),
        fc.constantFrom(0, 1, 200_000),
        orders,
        (payments, gains, order) => {
          const imposed = handedOver({ confiscatedGainsFen: fen(gains) });
          const events = historyOf(imposed, dealt(payments, order));
          const state = events.reduce(evolveFine, fines.initial);
          const standing = standingOf(imposed, state, rules);
          const expected = model(500_000n, BigInt(gains), payments);

          expect({ surcharge: standing?.surchargeFen, held: state.heldFen }).toEqual({
            surcharge: Number(expected.surcharge),
            held: Number(expected.overpaid),
          });
          expect({
            paid: state.said.paid !== null,
            settled: state.said.settled,
            closable: state.said.closable,
          }).toEqual({
            paid: expected.paid,
            settled: expected.settled,
            closable: expected.closable,
          });
          if (expected.paid) expect(state.said.paid?.paidFen).toBe(Number(expected.owed));
        },
      ),
      { numRuns: 600 },
    );
  });

  it('comes to the same state whatever the order', () => {
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 6 }), orders, orders, (payments, one, other) => {
        const ends = [one, other].map((order) => {
          const { said: told, heldFen } = historyOf(handedOver(), dealt(payments, order)).reduce(
            evolveFine,
            fines.initial,
          );
          return { told, heldFen };
        });
        expect(ends[0]).toEqual(ends[1]);
      }),
      { numRuns: 300 },
    );
  });

  it('tells the deciding side by turns that a fine is closable and that it is open again', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 6 }), orders, (payments, order) => {
        let closable = false;
        for (const { type } of historyOf(handedOver(), dealt(payments, order))) {
          if (type === 'FineClosable') expect(closable).toBe(false);
          if (type === 'FineClosable') closable = true;
          if (type === 'FineReopened') closable = false;
        }
      }),
      { numRuns: 300 },
    );
  });
});
