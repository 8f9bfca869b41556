import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCivilDate, IsFen } from '@fajiao/platform';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsIn, IsOptional, ValidateIf, ValidateNested } from 'class-validator';
import { NO_PENALTY_GROUNDS, type NoPenaltyGround } from '../../domain/events';
import { FormText, Line, Lines, NotWith } from './fields';
import { ArePenalties, PenaltyModels, type PenaltyDto } from './penalty.dto';
import { ToldDto } from './told.dto';

/** A later version of the catalogue governs because it is milder (APL-37). */
export class GoverningVersionDto {
  /** Its first day. */
  @IsCivilDate()
  version!: string;

  /** @example '新规定处罚较轻' */
  @FormText()
  reason!: string;
}

/** A ground that must mitigate (APL-30, 32). */
export class MitigationDto {
  /**
   * A ground of the profile's list, by its id or Chinese title.
   * @example 'minor'
   */
  @Line()
  ground!: string;

  /** @example '行为时已满十六周岁不满十八周岁' */
  @FormText()
  reason!: string;
}

/** What was found calls for no penalty (APL-30 to 33, 57). */
export class NoPenaltyDto {
  /** @example 'slight-corrected-no-harm' */
  @IsIn(Object.keys(NO_PENALTY_GROUNDS))
  @ApiProperty({ enum: Object.keys(NO_PENALTY_GROUNDS) })
  ground!: NoPenaltyGround;

  /** @example '违法行为轻微并及时改正，没有造成危害后果' */
  @FormText()
  reasons!: string;
}

const proposesPenalty = ({ noPenalty }: ProposalDto): boolean => noPenalty === undefined;

@PenaltyModels()
export class ProposalDto {
  /** Left out with `noPenalty`. */
  @ValidateIf(({ penalties, noPenalty }: ProposalDto) => noPenalty === undefined || penalties !== undefined)
  @NotWith('noPenalty')
  @ArePenalties()
  penalties?: PenaltyDto[];

  /**
   * Tier of the discretion benchmark.
   * Left out with `noPenalty`.
   * @example '一般'
   */
  @ValidateIf(proposesPenalty)
  @Line()
  tier?: string;

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

  @IsOptional()
  @ValidateNested()
  @Type(() => GoverningVersionDto)
  @ApiPropertyOptional({ type: GoverningVersionDto, example: undefined })
  governing?: GoverningVersionDto;

  /** Instead of penalties. */
  @IsOptional()
  @ValidateNested()
  @Type(() => NoPenaltyDto)
  @ApiPropertyOptional({ type: NoPenaltyDto, example: undefined })
  noPenalty?: NoPenaltyDto;
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

  /** What the party gained unlawfully; what the proposal confiscates unless told. */
  @IsOptional()
  @IsFen({ min: 0 })
  @ApiPropertyOptional({ example: undefined })
  gainsFen?: number;

  /** Of it, what is or will be given back to those whom it was taken from (退赔, APL-28). */
  @IsOptional()
  @IsFen({ min: 0 })
  @ApiPropertyOptional({ example: undefined })
  repaidFen?: number;

  /** 违法经营额, where the article counts by it. */
  @IsOptional()
  @IsFen({ min: 0 })
  @ApiPropertyOptional({ example: undefined })
  turnoverFen?: number;
}

/** 调查终结报告. */
export class ConcludeInvestigationDto extends ProposesDto {
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
