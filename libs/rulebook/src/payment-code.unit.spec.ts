import fc from 'fast-check';
import { loadRulebook } from './load-rulebook';
import { isPaymentCode, paymentCode, paymentCodeDraws } from './payment-code';

const format = loadRulebook().profile.paymentCode;

describe('a payment code', () => {
  it('has 20 digits: division, year, draw, check digit', () => {
    const code = paymentCode(format, 2023, 42);
    expect(code).toMatch(/^1409222300000000042\d$/);
    expect(isPaymentCode(format, code)).toBe(true);
  });

  it('is valid for every draw, and with no single digit changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: paymentCodeDraws(format) - 1 }),
        fc.nat({ max: 19 }),
        fc.nat({ max: 9 }),
        (draw, i, digit) => {
          const code = paymentCode(format, 2024, draw);
          const changed = code.slice(0, i) + digit + code.slice(i + 1);
          expect(isPaymentCode(format, changed)).toBe(changed === code);
        },
      ),
    );
  });

  it.each([
    '',
    '99999999999999999999',
    '1409222300000000042',
    ' 1409222300000000042',
    '１４０９２２２３００００００００００４２１',
  ])('%j is none', (text) => {
    expect(isPaymentCode(format, text)).toBe(false);
  });

  it('refuses a draw that has no room', () => {
    expect(() => paymentCode(format, 2024, paymentCodeDraws(format))).toThrow(RangeError);
    expect(() => paymentCode(format, 2024, -1)).toThrow(RangeError);
    expect(() => paymentCode(format, 2024, 0.5)).toThrow(RangeError);
  });
});
