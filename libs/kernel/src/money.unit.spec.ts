import fc from 'fast-check';
import {
  chineseAmount,
  fen,
  InvalidAmount,
  minusFen,
  parseYuan,
  printTenThousandYuan,
  printYuan,
  sumFen,
} from './money';

const amounts = fc.maxSafeInteger().map(fen);
const positive = fc.maxSafeNat().map(fen);

describe('money in fen', () => {
  it.each([0.5, NaN, Infinity, 2 ** 53, -(2 ** 53)])('%p is refused', (value) => {
    expect(() => fen(value)).toThrow(InvalidAmount);
  });

  it('has no negative zero', () => {
    expect(Object.is(fen(-0), 0)).toBe(true);
    expect(Object.is(minusFen(fen(0), fen(0)), 0)).toBe(true);
  });

  it('adds and subtracts exactly, and refuses what no longer is exact', () => {
    expect(sumFen()).toBe(0);
    expect(sumFen(fen(8_000_000), fen(6_200_000), fen(8_000_000))).toBe(22_200_000);
    expect(minusFen(fen(1_500_000), fen(2_800_000))).toBe(-1_300_000);
    expect(() => sumFen(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow(InvalidAmount);
    expect(() => minusFen(fen(Number.MIN_SAFE_INTEGER), fen(1))).toThrow(InvalidAmount);
  });
});

describe('yuan', () => {
  it.each([
    ['5000', 500_000],
    ['5000.5', 500_050],
    ['0.05', 5],
    ['-12.05', -1205],
    ['0', 0],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s is read as %d fen', (text, expected) => {
    expect(parseYuan(text)).toBe(expected);
  });

  it.each([
    '5,000',
    '5 000',
    '5000.',
    '.5',
    '1.005',
    '05',
    '+5',
    '-0',
    '-0.00',
    '1e3',
    '¥5',
    '５',
    '',
    ' 5',
    '90071992547409.92',
    '99999999999999999999',
  ])('%j is refused', (text) => {
    expect(() => parseYuan(text)).toThrow(InvalidAmount);
  });

  it('prints two decimals, and six in ten-thousands', () => {
    expect([0, 5, 500_000, -1205].map((n) => printYuan(fen(n)))).toEqual(['0.00', '0.05', '5000.00', '-12.05']);
    expect([0, 1, 500_000, -1205].map((n) => printTenThousandYuan(fen(n)))).toEqual([
      '0.000000',
      '0.000001',
      '0.500000',
      '-0.001205',
    ]);
    expect(printTenThousandYuan(fen(9_006_999_999_999_999))).toBe('9006999999.999999');
  });

  it('what is printed is read back to the fen', () => {
    fc.assert(fc.property(amounts, (amount) => expect(parseYuan(printYuan(amount))).toBe(amount)));
    fc.assert(
      fc.property(amounts, (amount) => expect(Number(printTenThousandYuan(amount).replace('.', ''))).toBe(amount)),
    );
  });
});

describe('an amount in words (大写金额)', () => {
  it.each([
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.5', '伍角'],
    ['1', '壹元整'],
    ['10', '壹拾元整'],
    ['10.05', '壹拾元零伍分'],
    ['5000', '伍仟元整'],
    ['1409.50', '壹仟肆佰零玖元伍角'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元零叁角贰分'],
    ['107000.53', '壹拾万柒仟元零伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['100005', '壹拾万零伍元整'],
    ['100000000', '壹亿元整'],
    ['100000001', '壹亿零壹元整'],
    ['100010000', '壹亿零壹万元整'],
    ['1001000000', '壹拾亿零壹佰万元整'],
    ['90071992547409.91', '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
  ])('%s yuan: %s', (yuan, words) => {
    expect(chineseAmount(parseYuan(yuan))).toBe(words);
  });

  it('refuses a negative amount', () => {
    expect(() => chineseAmount(fen(-1))).toThrow(InvalidAmount);
  });

  it('says one amount only, and never two zeros in a row', () => {
    fc.assert(
      fc.property(positive, (amount) => {
        const words = chineseAmount(amount);
        expect(words).not.toMatch(/零零|.零元|零[亿万]/);
        expect(readWords(words)).toBe(amount);
      }),
      { numRuns: 500 },
    );
  });
});

/** Reads the words by their meaning, place by place: independent of how they were written. */
function readWords(words: string): number {
  const value = (digit: string) => '零壹贰叁肆伍陆柒捌玖'.indexOf(digit);
  const place = { 拾: 10, 佰: 100, 仟: 1000 } as const;
  const [whole, rest] = words.includes('元') ? (words.split('元') as [string, string]) : ['', words];
  let yi = 0n;
  let section = 0n;
  let group = 0;
  let digit = 0;
  for (const word of whole) {
    if (word === '亿') [yi, section, group, digit] = [(section + BigInt(group + digit)) * 100_000_000n, 0n, 0, 0];
    else if (word === '万') [section, group, digit] = [BigInt(group + digit) * 10_000n, 0, 0];
    else if (word in place) [group, digit] = [group + digit * place[word as keyof typeof place], 0];
    else digit = value(word);
  }
  const jiao = /(.)角/.exec(rest)?.[1];
  const cents = /(.)分/.exec(rest)?.[1];
  const yuan = yi + section + BigInt(group + digit);
  return Number(yuan * 100n) + (jiao ? value(jiao) * 10 : 0) + (cents ? value(cents) : 0);
}
