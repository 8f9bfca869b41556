import { checkDigit11_10 } from '@fajiao/kernel';
import type { PaymentCodeFormat } from './profile';

/** Digits of a whole code. */
export function paymentCodeLength(format: PaymentCodeFormat): number {
  return format.division.length + format.yearDigits + format.randomDigits + 1;
}

/** How many codes a year has: `draw` is a random number below it. */
export function paymentCodeDraws(format: PaymentCodeFormat): number {
  return 10 ** format.randomDigits;
}

/**
 * The payment code (缴款码) of a year and a random draw. The caller draws and sees to it that no code is issued twice.
 * @throws RangeError for a draw outside 0 … paymentCodeDraws − 1
 */
export function paymentCode(format: PaymentCodeFormat, year: number, draw: number): string {
  if (!Number.isSafeInteger(draw) || draw < 0 || draw >= paymentCodeDraws(format))
    throw new RangeError(`draw: ${draw}`);
  const digits = [
    format.division,
    String(year).slice(-format.yearDigits),
    String(draw).padStart(format.randomDigits, '0'),
  ].join('');
  return digits + checkDigit11_10(digits);
}

/** Whether a text can be a payment code of this authority: length, division and check digit. Not whether it was issued. */
export function isPaymentCode(format: PaymentCodeFormat, text: string): boolean {
  return (
    /^\d+$/.test(text) &&
    text.length === paymentCodeLength(format) &&
    text.startsWith(format.division) &&
    checkDigit11_10(text.slice(0, -1)) === text.slice(-1)
  );
}
