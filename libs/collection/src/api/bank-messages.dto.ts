import { IsCivilDate, IsInstant, Text } from '@fajiao/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsOptional, Matches } from 'class-validator';
import { CODE_FORM } from '../domain/statement/statement-line';
import { IsBankReference, IsPaymentFen } from './bank-fields';

/** A payment was made (缴款). */
export class ReportPaymentDto {
  /** The bank's own number of the payment. */
  @IsBankReference('A20231008000117')
  reference!: string;

  /** The payment code as the payer gave it. A wrong one is no fault of the message: the money is held in suspense. */
  @Text({ max: 64 })
  @Matches(CODE_FORM)
  @ApiProperty({ example: '14092223481920375167' })
  code!: string;

  /** In fen. */
  @IsPaymentFen()
  fen!: number;

  /** The bank's value time: it decides, not the arrival of the message. */
  @IsInstant()
  paidAt!: string;
}

/** A whole payment was taken back (冲正). */
export class ReportReversalDto {
  /** The bank's own number of the reversal. */
  @IsBankReference('A20231008000903')
  reference!: string;

  /** The reference of the payment that is taken back. */
  @IsBankReference('A20231008000117')
  reverses!: string;

  /** The amount of that payment, in fen. */
  @IsPaymentFen()
  fen!: number;

  /** The bank's value time; the time of the message where it is left out. */
  @IsOptional()
  @IsInstant()
  @ApiPropertyOptional()
  reversedAt?: string;
}

/** The money of a payment has reached the treasury (国库入账). */
export class ReportTreasuryCreditDto {
  /** The reference of the payment. */
  @IsBankReference('A20231008000117')
  reference!: string;

  /** The amount of that payment, in fen. */
  @IsPaymentFen()
  fen!: number;

  /** The time of the message where it is left out. */
  @IsOptional()
  @IsInstant()
  @ApiPropertyOptional()
  creditedAt?: string;
}

/** The statement of a day (对账单). */
export class SendStatementDto {
  @IsCivilDate()
  date!: string;

  /**
   * A line is `{ reference, fen, code?, reverses?, refunds?, covers? }`; `fen` is negative, and `reverses` says what is taken
   * back, where money was taken back; so it is where the treasury has paid out the refund `refunds`; `covers` names the
   * payments that are booked as one, where their sum is exactly `fen`: without spaces as JSON, its array takes at most 600
   * bytes, and what covers more comes as a line for each payment. A line that cannot be read does not stop the others.
   */
  @IsArray()
  @ApiProperty({
    type: 'array',
    items: {
      type: 'object',
      required: ['reference', 'fen'],
      properties: {
        reference: { type: 'string', maxLength: 64 },
        fen: { type: 'integer', format: 'int64' },
        code: { type: 'string', maxLength: 64 },
        reverses: { type: 'string', maxLength: 64 },
        refunds: { type: 'string', format: 'uuid' },
        covers: { type: 'array', minItems: 2, uniqueItems: true, items: { type: 'string', maxLength: 64 } },
      },
    },
    example: [{ reference: 'A20231008000117', fen: 500000 }],
  })
  lines!: readonly unknown[];
}
