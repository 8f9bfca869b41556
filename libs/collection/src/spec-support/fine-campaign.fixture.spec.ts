import * as fc from 'fast-check';
import { sequences } from './fine-commands.fixture.spec';

// `npm run fine:model -- 100000 [seed]`: so many sequences against the reckoning by hand; the seed repeats them.

const PORTION = 1_000;

function main(wanted = 100_000, seed = Date.now() % 2 ** 31): void {
  process.stdout.write(`seed ${seed}\n`);
  const started = Date.now();
  for (let done = 0; done < wanted; done += PORTION) {
    const numRuns = Math.min(PORTION, wanted - done);
    fc.assert(sequences, { numRuns, seed: seed + done, endOnFailure: false });
    if ((done / PORTION) % 10 === 9) process.stdout.write(`${done + numRuns} sequences, 0 fen difference\n`);
  }
  process.stdout.write(`${wanted} sequences, 0 fen difference, ${Math.round((Date.now() - started) / 1000)} s\n`);
}

const [wanted, seed] = process.argv.slice(2).map(Number);
main(wanted, seed);
