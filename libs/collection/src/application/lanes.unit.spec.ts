import { setTimeout as sleep } from 'node:timers/promises';
import * as fc from 'fast-check';
import { groupsBySharedKey, inLanes } from './lanes';

describe('work side by side', () => {
  it('keeps the order of the results, and no more than so many under way', async () => {
    let [now, most] = [0, 0];
    const results = await inLanes([5, 1, 4, 2, 3], 2, async (n) => {
      most = Math.max(most, ++now);
      await sleep(n);
      now -= 1;
      return n * 10;
    });
    expect([results, most]).toEqual([[50, 10, 40, 20, 30], 2]);
  });

  it('stops beginning when something fails', async () => {
    const begun: number[] = [];
    const work = (n: number) => {
      begun.push(n);
      return n === 1 ? Promise.reject(new Error('no')) : Promise.resolve(n);
    };
    await expect(inLanes([1, 2, 3, 4, 5, 6], 1, work)).rejects.toThrow('no');
    expect(begun).toEqual([1]);
  });

  it('puts whatever shares a key into one group, in its order, and nothing twice', () => {
    const item = fc.record({
      n: fc.nat(),
      keys: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 30 }), (items) => {
        const numbered = items.map(({ keys }, n): { n: number; keys: readonly string[] } => ({ n, keys }));
        const groups = groupsBySharedKey(numbered, ({ keys }) => keys);
        expect(
          groups
            .flat()
            .map(({ n }) => n)
            .sort((a, b) => a - b),
        ).toEqual(numbered.map(({ n }) => n));
        for (const key of 'abcdef') {
          const holding = groups.filter((group) => group.some(({ keys }) => keys.includes(key)));
          expect(holding.length).toBeLessThanOrEqual(1);
          const order = (holding[0] ?? []).filter(({ keys }) => keys.includes(key)).map(({ n }) => n);
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
      }),
    );
  });
});
