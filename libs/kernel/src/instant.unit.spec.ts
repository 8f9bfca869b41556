import fc from 'fast-check';
import { addMinutes, instantMillis, instantOfMillis, InvalidInstant, parseInstant, printShanghai } from './instant';

const millis = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) });

describe('an instant', () => {
  it.each([
    ['2023-09-11T09:00+08:00', '2023-09-11T01:00:00.000Z'],
    ['2023-09-11T09:00:00+08:00', '2023-09-11T01:00:00.000Z'],
    ['2023-09-11T01:00:00Z', '2023-09-11T01:00:00.000Z'],
    ['2023-12-31T23:59:59.5-05:30', '2024-01-01T05:29:59.500Z'],
    ['2024-02-29T00:00:00.123456789+00:00', '2024-02-29T00:00:00.123Z'],
    ['2024-03-01T07:59+08:00', '2024-02-29T23:59:00.000Z'],
  ])('%s is read as %s', (text, canonical) => {
    expect(parseInstant(text)).toBe(canonical);
  });

  it.each([
    '2023-09-11',
    '2023-09-11T09:00',
    '2023-09-11 09:00+08:00',
    '2023-09-11T24:00+08:00',
    '2023-09-11T09:60+08:00',
    '2023-09-11T09:00:60+08:00',
    '2023-02-29T09:00+08:00',
    '2023-13-01T09:00+08:00',
    '2023-09-11T09:00+0800',
    '2023-09-11T09:00+24:00',
    '2023-09-11T09:00:00.+08:00',
    '0001-01-01T00:00+08:00',
    '9999-12-31T23:59-00:01',
    '２023-09-11T09:00+08:00',
    '',
  ])('%j is refused', (text) => {
    expect(() => parseInstant(text)).toThrow(InvalidInstant);
  });

  it('agrees with the platform on every millisecond, and comes back from its text', () => {
    fc.assert(
      fc.property(millis, (ms) => {
        const instant = instantOfMillis(ms);
        expect(instant).toBe(new Date(ms).toISOString());
        expect(instantMillis(instant)).toBe(ms);
        expect(parseInstant(instant)).toBe(instant);
        expect(parseInstant(printShanghai(instant))).toBe(instant);
      }),
    );
  });

  it('sorts as text', () => {
    fc.assert(
      fc.property(millis, millis, (a, b) => {
        expect(instantOfMillis(a) < instantOfMillis(b)).toBe(a < b);
      }),
    );
  });

  it('is printed in the time of Shanghai, milliseconds only where there are any', () => {
    expect(printShanghai(parseInstant('2023-09-11T01:00:00Z'))).toBe('2023-09-11T09:00:00+08:00');
    expect(printShanghai(parseInstant('2023-12-31T16:00:00.007Z'))).toBe('2024-01-01T00:00:00.007+08:00');
  });

  it('moves by minutes in either direction', () => {
    expect(addMinutes(parseInstant('2024-05-28T09:00+08:00'), 24 * 60)).toBe('2024-05-29T01:00:00.000Z');
    expect(addMinutes(parseInstant('2024-01-01T00:00Z'), -1)).toBe('2023-12-31T23:59:00.000Z');
  });

  it('refuses a fraction of a millisecond and years beyond four digits', () => {
    expect(() => instantOfMillis(0.5)).toThrow(InvalidInstant);
    expect(() => instantOfMillis(Number.MAX_SAFE_INTEGER)).toThrow(InvalidInstant);
  });
});
