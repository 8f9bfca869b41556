import fc from 'fast-check';
import { canonicalJson, NotCanonical } from './canonical-json';

describe('canonicalJson', () => {
  it('prints the sample of RFC 8785', () => {
    const sample: unknown = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(sample)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts keys by UTF-16 code units, at every depth', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '\ud83d\ude00', '\u0080', '\u00f6', 'a', 'B'];
    const sorted = ['\r', 'B', 'a', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    const record = Object.fromEntries(keys.map((key) => [key, 1]));
    const parsed = JSON.parse(canonicalJson({ inner: [record] })) as { inner: [object] };
    expect(Object.keys(parsed.inner[0])).toEqual(sorted);
  });

  it.each([
    ['undefined', { a: { b: undefined } }, 'a.b is of type undefined'],
    ['a hole in a list', { a: Array(1) }, 'a[0] is of type undefined'],
    ['NaN', { a: Number.NaN }, 'a is not finite'],
    ['infinity', { a: -Infinity }, 'a is not finite'],
    ['a bigint', { a: 1n }, 'a is of type bigint'],
    ['a function', { a: () => 1 }, 'a is of type function'],
    ['a key that looks like an integer', { a: { 12: 1 } }, 'a.12 has a key that looks like an integer'],
    ['the key 0', { 0: 1 }, '0 has a key that looks like an integer'],
    ['a lone surrogate', { a: 'x\ud800' }, 'a holds a lone surrogate'],
    ['a lone surrogate in a key', { '\udc00': 1 }, '\udc00 holds a lone surrogate'],
    ['a date', { a: new Date(0) }, 'a is of type object'],
    ['a map', { a: new Map() }, 'a is of type object'],
    ['nothing at all', undefined, 'the value is of type undefined'],
  ])('refuses %s and says where', (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(NotCanonical);
    expect(() => canonicalJson(value)).toThrow(message);
  });

  it('is a fixed point, survives stores that parse it, and does not depend on the order of keys', () => {
    const key = fc.string({ unit: 'binary' }).filter((text) => !/^(0|[1-9]\d*)$/.test(text));
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom(null, true, false),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.string({ unit: 'binary' }),
        fc.array(tie('value'), { maxLength: 5 }),
        fc.dictionary(key, tie('value'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(value, (sample) => {
        const text = canonicalJson(sample);
        const parsed: unknown = JSON.parse(text);
        expect(canonicalJson(parsed)).toBe(text);
        expect(JSON.stringify(parsed)).toBe(text);
        expect(canonicalJson(reversed(sample))).toBe(text);
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
