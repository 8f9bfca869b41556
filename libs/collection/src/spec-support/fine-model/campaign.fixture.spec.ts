import * as fc from 'fast-check';
import { depositCash, dispense, refund, refundTooMuch, waive, writeOff } from './clerk-commands.fixture.spec';
import type { Model } from './command.fixture.spec';
import { cancel, defer, instal, pause, reduce, resume, takeCash } from './decision-commands.fixture.spec';
import { FineByHand } from './fine-by-hand.fixture.spec';
import { pay, prove, reverse } from './money-commands.fixture.spec';
import { RealFine, SERVED } from './real-fine.fixture.spec';

// `npm run fine:model -- 100000 [seed]`: so many sequences against the reckoning by hand, in exact integers. The seed
// repeats them. It prints how often each command took effect.

const PORTION = 1_000;

const imposed = fc.record({
  served: fc.nat(SERVED.length - 1),
  fine: fc.oneof(fc.integer({ min: 1, max: 3_000_000 }), fc.constantFrom(1, 33, 500_000, 8_000_000)),
  gains: fc.constantFrom(0, 0, 1, 200_000, 6_200_000),
  stated: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  pace: fc.constantFrom(1, 1, 1, 1, 1, 8),
});

const rare = [cancel, writeOff, refundTooMuch];
const usual = [pay, reverse, reduce, defer, instal, pause, resume, waive, takeCash, depositCash, dispense, prove];
const often = [pay, pay, refund];

/** One sequence: a fine, and what happens to it. Throws where the two differ by a fen. */
const sequences = (played: Model['played']) =>
  fc.property(
    imposed,
    fc.commands([...usual, ...usual, ...often, ...often, ...rare], { maxCommands: 12, size: 'max' }),
    ({ pace, ...fine }, commands) => {
      fc.modelRun(() => {
        played.set('impose', (played.get('impose') ?? 0) + 1);
        const hand = new FineByHand(BigInt(fine.fine), BigInt(fine.gains), SERVED[fine.served]?.[1] ?? 15, fine.stated);
        return { model: { hand, pace, evidence: [], played, names: 0 }, real: new RealFine(fine) };
      }, commands);
    },
  );

function main(wanted = 100_000, seed = Date.now() % 2 ** 31): void {
  process.stdout.write(`seed ${seed}\n`);
  const [started, played] = [Date.now(), new Map<string, number>()];
  for (let done = 0; done < wanted; done += PORTION)
    fc.assert(sequences(played), { numRuns: Math.min(PORTION, wanted - done), seed: seed + done, endOnFailure: false });
  for (const [name, count] of played) process.stdout.write(`${String(count).padStart(8)} ${name}\n`);
  process.stdout.write(`${wanted} sequences, 0 fen difference, ${Math.round((Date.now() - started) / 1000)} s\n`);
}

const [wanted, seed] = process.argv.slice(2).map(Number);
main(wanted, seed);
