import { PageQueryDto } from '@fajiao/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { BUCKETS, type Bucket, STATEMENT_KINDS, type StatementKind } from '../domain/statement/bucket';
import { MoneyDto } from './money.dto';

/** Which of a bank's files of a day. */
export class StatementQueryDto {
  /** `statement` where it is left out. */
  @IsOptional()
  @IsIn(STATEMENT_KINDS)
  @ApiPropertyOptional({ enum: STATEMENT_KINDS, example: 'statement' })
  kind?: StatementKind;
}

/** Which lines of it. */
export class StatementLinesQueryDto extends PageQueryDto {
  /** `statement` where it is left out. */
  @IsOptional()
  @IsIn(STATEMENT_KINDS)
  @ApiPropertyOptional({ enum: STATEMENT_KINDS, example: 'statement' })
  kind?: StatementKind;

  @IsOptional()
  @IsIn(BUCKETS)
  @ApiPropertyOptional({ enum: BUCKETS, example: undefined })
  bucket?: Bucket;
}

/** A rule that was tried on a line. */
export class TriedRuleDto {
  @ApiProperty({ enum: BUCKETS, example: 'amount-differs' })
  bucket!: Bucket;

  /** Only the last one fits. */
  fits!: boolean;
}

/** A line that has its bucket. */
export class StatementLineDto {
  /** From 1. */
  @ApiProperty({ type: 'integer', example: 3 })
  line!: number;

  /** Null: it cannot be read. */
  @ApiProperty({ type: String, nullable: true, example: 'A20231008000117' })
  reference!: string | null;

  amount!: MoneyDto;

  @ApiProperty({ enum: BUCKETS, example: 'amount-differs' })
  bucket!: Bucket;

  /** The fine that has the money. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  fineId!: string | null;

  /** The line names another payment code than the callback did; the callback's holds. */
  codeDiffers!: boolean;

  /** The rules in the order in which they were tried. */
  @ApiProperty({ type: [TriedRuleDto] })
  tried!: readonly TriedRuleDto[];

  /** What the rule that fits rests on; null where the bucket says it all. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, example: { reportedFen: 5000000 } })
  because!: Readonly<Record<string, string | number>> | null;
}

export class StatementLinesDto {
  @ApiProperty({ type: [StatementLineDto] })
  items!: readonly StatementLineDto[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next!: string | null;
}

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

  @ApiProperty({ enum: STATEMENT_KINDS, example: 'statement' })
  kind!: StatementKind;

  /** How many there are. */
  @ApiProperty({ type: 'integer', example: 1 })
  lines!: number;

  sum!: MoneyDto;

  /** What the file's trailer says; it differs from `sum` by what cannot be read. Null: it came without one. */
  @ApiProperty({ type: MoneyDto, nullable: true })
  controlSum!: MoneyDto | null;

  /** Lines that are kept by now, and lines that have their bucket: how far it is. */
  @ApiProperty({ type: 'integer', example: 1 })
  stored!: number;

  @ApiProperty({ type: 'integer', example: 1 })
  sorted!: number;

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
