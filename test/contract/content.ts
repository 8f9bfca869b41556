import { canonicalJson } from '@fajiao/event-store';
import { all, everything, newEvent, newStream } from './sample-events';
import type { Topic } from './store-under-test';

/** The bytes that were written are the bytes that are read, on every way. */
export function content({ under, decision }: Topic): void {
  const values = {
    'an empty record': {},
    'control characters and NUL': { text: '\0\u0001\u001f\u007f\u0080\b\t\n\f\r' },
    'quotes, backslashes and markup': { text: `"\\/'<>&\u2028\u2029` },
    'text of all planes': { text: 'ABC中文𠀀👩‍⚖️e\u0301\ufeff\uffff' },
    'keys out of order': { b: 1, a: 2, é: 3, '\ud83d\ude00': 4, '\ufb33': 5, A: 6 },
    'awkward keys': { '': 1, ' ': 2, __proto__x: 3, constructor: 4, toString: 5, '-1': 6, '1.5': 7, '01': 8 },
    'a __proto__ key': JSON.parse('{"__proto__":{"x":1}}') as object,
    numbers: { a: 0, b: -0, c: 1e21, d: 1e-7, e: 0.1, f: 9007199254740991, g: -9007199254740991, h: 5e-324 },
    nesting: { a: [[], [{}], [null, true, false]], b: { c: { d: { e: [1, [2, [3]]] } } } },
    'what looks like other notations': { a: '{"x":1}', b: '\\x00', c: '\\u0000', d: '$1', e: 'NULL', f: '2023-09-11' },
  };
  it.each(Object.entries(values))('%s', async (_, value) => {
    const stream = newStream();
    const written = newEvent({ data: canonicalJson(value), metadata: canonicalJson({ value }) });
    const { position } = await decision().append(stream, [written], 'none');

    const stored = { ...written, stream, revision: 0, position };
    expect(await all(decision().read(stream))).toEqual([stored]);
    expect(await decision().last(stream)).toEqual(stored);
    const audit = await under().open('audit');
    expect((await everything(audit)).at(-1)).toEqual(stored);
    await audit.close();
    expect(await decision().append(stream, [written], 'none')).toMatchObject({ revision: 0, position });
  });
}
