import { IsCivilDate, IsFen } from '@fajiao/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { COURT_ANSWERS, type CourtAnswer } from '../../domain/events';
import { FormText, Line } from './fields';
import { ServeDto } from './service.dto';
import { ToldDto } from './told.dto';

/** 延期缴纳罚款审批表 (APL-66). */
export class ApproveDeferralDto extends ToldDto {
  /** The last day of the deferred term. */
  @IsCivilDate()
  @ApiProperty({ example: '2024-03-05' })
  until!: string;

  /** @example '经济困难，书面申请' */
  @FormText()
  ground!: string;
}

export class InstalmentDto {
  @IsCivilDate()
  @ApiProperty({ example: '2024-01-31' })
  due!: string;

  @IsFen({ min: 1 })
  fen!: number;
}

/** 分期缴纳罚款审批表 (APL-66). */
export class ApproveInstalmentsDto extends ToldDto {
  /** In the order of their last days; together the fine. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => InstalmentDto)
  @ApiProperty({ type: [InstalmentDto] })
  instalments!: InstalmentDto[];

  /** @example '经济困难，书面申请' */
  @FormText()
  ground!: string;

  /** All falls due when a part is missed. */
  @IsOptional()
  @IsBoolean()
  @ApiPropertyOptional({ example: undefined })
  missedMakesAllDue?: boolean;
}

/** What is owed, as the collecting side says. Amounts in fen. */
export class OwedDto {
  @IsFen({ min: 0 })
  fineFen!: number;

  @IsFen({ min: 0 })
  confiscatedGainsFen!: number;

  @IsFen({ min: 0 })
  surchargeFen!: number;
}

/** 催告书 (ACL-54), with the proof of its service. */
export class IssueDemandDto extends ServeDto {
  /** The whole of the decision and the surcharge on it unless told. */
  @IsOptional()
  @ValidateNested()
  @Type(() => OwedDto)
  @ApiPropertyOptional({ type: OwedDto, example: undefined })
  owed?: OwedDto;
}

/** 陈述申辩笔录 after a demand. */
export class HearOnDemandDto extends ToldDto {
  /** @example '请求暂缓缴纳' */
  @FormText()
  text!: string;

  @IsBoolean()
  @ApiProperty({ example: false })
  adopted!: boolean;

  /** @example '未提供经济困难的证明' */
  @FormText()
  reasons!: string;
}

/** 强制执行申请书 (ACL-55). */
export class SeekCourtEnforcementDto extends ToldDto {
  /**
   * The state of what is to be enforced upon.
   * @example '当事人在示例银行有存款账户'
   */
  @FormText()
  objectState!: string;

  /** What the party said, or that it said nothing; what it said after the demand unless told. */
  @IsOptional()
  @FormText()
  @ApiPropertyOptional({ example: undefined })
  partyOpinion?: string;
}

/** 行政裁定书 on the application (ACL-56 to 58). */
export class AnswerApplicationDto extends ToldDto {
  @IsIn(COURT_ANSWERS)
  @ApiProperty({ enum: COURT_ANSWERS, example: 'granted' })
  answer!: CourtAnswer;

  /** With `refused`: id or title of an entry of the rulebook's list `court-refusal`. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: undefined })
  ground?: string;

  /** Why it was not accepted, or what the open last ground is. */
  @IsOptional()
  @FormText()
  @ApiPropertyOptional({ example: undefined })
  reasons?: string;
}

/** 复议申请书 to the court next above (ACL-56, 58). */
export class RequestCourtReviewDto extends ToldDto {
  /** @example '示例市中级人民法院' */
  @Line()
  court!: string;

  /** @example '裁定认定事实有误' */
  @FormText()
  reasons!: string;
}

export class ConcludeCourtReviewDto extends ToldDto {
  /** false: the application is accepted, or enforcement granted. */
  @IsBoolean()
  @ApiProperty({ example: false })
  upheld!: boolean;

  /** @example '撤销原裁定，准予执行' */
  @FormText()
  reasons!: string;
}

/** A ground of the closed lists of ACL-39 and 40. */
export class OnGroundDto extends ToldDto {
  /**
   * Id or title of an entry of the rulebook's list.
   * @example 'unable-for-now'
   */
  @Line()
  ground!: string;

  /** What the open last item is here. */
  @IsOptional()
  @FormText()
  @ApiPropertyOptional({ example: undefined })
  reason?: string;
}
