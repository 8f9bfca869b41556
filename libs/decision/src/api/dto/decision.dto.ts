import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCivilDate } from '@fajiao/platform';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, ValidateIf, ValidateNested } from 'class-validator';
import { NO_PENALTY_GROUNDS } from '../../domain/events';
import { FormText, Line, Lines, OnlyWith } from './fields';
import { ArePenalties, PenaltyModels, type PenaltyDto } from './penalty.dto';
import { ToldDto } from './told.dto';

const GROUNDS = Object.keys(NO_PENALTY_GROUNDS);

/** An order to correct (责令改正, APL-28). */
export class CorrectionDto {
  /** @example '立即停止超时营业' */
  @FormText()
  what!: string;

  /** The day by which; at once unless told. */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ example: undefined })
  by?: string;
}

/** 行政处罚决定书 or 不予行政处罚决定书 (APL-57, 59). */
@PenaltyModels()
export class DecideDto extends ToldDto {
  @IsIn(['penalty', 'no-penalty'])
  @ApiProperty({ enum: ['penalty', 'no-penalty'], example: 'penalty' })
  outcome!: 'penalty' | 'no-penalty';

  /** With `penalty`: those that stand unless told; others are refused. */
  @IsOptional()
  @OnlyWith('outcome', 'penalty')
  @ArePenalties()
  @ApiPropertyOptional({ example: undefined })
  penalties?: PenaltyDto[];

  /** With `penalty`: what is to be put right; at once unless told. */
  @IsOptional()
  @OnlyWith('outcome', 'penalty')
  @ValidateNested()
  @Type(() => CorrectionDto)
  @ApiPropertyOptional({ type: CorrectionDto, example: undefined })
  correction?: CorrectionDto;

  /** With `no-penalty`: one of the grounds of the law, or another in words. */
  @ValidateIf(({ outcome, ground }: DecideDto) => outcome === 'no-penalty' || ground !== undefined)
  @OnlyWith('outcome', 'no-penalty')
  @FormText()
  @ApiPropertyOptional({
    description: `With \`no-penalty\`: one of ${GROUNDS.join(', ')}, or another ground in words`,
    example: undefined,
  })
  ground?: string;

  /** With `no-penalty`: why. */
  @IsOptional()
  @OnlyWith('outcome', 'no-penalty')
  @FormText()
  @ApiPropertyOptional({ example: undefined })
  reasons?: string;

  /** With `no-penalty`: facts found besides those of the investigation's conclusion, e.g. `corrected`. */
  @IsOptional()
  @OnlyWith('outcome', 'no-penalty')
  @Lines(['slight', 'corrected', 'no-harm'])
  @ApiPropertyOptional({ example: undefined })
  found?: string[];

  /** With `no-penalty`: the education given to the party (APL-33). */
  @IsOptional()
  @OnlyWith('outcome', 'no-penalty')
  @FormText()
  @ApiPropertyOptional({ example: undefined })
  education?: string;

  /** The head's reason for deciding past the term (APL-60): the decision shows for ever that it is late. */
  @IsOptional()
  @FormText()
  @ApiPropertyOptional({ example: undefined })
  pastTerm?: string;
}

/** 撤销立案审批表. */
export class DropCaseDto extends ToldDto {
  /** @example '当事人死亡' */
  @FormText()
  ground!: string;
}

/** 案件中止调查审批表 (APL-60). */
export class SuspendCaseDto extends ToldDto {
  /** @example '检测鉴定' */
  @FormText()
  ground!: string;

  /** The law, regulation or ministry rule that leaves the time out. */
  @Line()
  basis!: string;
}

/** 延长办案期限审批表 (APL-60). */
export class ExtendTermDto extends ToldDto {
  @IsCivilDate()
  until!: string;

  /** A ground of the profile's list, by its id or Chinese title; may be left out where the basis has only one. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: undefined })
  ground?: string;

  /** The law, regulation or ministry rule that allows a longer term. */
  @Line()
  basis!: string;
}

/** 补正决定书 (APL-75): both texts are shown. */
export class CorrectClericalErrorDto extends ToldDto {
  /** @example 'place' */
  @Line()
  field!: string;

  /** @example '示例街1号' */
  @FormText()
  was!: string;

  /** @example '示例街11号' */
  @FormText()
  is!: string;
}

export class ExecuteOtherPenaltyDto extends ToldDto {
  /**
   * Kind of the penalty.
   * @example 'confiscation-of-goods'
   */
  @Line()
  penalty!: string;

  /** @example '没收物品已移交处置' */
  @FormText()
  how!: string;
}
