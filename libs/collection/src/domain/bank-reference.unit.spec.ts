import * as fc from 'fast-check';
import { bankReferenceOf, isBankReference, paymentId } from './bank-reference';

const banks = fc.constantFrom('a', 'a-b', 'bank-a', 'bank-b', 'icbc');
const references = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter(isBankReference);

describe('the stream of a bank’s reference', () => {
  it('keeps an ordinary reference readable', () => {
    expect(paymentId({ bank: 'bank-a', reference: 'A20231008000117' })).toBe('bank-a-A20231008000117');
  });

  it('tells apart what only looks the same', () => {
    const ids = [
      { bank: 'a', reference: 'b-1' },
      { bank: 'a-b', reference: '1' },
      { bank: 'a', reference: 'b%2D1' },
      { bank: 'a', reference: 'b 1' },
      { bank: 'a', reference: 'b/1' },
      { bank: 'a', reference: 'B1' },
      { bank: 'a', reference: 'b1' },
      { bank: 'a', reference: '流水１' },
    ].map(paymentId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is one for each bank and reference, and reads back', () => {
    fc.assert(
      fc.property(banks, references, (bank, reference) => {
        const id = paymentId({ bank, reference });
        expect(id).toMatch(/^[a-z0-9-]+-[A-Za-z0-9._%]+$/);
        expect(bankReferenceOf(`payment-${id}`)).toEqual({ bank, reference });
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['blanks at an end', ' A1'],
    ['blanks at an end', 'A1 '],
    ['a line break', 'A\n1'],
    ['a NUL', 'A\u0000'],
    ['an invisible character', 'A\u200b1'],
    ['a lone surrogate', 'A\ud800'],
    ['a decomposed character, whose composed form looks the same', 'e\u0301'],
    ['more than 64 characters', 'A'.repeat(65)],
    ['more than 128 bytes', '水'.repeat(43)],
  ])('is not made of %s', (_, reference) => expect(isBankReference(reference)).toBe(false));

  it.each(['A1', '2023/10/08-7', 'A 1', '#1', '工行流水 17', '%', '..', '💴'])('may be made of %s', (reference) =>
    expect(isBankReference(reference)).toBe(true),
  );
});
