import { IsCivilDate } from '@fajiao/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, ValidateIf } from 'class-validator';
import { REMEDY_OUTCOMES, type RemedyOutcome } from '../../domain/events';
import { FormText, Line, OnlyWith } from './fields';
import { ArePenalties, PenaltyModels, type PenaltyDto } from './penalty.dto';
import { ToldDto } from './told.dto';

/** 行政复议 or 行政诉讼 was begun. */
export class SeekRemedyDto extends ToldDto {
  @IsIn(['reconsideration', 'litigation'])
  @ApiProperty({ enum: ['reconsideration', 'litigation'], example: 'reconsideration' })
  kind!: 'reconsideration' | 'litigation';

  /** The day it was applied for; the day of the act unless told. */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ example: undefined })
  soughtOn?: string;

  /** Of the reconsideration organ; `simple` shortens the bureau's reply. */
  @IsOptional()
  @IsIn(['ordinary', 'simple'])
  @ApiPropertyOptional({ enum: ['ordinary', 'simple'], example: undefined })
  procedure?: 'ordinary' | 'simple';

  /** The decision did not tell the right, the organ or the term. */
  @IsOptional()
  @IsBoolean()
  @ApiPropertyOptional({ example: undefined })
  notTold?: boolean;
}

/** 行政复议答复书, 行政答辩状. */
export class ReplyToRemedyDto extends ToldDto {
  /** @example '处罚决定事实清楚、证据确凿、程序合法' */
  @FormText()
  summary!: string;
}

/** 一审行政判决书、行政裁定书 as it was served (ALL-85). */
export class GiveJudgmentDto extends ToldDto {
  @IsIn(REMEDY_OUTCOMES)
  @ApiProperty({ enum: REMEDY_OUTCOMES, example: 'upheld' })
  outcome!: RemedyOutcome;

  /** 判决 unless told; a ruling (裁定) has a shorter term of appeal. */
  @IsOptional()
  @IsIn(['judgment', 'ruling'])
  @ApiPropertyOptional({ enum: ['judgment', 'ruling'], example: 'judgment' })
  form?: 'judgment' | 'ruling';

  /** The last day of its service on either side; the day of the act unless told. */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ example: undefined })
  servedOn?: string;
}

/** 行政上诉状. */
export class FileAppealDto extends ToldDto {
  @IsIn(['party', 'authority'])
  @ApiProperty({ enum: ['party', 'authority'], example: 'party' })
  by!: 'party' | 'authority';

  /** The day of the act unless told. */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ example: undefined })
  appealedOn?: string;
}

/** What the reconsideration organ or the court decided. */
@PenaltyModels()
export class ConcludeRemedyDto extends ToldDto {
  @IsIn(REMEDY_OUTCOMES)
  @ApiProperty({ enum: REMEDY_OUTCOMES, example: 'upheld' })
  outcome!: RemedyOutcome;

  /** With `changed`, or where the decision is revoked in part: what holds instead. */
  @IsOptional()
  @ArePenalties()
  @ApiPropertyOptional({ example: undefined })
  penalties?: PenaltyDto[];

  /**
   * The day the judgment takes effect, or the reconsideration decision is served. Unless told: of a judgment that nobody
   * appealed from the day after its term, else the day of the act. After nothing but late appeals it is always told: the
   * day after the term where none was heard.
   */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ example: undefined })
  effectiveOn?: string;

  /** false: withdrawn or rejected before it was accepted, so that it paused nothing. */
  @IsOptional()
  @IsBoolean()
  @ApiPropertyOptional({ example: undefined })
  accepted?: boolean;

  /** With `redo`: the decision fell for its procedure alone. */
  @IsOptional()
  @OnlyWith('outcome', 'redo')
  @IsBoolean()
  @ApiPropertyOptional({ example: undefined })
  procedural?: boolean;

  /** With `redo`: the day by which it is to be decided anew, where the order says one. */
  @IsOptional()
  @OnlyWith('outcome', 'redo')
  @IsCivilDate()
  @ApiPropertyOptional({ example: undefined })
  redoBy?: string;
}

/** 停止执行. */
export class OrderStayDto extends ToldDto {
  /**
   * Who ordered it: the authority, the reconsideration organ, the court.
   * @example '示例县人民政府'
   */
  @Line()
  by!: string;
}

/** 变更行政处罚决定书 (APL-75). */
@PenaltyModels()
export class ChangeDecisionDto extends ToldDto {
  @ArePenalties()
  penalties!: PenaltyDto[];

  /** @example '原决定裁量过重' */
  @FormText()
  reason!: string;
}

/** 撤销行政处罚决定书 (APL-75). */
export class RevokeDecisionDto extends ToldDto {
  /** @example '当事人认定错误' */
  @FormText()
  reason!: string;

  /** The case goes back to before the decision, within the term that it had. */
  @ValidateIf(({ anew }: RevokeDecisionDto) => anew !== undefined)
  @IsBoolean()
  @ApiPropertyOptional({ example: undefined })
  anew?: boolean;
}
