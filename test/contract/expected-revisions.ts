import { type Expected, VersionConflict } from '@fajiao/event-store';
import { all, idsOf, newBatch, newStream } from './sample-events';
import type { Topic } from './store-under-test';

const actuals: readonly Expected[] = ['none', 0, 2];
const expecteds: readonly Expected[] = ['none', 0, 1, 2, 3, 9];

/** Every expected state against every actual state, with one event and with several. */
export function expectedRevisions({ decision }: Topic): void {
  for (const actual of actuals) {
    for (const expected of expecteds) {
      const fits = expected === actual;
      const title = `stream ${standing(actual)}, expected ${standing(expected)}: ${fits ? 'appended' : 'conflict'}`;
      it.each([1, 2])(`${title} (batch of %i)`, async (size) => {
        const stream = newStream();
        const before = actual === 'none' ? [] : newBatch(actual + 1);
        if (before.length > 0) await decision().append(stream, before, 'none');

        const batch = newBatch(size);
        const answer = decision().append(stream, batch, expected);
        if (fits) {
          await expect(answer).resolves.toMatchObject({ revision: before.length + size - 1 });
          expect(idsOf(await all(decision().read(stream)))).toEqual(idsOf([...before, ...batch]));
        } else {
          const refusal: unknown = await answer.catch((error: unknown) => error);
          expect(refusal).toBeInstanceOf(VersionConflict);
          expect(refusal).toMatchObject({ stream, expected, actual });
          expect(idsOf(await all(decision().read(stream)))).toEqual(idsOf(before));
        }
      });
    }
  }
}

const standing = (expected: Expected): string => (expected === 'none' ? 'absent' : `at ${expected}`);
