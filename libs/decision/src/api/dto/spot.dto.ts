import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsCivilDate } from '@fajiao/platform';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsOptional, ValidateNested } from 'class-validator';
import { CorrectionDto } from './decision.dto';
import { FormText, Line, Lines, StaffIds } from './fields';
import { LeadSourceDto } from './filing.dto';
import { IsParty, PartyModels, type PartyDto } from './party.dto';
import { ArePenalties, PenaltyModels, type PenaltyDto } from './penalty.dto';
import { MitigationDto } from './proposal.dto';
import { ToldDto } from './told.dto';

/** What the party said on the spot, and how it was checked (APL-45). */
export class SpotStatementDto {
  /** @example '请求从轻' */
  @FormText()
  text!: string;

  @IsBoolean()
  adopted!: boolean;

  /** @example '无法定从轻情节' */
  @FormText()
  reasons!: string;
}

/** 当场行政处罚决定书 (APL-51, 52): it opens the case and is handed over on the spot. */
@PartyModels()
@PenaltyModels()
export class DecideOnTheSpotDto extends ToldDto {
  @IsDefined()
  @IsParty()
  party!: PartyDto;

  /**
   * Code of the offence in the catalogue.
   * @example 'CT-GUIDE-CARD'
   */
  @Line()
  offence!: string;

  @IsCivilDate()
  actDate!: string;

  /** The last day of a continuing act. */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional()
  actEndDate?: string;

  /**
   * Where it is decided.
   * @example '偏远景区'
   */
  @Line()
  place!: string;

  @StaffIds()
  officers!: string[];

  /** Whether the certificates were shown (APL-55). */
  @IsBoolean()
  certificatesShown!: boolean;

  /** Where the lead came from; an inspection unless told. */
  @IsOptional()
  @ValidateNested()
  @Type(() => LeadSourceDto)
  @ApiPropertyOptional({ type: LeadSourceDto, example: undefined })
  source?: LeadSourceDto;

  /** @example '带团时未佩戴导游证，责令改正后当场拒不改正' */
  @FormText()
  facts!: string;

  /** Facts found that the article makes a condition. */
  @IsOptional()
  @Lines(['refused-to-correct'])
  conditions?: string[];

  /** Tier of the discretion benchmark; the lowest that takes the fine unless told. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: '轻微' })
  tier?: string;

  @ArePenalties()
  penalties!: PenaltyDto[];

  @IsOptional()
  @ValidateNested()
  @Type(() => MitigationDto)
  @ApiPropertyOptional({ type: MitigationDto, example: undefined })
  mitigation?: MitigationDto;

  /** What is to be put right (APL-28); at once unless told. */
  @IsOptional()
  @ValidateNested()
  @Type(() => CorrectionDto)
  @ApiPropertyOptional({ type: CorrectionDto, example: undefined })
  correction?: CorrectionDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => SpotStatementDto)
  @ApiPropertyOptional({ type: SpotStatementDto, example: undefined })
  statement?: SpotStatementDto;

  /** Who signed for the party. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: '李示例' })
  signedBy?: string;
}

/** 当场收缴 (APL-68 to 70). */
export class CollectOnTheSpotDto extends ToldDto {
  /**
   * One of the profile's closed list: fine-not-above-100, hard-to-collect-later, remote-at-request.
   * @example 'fine-not-above-100'
   */
  @Line()
  ground!: string;

  /** Of the special receipt of the finance authority; without one nothing is taken (APL-70). */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: '晋财0001234' })
  receiptNumber?: string;

  /** What makes the ground true here, e.g. the party's request in its words. */
  @IsOptional()
  @FormText()
  @ApiPropertyOptional({ example: undefined })
  circumstances?: string;

  /** Taken on water: the term for handing in runs from landing (APL-71). */
  @IsOptional()
  @IsBoolean()
  @ApiPropertyOptional({ example: false })
  onWater?: boolean;

  /** With money taken on water, where it is known already. */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ example: undefined })
  landedOn?: string;
}

/** 当场收缴罚款上交 (APL-71). */
export class HandInDto extends ToldDto {
  /** With money taken on water: the day of landing, where it has not been said yet. */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ example: undefined })
  landedOn?: string;
}
