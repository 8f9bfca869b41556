import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '../../../../..');
const PROGRAM = ['-r', './test/support/typescript.cjs', join(__dirname, 'campaign.fixture.spec.ts')];
const HALF = 50_000;

/** Commands that must take effect often. */
const NOT_RARE = [
  ...['impose', 'defer', 'instal', 'pay', 'part-pay', 'over-pay', 'reverse', 'refund'],
  ...['reduce', 'cancel', 'pause', 'resume'],
];
/** Each command took effect in at least so many of a hundred sequences, on average. */
const LEAST = 4;

/**
 * Half of the 100,000 sequences, so that two workers share them: each in a process of its own, because arithmetic in a
 * sandbox of Jest takes four times as long. Gives the commands that took effect too seldom.
 */
export async function tooSeldomIn(half: 'first' | 'second'): Promise<readonly string[]> {
  const seed = Date.now() % 2 ** 31;
  process.stdout.write(`fine model, ${half} half: npm run fine:model -- ${HALF} ${seed}\n`);
  const program = await promisify(execFile)(process.execPath, [...PROGRAM, String(HALF), String(seed)], { cwd: ROOT });
  process.stdout.write(program.stdout);
  const effects = new Map(program.stdout.split('\n').map((line) => [line.slice(9), Number(line.slice(0, 8))]));
  return NOT_RARE.filter((name) => (effects.get(name) ?? 0) * 100 < HALF * LEAST);
}
