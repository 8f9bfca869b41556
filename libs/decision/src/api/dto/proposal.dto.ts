import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsFen } from '@fajiao/platform';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsOptional, ValidateNested } from 'class-validator';
import { FormText, Line, Lines } from './fields';
import { ArePenalties, PenaltyModels, type PenaltyDto } from './penalty.dto';
import { ToldDto } from './told.dto';

/** A ground that must mitigate (APL-30, 32). */
export class MitigationDto {
  /** @example 'minor' */
  @Line()
  ground!: string;

  /** @example '行为时已满十六周岁不满十八周岁' */
  @FormText()
  reason!: string;
}

@PenaltyModels()
export class ProposalDto {
  @ArePenalties()
  penalties!: PenaltyDto[];

  /**
   * Tier of the discretion benchmark.
   * @example '一般'
   */
  @Line()
  tier!: string;

  /** Why the fine lies outside its tier (APL-34). */
  @IsOptional()
  @FormText()
  @ApiPropertyOptional({ example: undefined })
  reasons?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => MitigationDto)
  @ApiPropertyOptional({ type: MitigationDto, example: undefined })
  mitigation?: MitigationDto;
}

class ProposesDto extends ToldDto {
  /** @example '超过规定时间营业1小时30分，属一般情形' */
  @FormText()
  findings!: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => ProposalDto)
  proposal!: ProposalDto;

  /** Facts found that the offence's article makes a condition, e.g. `refused-to-correct`. */
  @IsOptional()
  @Lines(['refused-to-correct'])
  @ApiPropertyOptional({ example: undefined })
  conditions?: string[];
}

/** 调查终结报告. */
export class ConcludeInvestigationDto extends ProposesDto {
  /** What the party gained unlawfully; what the proposal confiscates unless told. */
  @IsOptional()
  @IsFen({ min: 0 })
  @ApiPropertyOptional({ example: undefined })
  gainsFen?: number;

  /** Unlawful goods; what the proposal confiscates unless told. */
  @IsOptional()
  @Lines(['接收设施1套'])
  @ApiPropertyOptional({ example: undefined })
  goods?: string[];
}

export class ReviseProposalDto extends ProposesDto {
  /** Whether it rests on facts that were not known before. */
  @IsBoolean()
  newFacts!: boolean;
}
