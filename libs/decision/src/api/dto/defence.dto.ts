import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInstant } from '@fajiao/platform';
import { ArrayMinSize, IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { CONCLUSIONS, type Conclusion } from '../../domain/events';
import { FormText, OnlyWith, StaffId, StaffIds, TextsByPerson } from './fields';
import { ArePenalties, PenaltyModels, type PenaltyDto } from './penalty.dto';
import { ToldDto } from './told.dto';

export class WaiveRightsDto extends ToldDto {
  /** @example '当事人书面放弃陈述、申辩' */
  @FormText()
  statement!: string;
}

/** 陈述申辩笔录. */
export class ReceiveStatementDto extends ToldDto {
  /** @example '请求从轻' */
  @FormText()
  text!: string;
}

/** 陈述申辩复核意见书 (APL-45). */
export class ReviewStatementDto extends ToldDto {
  @IsBoolean()
  adopted!: boolean;

  /** @example '无法定从轻情节' */
  @FormText()
  reasons!: string;
}

/** 听证通知书 (APL-64). */
export class NoticeHearingDto extends ToldDto {
  @IsInstant()
  hearingAt!: string;
}

/** 听证笔录 and 听证意见书. */
export class HoldHearingDto extends ToldDto {
  @StaffId('chair-1')
  chair!: string;

  /** How many represented the party: none, one or two. */
  @IsInt()
  @Min(0)
  @Max(2)
  representatives!: number;

  /** @example '维持拟处罚意见' */
  @FormText()
  opinion!: string;
}

/** 法制审核意见书 (APL-58). */
export class LegalReviewDto extends ToldDto {
  /** @example '事实清楚，程序合法，同意' */
  @FormText()
  opinion!: string;
}

/** 集体讨论笔录 (APL-57). */
@PenaltyModels()
export class DeliberateDto extends ToldDto {
  @ArrayMinSize(1)
  @StaffIds(['head-1', 'head-2', 'head-3'])
  present!: string[];

  @TextsByPerson()
  opinions!: Record<string, string>;

  /** @example 'adopt' */
  @IsIn(CONCLUSIONS)
  conclusion!: Conclusion;

  /** With `reduce`: what takes the proposal's place. */
  @IsOptional()
  @OnlyWith('conclusion', 'reduce')
  @ArePenalties()
  @ApiPropertyOptional({ example: undefined })
  penalties?: PenaltyDto[];
}
