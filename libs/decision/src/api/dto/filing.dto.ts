import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCivilDate } from '@fajiao/platform';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import type { Harm, LeadSource } from '../../domain/events';
import { FormText, Line, StaffId, StaffIds } from './fields';
import { IsParty, PartyModels, type PartyDto } from './party.dto';
import { ToldDto } from './told.dto';

/** Where the lead came from (案件来源). */
export class LeadSourceDto {
  /** @example 'complaint' */
  @IsIn(['inspection', 'complaint', 'transfer-in', 'self-found'])
  kind!: LeadSource['kind'];

  /** Number of the lead, e.g. of the hotline. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: '12345-2023-0909-017' })
  ref?: string;

  /** The day on which the lead reached the authority, where that is another than the day of filing. */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional()
  receivedOn?: string;

  /** Of a transfer: the organ that handed the lead over. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: undefined })
  organ?: string;

  /** Who told of it, where they said so. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: undefined })
  informant?: string;

  /** What the lead says. */
  @IsOptional()
  @FormText()
  @ApiPropertyOptional({ example: undefined })
  summary?: string;
}

/** 立案审批表, the officers' part. */
@PartyModels()
export class FileCaseDto extends ToldDto {
  @IsDefined()
  @IsParty()
  party!: PartyDto;

  /**
   * Code of the offence in the catalogue.
   * @example 'CT-NET-31-1'
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

  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: '县城示例街1号' })
  place?: string;

  @StaffIds()
  officers!: string[];

  @IsDefined()
  @ValidateNested()
  @Type(() => LeadSourceDto)
  source!: LeadSourceDto;

  /** @example '凌晨1时30分仍在营业' */
  @FormText()
  facts!: string;

  /** Harm for which the limitation is five years (APL-36). */
  @IsOptional()
  @IsIn(['life-health', 'financial-safety'])
  @ApiPropertyOptional({ example: undefined })
  harm?: Harm;

  /** The case of the organisation beside which this person is punished as a person responsible. */
  @IsOptional()
  @IsUUID()
  @ApiPropertyOptional({ format: 'uuid', example: undefined })
  beside?: string;
}

export class ApproveFilingDto extends ToldDto {
  /** The lead treats the case as complex or serious, whatever its penalties. */
  @IsOptional()
  @IsBoolean()
  @ApiPropertyOptional({ example: false })
  markedMajor?: boolean;
}

export class RefuseFilingDto extends ToldDto {
  /** @example '违法事实不成立' */
  @FormText()
  reason!: string;
}

/** 更换办案人员审批表. */
export class ReplaceOfficersDto extends ToldDto {
  @StaffIds()
  officers!: string[];
}

/** 回避申请书 (APL-43). */
export class RequestRecusalDto extends ToldDto {
  @StaffId('officer-2')
  person!: string;

  /** The party asks, or the person themselves (自行回避). */
  @IsIn(['party', 'self'])
  @ApiProperty({ enum: ['party', 'self'], example: 'party' })
  by!: 'party' | 'self';

  /** @example '与当事人有亲属关系' */
  @FormText()
  ground!: string;
}

/** 回避决定书 (APL-43). */
export class DecideRecusalDto extends ToldDto {
  @StaffId('officer-2')
  officer!: string;

  /** False turns the challenge down. */
  @IsBoolean()
  recused!: boolean;

  /** @example '与当事人有亲属关系' */
  @FormText()
  ground!: string;

  /** The heads who decided together, where the challenged person is one of them. */
  @IsOptional()
  @StaffIds(['head-2', 'head-3', 'head-4'])
  @ApiPropertyOptional({ type: [String], example: undefined })
  present?: string[];
}
