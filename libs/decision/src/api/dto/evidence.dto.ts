import { ArrayMinSize, IsBoolean, IsIn, IsInt, IsOptional, Min, ValidateNested } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../domain/events';
import { FormText, Line, Lines, Sha256, StaffId, StaffIds } from './fields';
import { ToldDto } from './told.dto';

/** Where a piece of evidence comes from, as far as its kind asks for it. */
export class EvidenceOriginDto {
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: '县城示例街1号' })
  place?: string;

  /** Who gave it, or whose words it records. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: undefined })
  providedBy?: string;

  /** Of a copy: where the original is kept (原件存放处). */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: undefined })
  originalKeptAt?: string;

  /** Of electronic and audio-visual data: the device or medium. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: '执法记录仪' })
  medium?: string;

  /** Of electronic and audio-visual data: how they were taken from it. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: '导出并计算校验值' })
  extraction?: string;

  /** Of an expert opinion: the institution. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: undefined })
  institution?: string;

  /** Whether the party signed the record (APL-55). */
  @IsOptional()
  @IsBoolean()
  @ApiPropertyOptional({ example: true })
  partySigned?: boolean;

  /** Where it did not: the note that says why. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: undefined })
  notSignedBecause?: string;
}

/** Who holds a piece of evidence, and where. */
export class CustodyDto {
  @StaffId()
  holder!: string;

  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: '证据室' })
  place?: string;
}

/** 现场检查笔录, 询问笔录 and the other records of evidence (APL-46). */
export class CollectEvidenceDto extends ToldDto {
  @IsIn(EVIDENCE_KINDS)
  @ApiProperty({ enum: EVIDENCE_KINDS, example: 'inspection-record' })
  kind!: EvidenceKind;

  @StaffIds()
  officers!: string[];

  /** Whether the certificates were shown (APL-55). */
  @IsBoolean()
  certificatesShown!: boolean;

  /** @example '现场检查笔录' */
  @Line()
  title!: string;

  /** Of the file; a file that was uploaded before is shown as stored. */
  @Sha256()
  sha256!: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => EvidenceOriginDto)
  @ApiPropertyOptional({ type: EvidenceOriginDto, example: undefined })
  origin?: EvidenceOriginDto;

  /** The officer who puts it on file holds it, unless told. */
  @IsOptional()
  @ValidateNested()
  @Type(() => CustodyDto)
  @ApiPropertyOptional({ type: CustodyDto, example: undefined })
  custody?: CustodyDto;
}

/** 证据交接记录. */
export class HandOverEvidenceDto extends ToldDto {
  @StaffId('officer-1')
  from!: string;

  @StaffId('officer-2')
  to!: string;

  /** @example '证据室' */
  @Line()
  place!: string;

  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: '送交鉴定' })
  reason?: string;
}

/** 抽样取证凭证 (APL-56). */
export class SampleEvidenceDto extends ToldDto {
  @StaffIds()
  officers!: string[];

  /** Whether the certificates were shown (APL-55). */
  @IsBoolean()
  certificatesShown!: boolean;

  @ArrayMinSize(1)
  @Lines(['光盘3张'])
  items!: string[];

  /** @example '随机抽取' */
  @Line()
  method!: string;

  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: '县城示例街1号' })
  place?: string;
}

/** 先行登记保存证据通知书 (APL-56). */
export class PreserveEvidenceDto extends ToldDto {
  @StaffIds()
  officers!: string[];

  /** Whether the certificates were shown (APL-55). */
  @IsBoolean()
  certificatesShown!: boolean;

  @ArrayMinSize(1)
  @Lines(['计费服务器1台'])
  items!: string[];

  /** The head who approved it before. */
  @StaffId('head-1')
  approvedBy!: string;

  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: '县城示例街1号' })
  place?: string;
}

/** 先行登记保存证据处理决定书 (APL-56). */
export class ResolvePreservationDto extends ToldDto {
  /** Its number; the oldest one that is open unless told. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @ApiPropertyOptional({ type: 'integer', example: undefined })
  preservation?: number;

  /**
   * An outcome of the profile's list, by its id or Chinese title.
   * @example 'recorded-and-returned'
   */
  @Line()
  outcome!: string;

  @IsOptional()
  @FormText()
  @ApiPropertyOptional({ example: undefined })
  note?: string;
}

export class VerifyEvidenceDto extends ToldDto {
  /** @example '与原件核对一致' */
  @FormText()
  result!: string;
}

export class ExcludeEvidenceDto extends ToldDto {
  /** @example '取证程序违法' */
  @FormText()
  reason!: string;
}
