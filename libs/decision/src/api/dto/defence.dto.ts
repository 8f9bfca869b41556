import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInstant } from '@fajiao/platform';
import { Type } from 'class-transformer';
import { ArrayMinSize, IsBoolean, IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { CLOSED_HEARINGS, CONCLUSIONS, type ClosedHearing, type Conclusion } from '../../domain/events';
import { FormText, Line, Lines, OnlyWith, StaffId, StaffIds, TextsByPerson, WordsByPerson } from './fields';
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

/** 撤回听证申请书. */
export class WithdrawHearingRequestDto extends ToldDto {
  /** @example '当事人书面撤回听证申请' */
  @FormText()
  statement!: string;
}

/** 听证通知书 (APL-64). */
export class NoticeHearingDto extends ToldDto {
  @IsInstant()
  hearingAt!: string;

  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: '县文化和旅游局会议室' })
  place?: string;
}

/** Whether the minutes were read and signed (APL-64). */
export class MinutesDto {
  @IsBoolean()
  signed!: boolean;

  /** Where somebody would not sign: the chair's note of it. */
  @IsOptional()
  @FormText()
  @ApiPropertyOptional({ example: undefined })
  note?: string;
}

/** 听证笔录 and 听证意见书. */
export class HoldHearingDto extends ToldDto {
  @StaffId('chair-1')
  chair!: string;

  /** How many represented the party: none, one or two. */
  @IsInt()
  @Min(0)
  @Max(100)
  @ApiProperty({ type: 'integer', example: 1 })
  representatives!: number;

  /** @example '维持拟处罚意见' */
  @FormText()
  opinion!: string;

  /** Why the public was kept out (APL-64); without it the hearing was public. */
  @IsOptional()
  @IsIn(CLOSED_HEARINGS)
  @ApiPropertyOptional({ enum: CLOSED_HEARINGS, example: undefined })
  closedBecause?: ClosedHearing;

  @IsOptional()
  @ValidateNested()
  @Type(() => MinutesDto)
  @ApiPropertyOptional({ type: MinutesDto, example: undefined })
  minutes?: MinutesDto;
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

  /** Who presided: the principal unless told; a deputy where the principal is not present. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: 'head-1' })
  chair?: string;

  /** Who attended without a vote (列席): one who investigated, one who reviewed. */
  @IsOptional()
  @Lines([])
  @ApiPropertyOptional({ type: [String], example: ['officer-1', 'legal-1'] })
  attending?: string[];

  @TextsByPerson()
  opinions!: Record<string, string>;

  /** How each of them voted; where one vote is recorded, all are. */
  @IsOptional()
  @WordsByPerson(CONCLUSIONS)
  votes?: Record<string, Conclusion>;

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
