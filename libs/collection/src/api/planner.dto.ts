import { IsCivilDate, PageQueryDto } from '@fajiao/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { PLAN_STANDINGS, type PlanStanding } from '../domain/fine/enforcement-plan';
import { PaymentTermDto } from './fine-parts.dto';
import { MoneyDto } from './money.dto';

const dateOrNull = { type: String, format: 'date', nullable: true } as const;

/** What may be asked of the planner. */
export class PlannerQueryDto extends PageQueryDto {
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ example: undefined })
  on?: string;

  @IsOptional()
  @IsIn(PLAN_STANDINGS)
  @ApiPropertyOptional({ enum: PLAN_STANDINGS, example: undefined })
  standing?: PlanStanding;

  /** Only what is lost within so many days, or is lost. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(366)
  @ApiPropertyOptional({ type: 'integer', example: 30 })
  within?: number;
}

/** An unpaid fine: by when it must be demanded (催告) and taken to court. */
export class PlannedFineDto {
  @ApiProperty({ format: 'uuid' })
  fineId!: string;

  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  /** @example '（示）文综罚字〔2023〕第1号' */
  documentNumber!: string;

  @ApiProperty({ type: String, nullable: true, example: '示例网络服务中心' })
  partyName!: string | null;

  /** Fine and gains that are not paid; surcharge is told by `amount-due`. */
  principalUnpaid!: MoneyDto;

  @ApiProperty({ format: 'date', example: '2023-09-28' })
  servedOn!: string;

  /** Not due, a remedy pending, to be demanded, demanded, ripe for the court, at the court, or lost by time. */
  @ApiProperty({ enum: PLAN_STANDINGS, example: 'demand' })
  standing!: PlanStanding;

  @ApiProperty({ ...dateOrNull, example: '2023-10-13' })
  paymentDue!: string | null;

  /** Last day on which a demand still ends in time (ACL-54); null once it was made. */
  @ApiProperty({ ...dateOrNull, example: '2024-06-14' })
  demandBy!: string | null;

  /** The latest demand (催告) was served. */
  @ApiProperty({ ...dateOrNull, example: null })
  demandedOn!: string | null;

  /** Last of the ten working days that it gives. */
  @ApiProperty({ ...dateOrNull, example: null })
  demandTermEnds!: string | null;

  /** Last day of the last term; from the next day on the court can be asked. Null while a remedy is pending. */
  @ApiProperty({ ...dateOrNull, example: '2024-03-28' })
  courtTermFrom!: string | null;

  /** Last day of the application to the court (ACL-53). */
  @ApiProperty({ ...dateOrNull, example: '2024-06-28' })
  courtApplyBy!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 30 })
  daysLeft!: number | null;

  /** The court was asked to enforce it. */
  @ApiProperty({ ...dateOrNull, example: null })
  atCourtSince!: string | null;

  @ApiProperty({ type: PaymentTermDto, nullable: true })
  courtClock!: PaymentTermDto | null;
}

export class PlannerDto {
  @ApiProperty({ format: 'date', example: '2024-05-29' })
  on!: string;

  @ApiProperty({ type: [PlannedFineDto] })
  items!: readonly PlannedFineDto[];

  /** Cursor of the next page; null on the last. A page may be short. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next!: string | null;
}
