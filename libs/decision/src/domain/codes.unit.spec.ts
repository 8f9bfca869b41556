import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentences } from './codes';

const read = (...path: string[]): string => readFileSync(join(__dirname, ...path), 'utf8');

describe('the codes of refusals', () => {
  it.each(Object.entries(sentences))('%s says the same values in both languages', (_code, { zh, en }) => {
    const values = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();
    expect(zh).not.toBe('');
    // What one language leaves out must not be the only place where it is said.
    expect(values(en)).toEqual(expect.arrayContaining(values(zh)));
  });

  it('are each shown by a spec that meets it', () => {
    const specs = [
      ...readdirSync(join(__dirname, 'refused')).map((file) => read('refused', file)),
      ...['rights.unit.spec.ts', 'effects.unit.spec.ts'].map((file) => read(file)),
    ].join('\n');
    expect(
      Object.keys(sentences).filter((code) => !specs.includes(`'${code}`) && !specs.includes(`\`${code}`)),
    ).toEqual([]);
  });
});
