import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '@fajiao/event-store';
import { requirementsOf } from './act';
import { caseActs } from './case-acts';
import { actNamed, type Attempted } from '../spec-support/play.fixture.spec';
import { triedEverywhere } from '../spec-support/worlds.fixture.spec';

/**
 * What each act makes, word for word, what it is refused with, and what is told beforehand: one example of each shape, of
 * each code and of each state of a requirement, as it was last looked through. `GOLDEN=write` writes them anew, and the difference is to be read.
 */
const FILE = join(__dirname, 'answers.golden.json');
const WRITES = process.env['GOLDEN'] === 'write';
const BY = ['officer-1', 'officer-2', 'lead-1', 'legal-1', 'chair-1', 'head-1', 'head-2'];

type Answers = Readonly<Record<string, readonly string[]>>;

const golden = WRITES ? {} : (JSON.parse(readFileSync(FILE, 'utf8')) as Answers);
const written: Record<string, readonly string[]> = {};

/** The names and kinds in a value, without what they hold. */
function shapeOf(value: unknown): string {
  return canonicalJson(value).replaceAll(/:("[^"]*"|-?\d+)/g, ':');
}

function answersOf(act: string): readonly string[] {
  const examples = new Map<string, string>();
  const keep = (shape: string, example: string) => examples.has(shape) || examples.set(shape, example);
  triedEverywhere(act, BY, ({ events, refused = [] }: Attempted['outcome'], state, law) => {
    if (events) keep(shapeOf(events), canonicalJson(events));
    for (const ground of refused) keep(`${ground.code} ${ground.source}`, canonicalJson(ground));
    for (const asked of requirementsOf(actNamed(act), state, law))
      keep(`before: ${asked.code} ${asked.source} ${asked.state}`, canonicalJson(asked));
  });
  return [...examples.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, example]) => example);
}

describe('what an act makes and is refused with', () => {
  it.each(caseActs.map(({ name }) => [name] as const))('%s', (act) => {
    const answers = answersOf(act);
    written[act] = answers;
    expect(answers).toEqual(WRITES ? answers : golden[act]);
  });

  it('is looked through', () => {
    if (WRITES) writeFileSync(FILE, `${JSON.stringify(written, null, 2)}\n`);
    expect(Object.keys(written).sort()).toEqual(WRITES ? Object.keys(written).sort() : Object.keys(golden).sort());
  });
});
