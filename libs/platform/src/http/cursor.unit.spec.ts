import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor';

describe('a cursor', () => {
  it('comes back with the values that it was made of, safe in a URL', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 3 }), (values) => {
        const cursor = encodeCursor(values);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeCursor(cursor, values.length)).toEqual(values);
      }),
    );
  });

  it.each([
    '',
    'x',
    '!!!',
    encodeCursor(['a']),
    encodeCursor(['a', 'b', 'c']),
    Buffer.from('["a",{}]').toString('base64url'),
  ])('that is not ours is refused: %j', (cursor) => {
    expect(() => decodeCursor(cursor, 2)).toThrow(expect.objectContaining({ code: 'cursor.invalid' }) as Error);
  });
});
