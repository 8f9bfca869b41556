import fc from 'fast-check';
import { changesBetween } from './changes';

describe('changesBetween', () => {
  it('names each leaf that differs by its pointer', () => {
    expect(
      changesBetween(
        { status: 'filed', officers: ['a', 'b'], 'a/b~c': 1, gone: true },
        { status: 'decided', officers: ['a', 'c', 'd'], 'a/b~c': 2, decision: { fen: 1 } },
      ),
    ).toEqual([
      { pointer: '/status', before: 'filed', after: 'decided' },
      { pointer: '/officers/1', before: 'b', after: 'c' },
      { pointer: '/officers/2', before: null, after: 'd' },
      { pointer: '/a~1b~0c', before: 1, after: 2 },
      { pointer: '/gone', before: true, after: null },
      { pointer: '/decision', before: null, after: { fen: 1 } },
    ]);
  });

  it('finds nothing between a description and its copy', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => expect(changesBetween(value, structuredClone(value))).toEqual([])),
    );
  });
});
