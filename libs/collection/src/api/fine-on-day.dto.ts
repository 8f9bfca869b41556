import { ApiProperty } from '@nestjs/swagger';
import { PaymentTermDto } from './fine-parts.dto';
import { MoneyDto } from './money.dto';

const date = { type: String, format: 'date', example: '2023-10-13' } as const;

/** What is due on a day, before any payment of that day, and what it is made of. */
export class AmountDueDto {
  @ApiProperty({ format: 'uuid' })
  fineId!: string;

  @ApiProperty({ ...date, example: '2023-10-20' })
  on!: string;

  amountDue!: MoneyDto;

  /** Of it, the fine itself. */
  fine!: MoneyDto;

  confiscatedGains!: MoneyDto;

  surcharge!: MoneyDto;

  @ApiProperty({ ...date, nullable: true })
  paymentDue!: string | null;

  paymentTerm!: PaymentTermDto;
}

export class SurchargeDayDto {
  @ApiProperty({ ...date, example: '2023-10-14' })
  day!: string;

  /** The fine that was unpaid and overdue at the start of the day. */
  base!: MoneyDto;

  /** Arisen up to and including the day. */
  arisen!: MoneyDto;
}

/** The surcharge that has arisen up to and including a day (APL-72). */
export class SurchargeDto {
  @ApiProperty({ format: 'uuid' })
  fineId!: string;

  @ApiProperty({ ...date, example: '2023-10-20' })
  on!: string;

  surcharge!: MoneyDto;

  /** Whether the decision states a surcharge; otherwise none ever arises. */
  @ApiProperty({ example: true })
  stated!: boolean;

  /** Thousandths of the unpaid fine a day. */
  @ApiProperty({ type: 'integer', example: 30 })
  perMillePerDay!: number;

  /** Hundredths of the fine that the sum never exceeds. */
  @ApiProperty({ type: 'integer', example: 100 })
  capPercent!: number;

  /** @example 'APL-72' */
  source!: string;

  /** The days on which it arose; the table ends where the cap is reached. */
  @ApiProperty({ type: [SurchargeDayDto] })
  days!: readonly SurchargeDayDto[];
}
