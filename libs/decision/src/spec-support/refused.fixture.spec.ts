import { attempt, play, type Step } from './play.fixture.spec';

/** Given what was accepted before, an act is refused on exactly these grounds, each `code source`. */
export interface Refusal {
  readonly title: string;
  readonly given: readonly Step[];
  readonly attempt: Step;
  readonly refused: readonly string[];
}

export function itIsRefused(refusals: readonly Refusal[]): void {
  it.each(refusals.map((refusal) => [refusal.title, refusal] as const))('%s', (_title, refusal) => {
    const { refused } = attempt(refusal.attempt, play(refusal.given));
    expect(refused?.map(({ code, source }) => `${code} ${source}`)).toEqual(refusal.refused);
  });
}
