declare const fenBrand: unique symbol;

/** An amount in whole fen (分), a safe integer. Negative only where the name of a thing says so: a reversal, a difference. */
export type Fen = number & { readonly [fenBrand]: true };

/** Not an exact amount in fen. */
export class InvalidAmount extends Error {
  constructor(readonly given: string) {
    super(`not an amount: ${given}`);
    this.name = 'InvalidAmount';
  }
}

/** @throws InvalidAmount for anything but a safe integer */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new InvalidAmount(String(value));
  return (value + 0) as Fen; // −0 becomes 0
}

/** @throws InvalidAmount when the sum is no safe integer */
export function sumFen(...amounts: readonly Fen[]): Fen {
  return amounts.reduce((sum, amount) => fen(sum + amount), fen(0));
}

/** @throws InvalidAmount when the difference is no safe integer */
export function minusFen(from: Fen, amount: Fen): Fen {
  return fen(from - amount);
}

/**
 * Reads yuan exactly: "5000", "5000.5", "-12.05". No thousand separators, signs of currency, blanks or leading zeros.
 * @throws InvalidAmount
 */
export function parseYuan(text: string): Fen {
  const match = /^(-?)(0|[1-9]\d*)(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) throw new InvalidAmount(text);
  const [, sign, yuan, decimals = ''] = match;
  const amount = fen(Number(`${yuan}${decimals.padEnd(2, '0')}`));
  if (sign && amount === 0) throw new InvalidAmount(text);
  return sign ? minusFen(fen(0), amount) : amount;
}

/** "5000.00" */
export function printYuan(amount: Fen): string {
  return printDecimal(amount, 2);
}

/** Ten-thousand yuan (万元) with the six decimals of credit disclosure: 5,000 yuan are "0.500000". */
export function printTenThousandYuan(amount: Fen): string {
  return printDecimal(amount, 6);
}

// By digits, not by division: near 2^53 a quotient has no room for its decimals.
function printDecimal(amount: Fen, decimals: number): string {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

const NUMERALS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['仟', '佰', '拾', ''];

/**
 * The amount in words (大写金额) as bills and decisions write it (支付结算办法附一): "伍仟元整", "壹仟肆佰零玖元伍角",
 * "叁佰贰拾伍元零肆分".
 * @throws InvalidAmount for a negative amount
 */
export function chineseAmount(amount: Fen): string {
  if (amount < 0) throw new InvalidAmount(String(amount));
  const digits = String(amount).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/^0+/, '');
  const [jiao, cents] = [Number(digits.at(-2)), Number(digits.at(-1))];
  const whole = yuan === '' ? '' : `${wholeNumber(yuan)}元`;
  if (jiao === 0 && cents === 0) return `${whole || '零元'}整`;
  const gap = whole !== '' && (jiao === 0 || yuan.endsWith('0')) ? '零' : '';
  return `${whole}${gap}${jiao ? `${NUMERALS[jiao]}角` : ''}${cents ? `${NUMERALS[cents]}分` : ''}`;
}

/** Digits without leading zeros, in words: read in halves at 亿, then at 万, then place by place. */
function wholeNumber(digits: string): string {
  for (const [unit, places] of [
    ['亿', 8],
    ['万', 4],
  ] as const) {
    if (digits.length <= places) continue;
    const low = digits.slice(-places);
    const rest = low.replace(/^0+/, '');
    const gap = rest !== '' && low.startsWith('0') ? '零' : '';
    return `${wholeNumber(digits.slice(0, -places))}${unit}${gap}${rest === '' ? '' : wholeNumber(rest)}`;
  }
  return [...digits]
    .map((digit, i) => (digit === '0' ? '零' : `${NUMERALS[Number(digit)]}${PLACES[4 - digits.length + i]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
}
