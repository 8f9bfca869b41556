import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { BUCKETS, type Bucket, STATEMENT_KINDS, type StatementKind } from '../domain/statement/bucket';
import { MoneyDto } from './money.dto';
import { BucketDto } from './statement.dto';

export class StatementFileQueryDto {
  /** `true`: tells what would become of the file, of at most 100,000 lines, and keeps nothing. */
  @IsOptional()
  @IsIn(['true', 'false'])
  @ApiPropertyOptional({ enum: ['true', 'false'], default: 'false' })
  dryRun?: 'true' | 'false';
}

/** A line that somebody would have to look at. */
export class DiscrepancyDto {
  @ApiProperty({ type: 'integer', example: 3 })
  line!: number;

  @ApiProperty({ type: String, nullable: true, example: 'A20231008000117' })
  reference!: string | null;

  amount!: MoneyDto;

  @ApiProperty({ enum: BUCKETS, example: 'amount-differs' })
  bucket!: Bucket;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, example: { reportedFen: 5000000 } })
  because!: Readonly<Record<string, string | number>> | null;
}

/** The file is kept whole, and is reconciled now; of a dry run, what would become of it. */
export class StatementFileReceiptDto {
  /** @example 'bank-a' */
  bank!: string;

  @ApiProperty({ format: 'date', example: '2023-10-08' })
  date!: string;

  @ApiProperty({ enum: STATEMENT_KINDS, example: 'statement' })
  kind!: StatementKind;

  @ApiProperty({ enum: ['csv', 'camt'], example: 'csv' })
  format!: 'csv' | 'camt';

  @ApiProperty({ type: 'integer', example: 1 })
  lines!: number;

  /** Those that cannot be read; they stop nothing. */
  @ApiProperty({ type: 'integer', example: 0 })
  malformed!: number;

  /** Sum of the lines, as far as they can be read. */
  sum!: MoneyDto;

  /** What the file's trailer says. */
  controlSum!: MoneyDto;

  /** Null: a dry run keeps nothing. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  receivedAt!: string | null;

  /** Of a dry run. */
  @ApiProperty({ type: [BucketDto], nullable: true })
  buckets!: readonly BucketDto[] | null;

  /** Of a dry run: the first 100. */
  @ApiProperty({ type: [DiscrepancyDto], nullable: true })
  discrepancies!: readonly DiscrepancyDto[] | null;
}
