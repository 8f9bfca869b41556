import type { Ground } from '@fajiao/kernel';
import { sentences } from '../domain/codes';
import { attempt, play, type Step } from './play.fixture.spec';

/** Given what was accepted before, an act is refused on exactly these grounds, each `code source`. */
export interface Refusal {
  readonly title: string;
  readonly given: readonly Step[];
  readonly attempt: Step;
  readonly refused: readonly string[];
  /** What each ground tells besides, where it is looked at. */
  readonly tells?: readonly Ground['detail'][];
}

export function itIsRefused(refusals: readonly Refusal[]): void {
  it.each(refusals.map((refusal) => [refusal.title, refusal] as const))('%s', (_title, refusal) => {
    const { refused = [] } = attempt(refusal.attempt, play(refusal.given));
    expect(refused.map(({ code, source }) => `${code} ${source}`)).toEqual(refusal.refused);
    expect(refused.flatMap(unsaid)).toEqual([]);
    if (refusal.tells) expect(refused.map(({ detail }) => detail)).toEqual(refusal.tells);
  });
}

/** Values that the sentence of a ground names and its detail does not tell. */
export function unsaid({ code, detail = {} }: Ground): readonly string[] {
  const known: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = sentences;
  const { zh, en } = known[code] ?? { zh: '{?}', en: '' };
  const values = `${zh}${en}`.match(/(?<=\{)[^}]+/g) ?? [];
  return values.filter((value) => !Object.hasOwn(detail, value));
}
