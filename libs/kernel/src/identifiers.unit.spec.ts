import fc from 'fast-check';
import {
  birthDateOf,
  checkDigit11_10,
  citizenCheck,
  creditCodeCheck,
  hmacHex,
  isCitizenId,
  isOrganisationCode,
  isUnifiedSocialCreditCode,
  isUuid,
  organisationCheck,
  sha256Hex,
  uuid5,
} from './identifiers';

const DIGITS = '0123456789';
const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const textOf = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
const at = (length: number) => fc.nat({ max: length - 1 });
const replaced = (text: string, i: number, char: string) => text.slice(0, i) + char + text.slice(i + 1);
const swapped = (text: string, i: number) => text.slice(0, i) + text.charAt(i + 1) + text.charAt(i) + text.slice(i + 2);

const creditCodes = fc
  .tuple(fc.constantFrom('91', '92', '11', '12', '51', 'Y1'), textOf(DIGITS, 6), textOf(CODE_ALPHABET, 8))
  .map(([kind, division, organisation]) => `${kind}${division}${organisation}${organisationCheck(organisation)}`)
  .map((first17) => `${first17}${creditCodeCheck(first17)}`);
const citizenIds = fc
  .tuple(
    textOf('123456', 1),
    textOf(DIGITS, 5),
    fc.integer({ min: 1900, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    textOf(DIGITS, 3),
  )
  .map(
    ([p, d, y, m, day, serial]) => `${p}${d}${y}${String(m).padStart(2, '0')}${String(day).padStart(2, '0')}${serial}`,
  )
  .map((first17) => `${first17}${citizenCheck(first17)}`);

describe('a unified social credit code', () => {
  it.each(['92140922MA0K12ABXA', '91140922MA0K34CD5E', '91140922MA0K56EF0A', '91140922MA0KA1JK7D'])(
    '%s is one',
    (code) => {
      expect(isUnifiedSocialCreditCode(code)).toBe(true);
    },
  );

  it.each([
    ['a wrong check character', '92140922MA0K12ABXB'],
    ['a wrong check character of the organisation part', '92140922MA0K12AB3' + creditCodeCheck('92140922MA0K12AB3')],
    ['lower case', '92140922ma0k12abxa'],
    ['a letter that the alphabet leaves out', '92140922IA0K12ABXA'],
    ['a letter in the division', '921409A2MA0K12ABXA'],
    ['17 characters', '92140922MA0K12ABX'],
    ['19 characters', '92140922MA0K12ABXAA'],
    ['nothing', ''],
  ])('refused: %s', (_, code) => {
    expect(isUnifiedSocialCreditCode(code)).toBe(false);
  });

  it('its check character finds every single wrong character and every swap of two neighbours', () => {
    fc.assert(
      fc.property(creditCodes, at(18), fc.constantFrom(...CODE_ALPHABET), at(17), (code, i, char, j) => {
        expect(isUnifiedSocialCreditCode(code)).toBe(true);
        expect(isUnifiedSocialCreditCode(replaced(code, i, char))).toBe(char === code[i]);
        expect(isUnifiedSocialCreditCode(swapped(code, j))).toBe(code[j] === code[j + 1]);
      }),
    );
  });

  it('its organisation part has a check character of its own, X for ten', () => {
    expect(isOrganisationCode('MA0K12ABX')).toBe(true);
    expect(isOrganisationCode('MA0K12AB1')).toBe(false);
  });
});

describe('a citizen id', () => {
  it.each([
    ['140922198503120018', '1985-03-12'],
    ['140922199001010024', '1990-01-01'],
    ['140922201011050150', '2010-11-05'],
    ['140922200803020246', '2008-03-02'],
    ['11010519491231002X', '1949-12-31'],
  ])('%s is one, born on %s', (id, birth) => {
    expect(isCitizenId(id)).toBe(true);
    expect(birthDateOf(id)).toBe(birth);
  });

  it.each([
    ['a wrong check character', '140922198503120019'],
    ['a day that does not exist', '14092219850230001' + citizenCheck('14092219850230001')],
    ['a small x', '11010519491231002x'],
    ['15 digits of the old kind', '140922850312001'],
    ['nothing', ''],
  ])('refused: %s', (_, id) => {
    expect(isCitizenId(id)).toBe(false);
  });

  it('its check character finds every single wrong digit and every swap of two neighbours', () => {
    fc.assert(
      fc.property(citizenIds, at(17), fc.constantFrom(...DIGITS), at(17), (id, i, digit, j) => {
        expect(isCitizenId(id)).toBe(true);
        expect(isCitizenId(replaced(id, i, digit))).toBe(digit === id[i]);
        expect(isCitizenId(swapped(id, j))).toBe(id[j] === id[j + 1]);
      }),
    );
  });
});

describe('the check digit of ISO 7064 MOD 11,10', () => {
  const withCheck = (digits: string) => digits + checkDigit11_10(digits);
  const isValid = (code: string) => checkDigit11_10(code.slice(0, -1)) === code.slice(-1);

  it('is that of the standard’s example: 0794 gets 5', () => {
    expect(checkDigit11_10('0794')).toBe('5');
  });

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(textOf(DIGITS, 19), at(20), fc.constantFrom(...DIGITS), (digits, i, digit) => {
        const code = withCheck(digits);
        expect(isValid(replaced(code, i, digit))).toBe(digit === code[i]);
      }),
    );
  });

  it('finds nearly every swap of two neighbours: it misses fewer than one in forty', () => {
    let swaps = 0;
    let missed = 0;
    for (let n = 0; n < 10_000; n += 1) {
      const code = withCheck(String(n).padStart(4, '0'));
      for (let i = 0; i < 4; i += 1) {
        if (code[i] === code[i + 1]) continue;
        swaps += 1;
        if (isValid(swapped(code, i))) missed += 1;
      }
    }
    expect(missed / swaps).toBeLessThan(1 / 40);
    expect(missed).toBeGreaterThan(0);
  });

  it('refuses anything but digits', () => {
    expect(() => checkDigit11_10('')).toThrow(RangeError);
    expect(() => checkDigit11_10('12a')).toThrow(RangeError);
  });
});

describe('names and digests', () => {
  it('a name-based UUID is that of RFC 9562', () => {
    expect(uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });

  it('a namespace may be any text: it is first made a UUID in the project’s own', () => {
    const id = uuid5('policy:number-decisions', '2ed6657d-e927-568b-95e1-2665a8aea6a2');
    expect(isUuid(id)).toBe(true);
    expect(uuid5('policy:number-decisions', '2ed6657d-e927-568b-95e1-2665a8aea6a2')).toBe(id);
    expect(uuid5('policy:other', '2ed6657d-e927-568b-95e1-2665a8aea6a2')).not.toBe(id);
  });

  it('digests text as UTF-8', () => {
    expect(sha256Hex('罚缴')).toBe(sha256Hex(new TextEncoder().encode('罚缴')));
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(hmacHex('key', 'The quick brown fox jumps over the lazy dog')).toBe(
      'f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8',
    );
  });
});
