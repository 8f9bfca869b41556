import { applyDecorators } from '@nestjs/common';
import { IsFen } from '@fajiao/platform';
import { ApiProperty } from '@nestjs/swagger';
import { Max, ValidateBy } from 'class-validator';
import { isBankReference } from '../domain/bank-reference';
import { MOST_FEN } from '../domain/statement/statement-line';

/** A bank's own number of a payment (银行流水号): printable text of 1 to 64 characters. */
export function IsBankReference(example: string): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && isBankReference(value);
  return applyDecorators(
    ValidateBy({ name: 'bankReference', validator: { validate } }),
    ApiProperty({ minLength: 1, maxLength: 64, example }),
  );
}

const BANK_ID = /^[a-z0-9]+(-[a-z0-9]+)*(\.test)?$/;

/** Lower-case letters, digits, and `-` between them; `.test` for what a bank sent in test mode. */
export const isBankId = (text: string): boolean => BANK_ID.test(text);

/** Money of one payment, in fen. */
export function IsPaymentFen(): PropertyDecorator {
  return applyDecorators(IsFen({ min: 1 }), Max(MOST_FEN));
}
