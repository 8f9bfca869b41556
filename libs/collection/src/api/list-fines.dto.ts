import { IsUuid, PageQueryDto, Text } from '@fajiao/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { FINE_CONDITIONS, FINE_STAGES, type FineCondition, type FineStage } from '../domain/fine/fine-view';

const NO_CONTROLS = /^\P{Cc}*$/u;

/** What the finance clerk may ask of the list. All that is given must hold. */
export class ListFinesDto extends PageQueryDto {
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

  /** What holds besides the state. */
  @IsOptional()
  @IsIn(FINE_CONDITIONS)
  @ApiPropertyOptional({ enum: FINE_CONDITIONS, example: undefined })
  condition?: FineCondition;

  /** Part of the party's name. */
  @IsOptional()
  @Text({ max: 100 })
  @Matches(NO_CONTROLS)
  @ApiPropertyOptional({ example: '网络' })
  party?: string;
}
