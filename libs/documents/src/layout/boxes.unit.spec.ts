import { paginate, together, type Box } from './boxes';

const box = (height: number, keepWithNext = false): Box => ({ height, keepWithNext, draw: () => [] });
const heights = (boxes: readonly Box[], height: number) =>
  paginate(boxes, height).map((page) => page.map((one) => one.height));

describe('strips on pages', () => {
  it('fill a page before the next begins', () => {
    expect(heights([box(4), box(4), box(4)], 10)).toEqual([[4, 4], [4]]);
  });

  it('that stay together go to the next page together', () => {
    expect(heights([box(6), box(2, true), box(3)], 10)).toEqual([[6], [2, 3]]);
  });

  it('that stay together but take more than a page are parted where the page ends', () => {
    expect(heights([box(6, true), box(6, true), box(6)], 10)).toEqual([[6], [6], [6]]);
  });

  it('higher than a page stand on a page of their own', () => {
    expect(heights([box(2), box(12), box(2)], 10)).toEqual([[2], [12], [2]]);
  });

  it('begin a page with the head of their table', () => {
    const head = box(1);
    expect(heights([head, { ...box(6), head }, { ...box(6), head }], 10)).toEqual([
      [1, 6],
      [1, 6],
    ]);
  });

  it('are kept together only as far as they are short', () => {
    expect(together([box(2), box(2)], 5).map(({ keepWithNext }) => keepWithNext)).toEqual([true, false]);
    expect(together([box(4), box(4)], 5).map(({ keepWithNext }) => keepWithNext)).toEqual([false, false]);
  });
});
