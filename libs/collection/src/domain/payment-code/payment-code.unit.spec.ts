import { isPaymentCode } from '@fajiao/rulebook';
import * as fc from 'fast-check';
import { rulebook } from '../../spec-support/samples.fixture.spec';
import { codeFaultOf, derivePaymentCode } from './payment-code';

const format = rulebook.profile.paymentCode;
const key = Buffer.from('a key of the tests');
const of = { fineId: '0b2f4a5e-7b1c-5d3e-9f00-000000000001', plan: 0, instalment: 1, attempt: 0 };

describe('a payment code', () => {
  it('has 20 digits: division, year, eleven that cannot be guessed, and a check digit', () => {
    const code = derivePaymentCode(format, key, 2023, of);
    expect(code).toMatch(/^14092223\d{12}$/);
    expect(isPaymentCode(format, code)).toBe(true);
  });

  it('is the same for the same fine, and another for another attempt, instalment, fine or key', () => {
    const code = derivePaymentCode(format, key, 2023, of);
    expect(derivePaymentCode(format, key, 2023, { ...of })).toBe(code);
    const others = [
      derivePaymentCode(format, key, 2023, { ...of, attempt: 1 }),
      derivePaymentCode(format, key, 2023, { ...of, instalment: 2 }),
      derivePaymentCode(format, key, 2023, { ...of, fineId: '0b2f4a5e-7b1c-5d3e-9f00-000000000002' }),
      derivePaymentCode(format, Buffer.from('another key'), 2023, of),
    ];
    expect(new Set([code, ...others]).size).toBe(5);
  });

  it('says what is wrong with one that leads nowhere, whichever digit is mistyped', () => {
    const code = derivePaymentCode(format, key, 2023, of);
    expect(codeFaultOf(format, code)).toBe('not-issued');
    expect(codeFaultOf(format, null)).toBe('missing');
    expect(codeFaultOf(format, '99999999999999999999')).toBe('form');
    expect(codeFaultOf(format, `${code}0`)).toBe('form');
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 19 }), fc.integer({ min: 1, max: 9 }), (place, change) => {
        const digit = (Number(code[place]) + change) % 10;
        const mistyped = code.slice(0, place) + String(digit) + code.slice(place + 1);
        expect(codeFaultOf(format, mistyped)).toBe('check-digit');
      }),
    );
  });
});
