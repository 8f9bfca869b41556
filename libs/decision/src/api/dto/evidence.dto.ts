import { IsBoolean, IsIn } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../domain/events';
import { FormText, Line, Sha256, StaffIds } from './fields';
import { ToldDto } from './told.dto';

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

  @Sha256()
  sha256!: string;
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
