import { IsUuid, Text } from '@fajiao/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { FINE_STAGES, type FineStage } from '../domain/fine/fine-view';

const NO_CONTROLS = /^\P{Cc}*$/u;

/** What the finance clerk may ask of the list. All that is given must hold. */
export class ListFinesDto {
  @IsOptional()
  @IsUuid()
  @ApiPropertyOptional({ format: 'uuid', example: undefined })
  caseId?: string;

  @IsOptional()
  @Text({ max: 100 })
  @Matches(NO_CONTROLS)
  @ApiPropertyOptional({ example: '（示）文综罚字〔2023〕第1号' })
  documentNumber?: string;

  /** Payment code. */
  @IsOptional()
  @Text({ max: 64 })
  @Matches(NO_CONTROLS)
  @ApiPropertyOptional({ example: undefined })
  code?: string;

  @IsOptional()
  @IsIn(FINE_STAGES)
  @ApiPropertyOptional({ enum: FINE_STAGES, example: 'open' })
  state?: FineStage;

  /** Part of the party's name. */
  @IsOptional()
  @Text({ max: 100 })
  @Matches(NO_CONTROLS)
  @ApiPropertyOptional({ example: '网络' })
  party?: string;

  /** `next` of the page before. */
  @IsOptional()
  @Text({ max: 500 })
  @ApiPropertyOptional({ example: undefined })
  cursor?: string;

  /** Fines on a page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  limit?: number;
}
