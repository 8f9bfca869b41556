import { IsCivilDate } from '@fajiao/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { TOTALS_BY, type TotalsBy } from '../read/totals.queries';
import { MoneyDto } from './money.dto';
import { BucketDto } from './statement.dto';

const BANK = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export class TotalsQueryDto {
  @IsIn(TOTALS_BY)
  @ApiProperty({ enum: TOTALS_BY, example: 'day' })
  by!: TotalsBy;

  /** First day of value time. */
  @IsCivilDate()
  from!: string;

  /** Last day of value time. */
  @IsCivilDate()
  through!: string;

  @IsOptional()
  @Matches(BANK)
  @ApiPropertyOptional({ example: 'bank-a' })
  bank?: string;
}

export class TotalDto {
  @ApiProperty({ type: String, nullable: true, example: 'bank-a' })
  bank!: string | null;

  /** A day or a month; null where totals are by bank. */
  @ApiProperty({ type: String, nullable: true, example: '2023-10-08' })
  period!: string | null;

  @ApiProperty({ type: 'integer', example: 1 })
  payments!: number;

  paid!: MoneyDto;

  @ApiProperty({ type: 'integer', example: 0 })
  reversals!: number;

  /** Negative. */
  reversed!: MoneyDto;

  /** As far as statements list it. */
  listed!: MoneyDto;
}

/** What banks reported. Amounts by officer are not offered (APL-74). */
export class TotalsDto {
  @ApiProperty({ type: [TotalDto] })
  items!: readonly TotalDto[];
}

export class MonthDayDto {
  @ApiProperty({ format: 'date', example: '2023-10-08' })
  day!: string;

  @ApiProperty({ type: 'integer', example: 1 })
  lines!: number;

  sum!: MoneyDto;

  reconciled!: boolean;
}

export class AuthorityDto {
  @ApiProperty({ example: '示例县文化和旅游局' })
  name!: string;

  @ApiProperty({ example: '11140922MB0K78GHXR' })
  unifiedSocialCreditCode!: string;
}

/** A month's statement of one bank to the authority (月度对账单, D235-12). */
export class MonthlyStatementDto {
  authority!: AuthorityDto;

  @ApiProperty({ example: 'bank-a' })
  bank!: string;

  @ApiProperty({ example: '2023-10' })
  month!: string;

  @ApiProperty({ type: [MonthDayDto] })
  days!: readonly MonthDayDto[];

  @ApiProperty({ type: 'integer', example: 1 })
  lines!: number;

  sum!: MoneyDto;

  /** Of all the month's lines. */
  @ApiProperty({ type: [BucketDto] })
  buckets!: readonly BucketDto[];
}

export class ArrearsOfAgeDto {
  /** Days after the term of payment; null: it has not ended. */
  @ApiProperty({ type: 'integer', nullable: true, example: 1 })
  fromDay!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 30 })
  throughDay!: number | null;

  @ApiProperty({ type: 'integer', example: 0 })
  fines!: number;

  /** Fine and confiscated gains; surcharge is not in it. */
  owed!: MoneyDto;
}

export class ArrearsDto {
  @ApiProperty({ format: 'date', example: '2023-10-31' })
  on!: string;

  @ApiProperty({ type: [ArrearsOfAgeDto] })
  ages!: readonly ArrearsOfAgeDto[];
}
