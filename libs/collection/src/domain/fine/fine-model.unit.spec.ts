import * as fc from 'fast-check';
import { sequences } from '../../spec-support/fine-commands.fixture.spec';

// `npm run fine:model -- 100000` goes on for longer.

const RUNS = 5_000;

describe('a fine, whatever happens to it', () => {
  it('comes to the fen to what is reckoned by hand, day by day', () => {
    const seed = Date.now() % 2 ** 31;
    process.stdout.write(`fine model: seed ${seed}, ${RUNS} sequences\n`);
    fc.assert(sequences, { numRuns: RUNS, seed });
  }, 600_000);
});
