import fc from 'fast-check';
import { Problem } from '../problem/problem';
import { parseStrictJson } from './strict-json';

function faultsOf(text: string): unknown {
  try {
    return parseStrictJson(text);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.content.errors ?? error.code;
  }
}

describe('parseStrictJson', () => {
  const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0'));
  const { value: anything } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.boolean(),
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, min: -1e15, max: 1e15 }).map((value) => (Object.is(value, -0) ? 0 : value)),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(
        text.filter((key) => !/^(0|[1-9]\d*)$/.test(key) && !(key in Object.prototype)),
        tie('value'),
        { maxKeys: 4, noNullPrototype: true },
      ),
    ),
  }));

  it('reads whatever can be kept as JSON.parse reads it, with any white space', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('', ' ', '\t', 2), (value, space) => {
        const written = JSON.stringify(value, null, space);
        expect(parseStrictJson(` ${written}\n`)).toEqual(JSON.parse(written));
      }),
    );
  });

  it('never reads what JSON.parse does not, nor reads it otherwise', () => {
    const pieces = fc.constantFrom(
      ...'{}[]:,"\\-+.eE0123456789tfn \n',
      'true',
      'null',
      '"a"',
      '\\u00e4',
      '1e5',
      '"b":',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const written = parts.join('');
        let read: unknown;
        try {
          read = parseStrictJson(written);
        } catch {
          return;
        }
        expect(read).toEqual(JSON.parse(written));
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    '',
    ' ',
    '{',
    '{"a":1',
    '{"a" 1}',
    '{a:1}',
    "{'a':1}",
    '[1,]',
    '01',
    '1.',
    '.5',
    '+1',
    'NaN',
    'tru',
    '"\t"',
    '"\\x"',
    '1 2',
  ])('knows that %j is no JSON', (written) => expect(faultsOf(written)).toBe('json.malformed'));

  it('says where it stopped understanding', () => {
    expect(() => parseStrictJson('{"a": tru}')).toThrow(
      expect.objectContaining({ content: { detail: { offset: 6 } } }) as Error,
    );
  });

  it.each<[string, string, string]>([
    ['{"a":1,"b":{"c":1,"c":2}}', '#/b/c', 'field.duplicate'],
    ['{"a":1,"\\u0061":2}', '#/a', 'field.duplicate'],
    ['{"a":[1,9007199254740993]}', '#/a/1', 'field.inexact-number'],
    ['{"a":1e400}', '#/a', 'field.inexact-number'],
    ['{"a":"\\u0000"}', '#/a', 'field.unstorable-text'],
    ['{"a":"\\udc00"}', '#/a', 'field.unstorable-text'],
    ['{"a":{"7":1}}', '#/a/7', 'field.key'],
    ['{"__proto__":{}}', '#/__proto__', 'field.key'],
    ['{"a":{"constructor":[]}}', '#/a/constructor', 'field.key'],
    ['{"toString":1}', '#/toString', 'field.key'],
    ['{"a":null}', '#/a', 'field.null'],
    ['{"a/b":{"c~d":null}}', '#/a~1b/c~0d', 'field.null'],
    ['{"记录":null}', '#/%E8%AE%B0%E5%BD%95', 'field.null'],
  ])('refuses %s', (written, pointer, code) => {
    expect(faultsOf(written)).toEqual([{ pointer, code }]);
  });

  it.each(['x', '\u00e4', '\\n', '\\u8bb0', '记'])('reads a megabyte of %j', (unit) => {
    const written = `{"a":"${unit.repeat((1024 * 1024) / unit.length)}"}`;
    expect(parseStrictJson(written)).toEqual(JSON.parse(written));
  });

  it('tells every fault at once', () => {
    expect(faultsOf('{"a":null,"a":1e999,"b":null}')).toHaveLength(4);
  });

  it('reads 32 levels and no more, however deep the rest is', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(faultsOf(nested(32))).toEqual(JSON.parse(nested(32)));
    expect(faultsOf(nested(100_000))).toMatchObject([{ code: 'field.too-deep' }]);
  });
});
