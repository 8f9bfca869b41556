import { entityTag, NO_REVISION, readIfMatch } from './entity-tag';

describe('readIfMatch', () => {
  it('reads what entityTag wrote', () => {
    expect(readIfMatch(entityTag(0))).toBe(0);
    expect(readIfMatch(` ${entityTag(123456)} `)).toBe(123456);
  });

  it.each(['W/"5"', '""', '"abc"', '"05"', '"-1"', '"1.0"', '"9999999999999999"'])('matches nothing with %s', (tag) => {
    expect(readIfMatch(tag)).toBe(NO_REVISION);
  });

  it.each(['', '5', '*', '"5', '5"', '"5","6"', 'w/"5"', '"5" x'])('does not read %s', (tag) => {
    expect(readIfMatch(tag)).toBeUndefined();
  });
});
