import { ApiProperty } from '@nestjs/swagger';
import { BUCKETS, type Bucket } from '../domain/statement/bucket';
import { MoneyDto } from './money.dto';

export class BucketDto {
  @ApiProperty({ enum: BUCKETS, example: 'matched' })
  bucket!: Bucket;

  @ApiProperty({ type: 'integer', example: 1 })
  lines!: number;

  sum!: MoneyDto;
}

/** A callback that the bank's own statements do not know of. */
export class MissingDto {
  /** @example 'A20231008000118' */
  reference!: string;

  @ApiProperty({ enum: ['payment', 'reversal'], example: 'payment' })
  kind!: 'payment' | 'reversal';

  /** Negative for a reversal. */
  amount!: MoneyDto;

  @ApiProperty({ enum: ['unknown-to-bank'], example: 'unknown-to-bank' })
  bucket!: 'unknown-to-bank';
}

/** A bank's statement of one day (对账单), and what became of its lines. */
export class StatementDto {
  /** @example 'bank-a' */
  bank!: string;

  @ApiProperty({ format: 'date', example: '2023-10-08' })
  date!: string;

  /** How many there are. */
  @ApiProperty({ type: 'integer', example: 1 })
  lines!: number;

  sum!: MoneyDto;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;

  /** When the last line had its bucket; null: some have none yet. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  reconciledAt!: string | null;

  /** Each line is in one; together they are the lines. */
  @ApiProperty({ type: [BucketDto] })
  buckets!: readonly BucketDto[];

  /** Callbacks of that day that no statement lists: how many, and the first of them. */
  @ApiProperty({ type: 'integer', example: 0 })
  missingCount!: number;

  @ApiProperty({ type: [MissingDto], example: [] })
  missing!: readonly MissingDto[];

  /** Other statements that came for the same day, recorded without effect. */
  @ApiProperty({ type: 'integer', example: 0 })
  conflicts!: number;
}
